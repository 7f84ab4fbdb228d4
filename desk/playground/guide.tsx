import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { CheckmarkCircleIcon } from '@twilio-paste/icons/esm/CheckmarkCircleIcon';
import { ScreenReaderOnly } from '@twilio-paste/screen-reader-only';
import { type ReactNode } from 'react';
import { RefusalNotice } from '../conversations/refusal-notice';
import { useCommand } from '../conversations/use-command';
import { useWorkplace } from '../conversations/workplace';
import { type Step, STEPS, stepsDone } from './guide-steps';
import { Section } from './section';
import { useKept } from './use-kept';
import { type WhatGoesOn } from './use-what-goes-on';

export interface GuideProps extends Pick<WhatGoesOn, 'agents' | 'settings' | 'tasks' | 'events'> {
  readonly signIn: (name: string) => void;
}

/** The product in five steps, for who sees it for the first time; dismissed, it stays folded up in this browser. */
export function Guide({ agents, signIn, ...shown }: GuideProps) {
  const [dismissed, setDismissed] = useKept(localStorage, 'guide-dismissed', 'no');
  const isOpen = dismissed === 'no';
  const done = stepsDone(shown);
  return (
    <Section
      id="playground-guide"
      title={`First steps: ${done.size} of ${STEPS.length} done`}
      aside={
        <Button
          variant="link"
          size="reset"
          aria-expanded={isOpen}
          onClick={() => setDismissed(isOpen ? 'yes' : 'no')}
        >
          {isOpen ? 'Dismiss' : 'Show'}
        </Button>
      }
    >
      {isOpen && (
        <Box
          as="ol"
          margin="space0"
          padding="space0"
          listStyleType="none"
          display="flex"
          flexDirection="column"
          rowGap="space40"
        >
          {STEPS.map((step, n) => (
            <StepItem key={step} number={n + 1} isDone={done.has(step)} words={WORDS[step]}>
              {step === 'turn-on' && !done.has(step) && (
                <TurnOn settings={shown.settings} agents={agents} signIn={signIn} />
              )}
            </StepItem>
          ))}
        </Box>
      )}
    </Section>
  );
}

const WORDS: Readonly<Record<Step, string>> = {
  'turn-on': 'Turn Leave and Pause on: both are off until an administrator does.',
  accept: 'Start a conversation as a customer, and accept it as the agent to whom it is offered.',
  pause: 'Pause it, and complete the wrap-up: the agent is free, and sees when it comes back.',
  'come-back': 'Jump the clock to its marks and on to its deadline, or resume it: an agent has it again.',
  'leave-and-reply': 'Leave a conversation, and write as its customer: it comes back with its history.',
};

interface StepItemProps {
  readonly number: number;
  readonly isDone: boolean;
  readonly words: string;
  readonly children: ReactNode;
}

function StepItem({ number, isDone, words, children }: StepItemProps) {
  return (
    <Box as="li" display="flex" columnGap="space30" fontSize="fontSize20" lineHeight="lineHeight20">
      <Box
        width="sizeIcon20"
        flexShrink={0}
        textAlign="center"
        color={isDone ? 'colorTextSuccess' : 'colorText'}
        fontWeight="fontWeightSemibold"
      >
        {isDone ? <CheckmarkCircleIcon decorative={false} title="Done" size="sizeIcon10" /> : number}
      </Box>
      <Box display="flex" flexDirection="column" rowGap="space30" alignItems="flex-start">
        <Box color={isDone ? 'colorTextWeak' : 'colorText'}>
          {!isDone && <ScreenReaderOnly>To do: </ScreenReaderOnly>}
          {words}
        </Box>
        {children}
      </Box>
    </Box>
  );
}

/** Only administrators turn the options on; everybody else is led to the one of the demo. */
function TurnOn({ settings, agents, signIn }: Pick<GuideProps, 'settings' | 'agents' | 'signIn'>) {
  const { api, user } = useWorkplace();
  const { running, problem, dismiss, run } = useCommand<'turn-on'>();
  const admin = agents.find(({ roles }) => roles.includes('admin'));
  if (!user.roles.includes('admin')) {
    if (!admin) return null;
    return (
      <Button id="guide-admin" variant="secondary" size="small" onClick={() => signIn(admin.name)}>
        {`Sign in as ${admin.name}, an administrator`}
      </Button>
    );
  }
  if (!settings) return null;
  const { version, leave, pause } = settings;
  const turnedOn = {
    ...settings,
    leave: { ...leave, enabled: true },
    pause: { ...pause, enabled: true },
  };
  return (
    <>
      <Button
        id="guide-admin"
        variant="primary"
        size="small"
        loading={running === 'turn-on'}
        onClick={() => void run('turn-on', () => api.putSettings(turnedOn, version))}
      >
        Turn both on
      </Button>
      <RefusalNotice problem={problem} onDismiss={dismiss} />
    </>
  );
}
