import { Badge } from '@twilio-paste/badge';
import { Box } from '@twilio-paste/box';
import { ProcessInProgressIcon } from '@twilio-paste/icons/esm/ProcessInProgressIcon';
import { type Problem } from '../api/problem';
import { type Conversation } from '../api/types';
import { channelName, isOnItsWay, statusOf } from '../conversations/status';
import { type StandInTask } from '../stand-in/client';

export interface WhereItIsProps {
  readonly conversation: Conversation | undefined;
  readonly task: StandInTask | undefined;
  readonly problem: Problem | null;
}

/** Where the conversation is, and whether something of it is still on its way; screen readers hear it change. */
export function WhereItIs({ conversation, task, problem }: WhereItIsProps) {
  const channelType = (conversation ?? task)?.channelType;
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      columnGap="space30"
      rowGap="space20"
      color="colorTextWeak"
    >
      {channelType !== undefined && <Box>{channelName(channelType)}</Box>}
      <Box role="status" display="flex" alignItems="center" columnGap="space30">
        <Box>{sentence(conversation, task, problem)}</Box>
        {conversation && isOnItsWay(conversation) && (
          <Badge as="span" variant="neutral" size="small">
            <ProcessInProgressIcon decorative />
            On its way
          </Badge>
        )}
      </Box>
    </Box>
  );
}

/** A refusal says that it is not the person's any more, whatever was known of it before. */
function sentence(conversation?: Conversation, task?: StandInTask, problem?: Problem | null): string {
  if (task?.status === 'reserved') return 'Offered to you';
  if (problem?.code === 'not-authorized') return 'With somebody else now';
  if (conversation) return statusOf(conversation);
  if (task) return 'Your task';
  return problem?.code === 'not-found' ? 'Not known' : '';
}
