import { Alert } from '@twilio-paste/alert';
import { Box } from '@twilio-paste/box';
import { customerOf } from '../conversations/status';
import { isOver, type Progress } from './batch';
import { progressWords, supervisorsRefusal } from './batch-words';

export interface BatchResultProps {
  /** What is done with them, such as "Reassigning to Bob" */
  readonly title: string;
  readonly progress: Progress;
  readonly onDismiss: () => void;
}

/** How far it is, then what has become of each: all that were refused are named, with the reason. */
export function BatchResult({ title, progress, onDismiss }: BatchResultProps) {
  const { refused } = progress;
  return (
    <Alert
      variant={refused.length > 0 ? 'warning' : 'neutral'}
      role="status"
      {...(isOver(progress) && { onDismiss })}
    >
      <Box>{`${title}: ${progressWords(progress)}`}</Box>
      {refused.length > 0 && (
        <Box as="ul" margin="space0" paddingLeft="space60" maxHeight="size20" overflowY="auto">
          {refused.map(({ conversation, problem }) => (
            <Box as="li" key={conversation.conversationSid} overflowWrap="anywhere">
              {`${customerOf(conversation)}: ${supervisorsRefusal(problem)}`}
            </Box>
          ))}
        </Box>
      )}
    </Alert>
  );
}
