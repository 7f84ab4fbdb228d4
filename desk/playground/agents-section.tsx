import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { ScreenReaderOnly } from '@twilio-paste/screen-reader-only';
import { Switch } from '@twilio-paste/switch';
import { RefusalNotice } from '../conversations/refusal-notice';
import { useCommand } from '../conversations/use-command';
import { useWorkplace } from '../conversations/workplace';
import { type DemoAgent, type StandIn, type StandInTask } from '../stand-in/client';
import { Section } from './section';
import { type WhatGoesOn } from './use-what-goes-on';

export interface AgentsSectionProps extends Pick<WhatGoesOn, 'agents' | 'tasks'> {
  readonly standIn: StandIn;
  readonly signIn: (name: string) => void;
}

/** Who takes tasks, what each has, and whether each is at the desk; who lets an offer lapse is not. */
export function AgentsSection({ standIn, agents, tasks, signIn }: AgentsSectionProps) {
  const { problem, dismiss, run } = useCommand<string>();
  const workers = agents.filter(isWorker);
  return (
    <Section id="playground-agents" title="Agents in Flex">
      <Box color="colorTextWeak" fontSize="fontSize20">
        A task is offered to the available agent who has had none for longest. Who does not accept it within
        two minutes goes offline.
      </Box>
      <RefusalNotice problem={problem} onDismiss={dismiss} />
      <Box as="ul" margin="space0" padding="space0" listStyleType="none">
        {workers.map((agent) => (
          <AgentRow
            key={agent.workerSid}
            agent={agent}
            tasks={tasks}
            onSignIn={() => signIn(agent.name)}
            onChange={(available) =>
              void run(agent.workerSid, () => standIn.changeAvailability(agent.workerSid, available))
            }
          />
        ))}
      </Box>
    </Section>
  );
}

type Worker = DemoAgent & { readonly workerSid: string; readonly available: boolean };

function isWorker(agent: DemoAgent): agent is Worker {
  return agent.workerSid !== null && agent.available !== null;
}

interface AgentRowProps {
  readonly agent: Worker;
  readonly tasks: readonly StandInTask[];
  readonly onSignIn: () => void;
  readonly onChange: (available: boolean) => void;
}

function AgentRow({ agent, tasks, onSignIn, onChange }: AgentRowProps) {
  const { user } = useWorkplace();
  return (
    <Box
      as="li"
      display="flex"
      alignItems="center"
      justifyContent="space-between"
      columnGap="space50"
      paddingY="space20"
    >
      <Box minWidth="0" flexGrow={1}>
        <Box color="colorText" fontWeight="fontWeightSemibold">
          {user.workerSid === agent.workerSid ? `${agent.name} (you)` : agent.name}
        </Box>
        <Box color="colorTextWeak" fontSize="fontSize20">
          {tasksOf(agent, tasks)}
        </Box>
      </Box>
      {user.workerSid !== agent.workerSid && (
        <Button id={`sign-in-${agent.workerSid}`} variant="link" size="reset" onClick={onSignIn}>
          {`Sign in as ${agent.name}`}
        </Button>
      )}
      <Box flexShrink={0}>
        <Switch
          id={`available-${agent.workerSid}`}
          checked={agent.available}
          onChange={() => onChange(!agent.available)}
        >
          <ScreenReaderOnly>{agent.name} is </ScreenReaderOnly>
          Available
        </Switch>
      </Box>
    </Box>
  );
}

/** "1 offered, 2 accepted" */
function tasksOf({ workerSid }: Worker, tasks: readonly StandInTask[]): string {
  const offered = tasks.filter(({ reservedFor }) => reservedFor === workerSid).length;
  const accepted = tasks.filter((task) => task.workerSid === workerSid).length;
  const words = [
    ...(offered > 0 ? [`${offered} offered`] : []),
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
  ];
  return words.length === 0 ? 'No tasks' : words.join(', ');
}
