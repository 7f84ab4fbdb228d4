import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { RefusalNotice } from '../conversations/refusal-notice';
import { useCommand } from '../conversations/use-command';
import { type StandInTask } from '../stand-in/client';
import { useStandIn } from '../stand-in/context';

/** Accept and Decline of a task that is offered, as in Flex. */
export function TaskOffer({ task }: { readonly task: StandInTask | undefined }) {
  const standIn = useStandIn();
  const { running, problem, dismiss, run } = useCommand<'accept' | 'decline'>();
  if (!standIn || !task || (task.status !== 'reserved' && !problem)) return null;
  return (
    <Box display="flex" flexDirection="column" rowGap="space40">
      {task.status === 'reserved' && (
        <Box display="flex" columnGap="space30">
          <Button
            variant="primary"
            size="small"
            loading={running === 'accept'}
            onClick={() => void run('accept', () => standIn.accept(task.taskSid))}
          >
            Accept
          </Button>
          <Button
            variant="secondary"
            size="small"
            loading={running === 'decline'}
            onClick={() => void run('decline', () => standIn.decline(task.taskSid))}
          >
            Decline
          </Button>
        </Box>
      )}
      <RefusalNotice problem={problem} onDismiss={dismiss} />
    </Box>
  );
}
