import { Badge } from '@twilio-paste/badge';
import { Box } from '@twilio-paste/box';
import { NamedRow } from '../conversations/row';
import { useNow } from '../live/live';
import { type StandInTask } from '../stand-in/client';
import { ago } from '../time/words';

/** A task in the agent's list. */
export function TaskRow({ task }: { readonly task: StandInTask }) {
  const now = useNow();
  return (
    <NamedRow of={task}>
      <Box display="flex" justifyContent="space-between" columnGap="space30" color="colorTextWeak">
        <Box>{ago(new Date(task.createdAt), now)}</Box>
        <TaskBadge status={task.status} />
      </Box>
    </NamedRow>
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
