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

/**
 * How far it is, then what has become of all; those that were refused are named, with the reason. Screen readers are
 * told that it begins and how it ended, and can read the rest.
 */
export function BatchResult({ title, progress, onDismiss }: BatchResultProps) {
  const { total, done, refused } = progress;
  const isDone = isOver(progress);
  return (
    <Alert
      variant={refused.length > 0 ? 'warning' : 'neutral'}
      role="group"
      aria-label="Several at once"
      {...(isDone && { onDismiss })}
    >
      <Box display="flex" columnGap="space20">
        <Box role="status">{isDone ? `${title}: ${progressWords(progress)}` : `${title} …`}</Box>
        {!isDone && <Box>{`${done + refused.length} of ${total}`}</Box>}
      </Box>
      {refused.length > 0 && (
        <Box
          as="ul"
          aria-label="Refused"
          tabIndex={0}
          margin="space0"
          paddingLeft="space60"
          maxHeight="size20"
          overflowY="auto"
        >
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
