import { Badge } from '@twilio-paste/badge';
import { Box } from '@twilio-paste/box';
import { Truncate } from '@twilio-paste/truncate';
import { channelName, customerOf } from '../conversations/status';
import { useNow } from '../live/live';
import { type StandInTask } from '../stand-in/client';
import { ago } from '../time/words';

/** A task in the agent's list. */
export function TaskRow({ task }: { readonly task: StandInTask }) {
  const now = useNow();
  return (
    <Box
      display="flex"
      flexDirection="column"
      rowGap="space10"
      fontSize="fontSize20"
      lineHeight="lineHeight20"
    >
      <Box display="flex" justifyContent="space-between" columnGap="space30">
        <Box minWidth="0" fontSize="fontSize30" fontWeight="fontWeightSemibold" color="colorText">
          <Truncate title={customerOf(task)}>{customerOf(task)}</Truncate>
        </Box>
        <Box flexShrink={0} color="colorTextWeak">
          {channelName(task.channelType)}
        </Box>
      </Box>
      <Box display="flex" justifyContent="space-between" columnGap="space30" color="colorTextWeak">
        <Box>{ago(new Date(task.createdAt), now)}</Box>
        <TaskBadge status={task.status} />
      </Box>
    </Box>
  );
}

function TaskBadge({ status }: Pick<StandInTask, 'status'>) {
  switch (status) {
    case 'pending':
    case 'reserved':
      return (
        <Badge as="span" variant="new" size="small">
          Offered to you
        </Badge>
      );
    case 'wrapping':
      return (
        <Badge as="span" variant="neutral" size="small">
          Wrapping up
        </Badge>
      );
    case 'assigned':
      return null;
  }
}
