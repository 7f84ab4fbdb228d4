import { Box } from '@twilio-paste/box';
import { Heading } from '@twilio-paste/heading';
import { useWorkplace } from '../conversations/workplace';
import { type ViewProps } from '../shell/views';
import { AgentView } from './agent-view';

/** What somebody has to do; an administrator may be no worker, and has no lists to ask for. */
export function TasksView(props: ViewProps) {
  const { user } = useWorkplace();
  if (user.workerSid !== null) return <AgentView {...props} />;
  return (
    <Box padding="space60">
      <Heading as="h1" variant="heading20">
        Tasks
      </Heading>
      <Box color="colorTextWeak">You take no tasks. What others have put aside is on the board.</Box>
    </Box>
  );
}
