import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { useWorkplace } from '../conversations/workplace';
import { type DemoAgent, type StandInTask } from '../stand-in/client';

export interface WhereTheTaskIsProps {
  readonly conversationSid: string;
  readonly agents: readonly DemoAgent[];
  readonly tasks: readonly StandInTask[];
  readonly signIn: (name: string) => void;
}

/** Who has the conversation or is asked to take it, and the way to that agent's desk. */
export function WhereTheTaskIs({ conversationSid, agents, tasks, signIn }: WhereTheTaskIsProps) {
  const { user } = useWorkplace();
  const task = tasks.find((each) => each.conversationSid === conversationSid);
  const workerSid = task?.workerSid ?? task?.reservedFor ?? null;
  const agent = agents.find((each) => workerSid !== null && each.workerSid === workerSid);
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="baseline"
      columnGap="space40"
      rowGap="space20"
      fontSize="fontSize20"
    >
      <Box color="colorTextWeak">{sentence(task, agent)}</Box>
      {agent && agent.workerSid !== user.workerSid && (
        <Button
          id="playground-to-agent"
          variant="link"
          size="reset"
          onClick={() => {
            window.location.hash = `#/tasks/${conversationSid}`;
            signIn(agent.name);
          }}
        >
          {`Sign in as ${agent.name}`}
        </Button>
      )}
    </Box>
  );
}

function sentence(task: StandInTask | undefined, agent: DemoAgent | undefined): string {
  const name = agent?.name ?? 'an agent';
  switch (task?.status) {
    case undefined:
      return 'No agent has a task for it now.';
    case 'pending':
      return 'It waits: no agent is available.';
    case 'reserved':
      return `It is offered to ${name}.`;
    case 'assigned':
      return `It is with ${name}.`;
    case 'wrapping':
      return `${name} wraps it up.`;
  }
}
