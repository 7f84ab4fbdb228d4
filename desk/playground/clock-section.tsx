import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { useEffect, useState } from 'react';
import { RefusalNotice } from '../conversations/refusal-notice';
import { useCommand } from '../conversations/use-command';
import { useWorkplace } from '../conversations/workplace';
import { useLiveContext } from '../live/live';
import { type StandIn } from '../stand-in/client';
import { absolute, type Place } from '../time/words';
import { DAY, HOUR, SECOND } from '../time/units';
import { jumpTo } from './jump';
import { nextMoment, type NextMoment } from './next-moment';
import { Section } from './section';
import { type WhatGoesOn } from './use-what-goes-on';
import { nameOfCustomer } from './names';

const JUMPS = [
  ['1 hour', HOUR],
  ['1 day', DAY],
  ['14 days', 14 * DAY],
] as const;

type Jump = (typeof JUMPS)[number][0] | 'next';

export interface ClockSectionProps extends Pick<WhatGoesOn, 'timers' | 'conversations'> {
  readonly standIn: StandIn;
}

/** The product's clock, and jumps of it: on the way, everything that is due happens at its moment. */
export function ClockSection({ standIn, timers, conversations }: ClockSectionProps) {
  const { clock } = useLiveContext();
  const { place } = useWorkplace();
  const now = useSeconds();
  const { running, problem, dismiss, run } = useCommand<Jump>();
  const next = nextMoment(timers, now);

  const jump = (name: Jump, target: Date): void =>
    void run(name, () => jumpTo(target, standIn, (reached) => clock.set(reached)));

  return (
    <Section id="playground-clock" title="Clock">
      <Box color="colorText">{fullMoment(now, place)}</Box>
      <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
        {JUMPS.map(([words, duration]) => (
          <Button
            key={words}
            variant="secondary"
            size="small"
            loading={running === words}
            onClick={() => jump(words, new Date(clock.now().getTime() + duration))}
          >
            {`Jump ${words}`}
          </Button>
        ))}
        {(next !== null || running === 'next') && (
          <Button
            variant="secondary"
            size="small"
            loading={running === 'next'}
            onClick={() => next && jump('next', next.at)}
          >
            Jump to what comes next
          </Button>
        )}
      </Box>
      <Box color="colorTextWeak" fontSize="fontSize20">
        {next
          ? `Next: ${WORDS[next.mark]} of ${nameOfCustomer(next.conversationSid, conversations)}, ${absolute(next.at, now, place)}`
          : 'Nothing is paused: no mark and no deadline comes next.'}
      </Box>
      <RefusalNotice problem={problem} onDismiss={dismiss} />
    </Section>
  );
}

const WORDS: Readonly<Record<NextMoment['mark'], string>> = {
  'within-24-hours': 'the mark of 24 hours',
  'within-1-hour': 'the mark of 1 hour',
  overdue: 'the deadline',
};

/** "Thursday 26 November 2026 at 16:05:12" */
function fullMoment(moment: Date, { locale, zone }: Place): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'full', timeStyle: 'medium' }).format(
    moment,
  );
}

/** The product's time, each second. */
function useSeconds(): Date {
  const { clock } = useLiveContext();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const tick = (): void => setNow(clock.now());
    const timer = setInterval(tick, SECOND);
    const endJumps = clock.onJump(tick);
    return () => {
      clearInterval(timer);
      endJumps();
    };
  }, [clock]);
  return now;
}
