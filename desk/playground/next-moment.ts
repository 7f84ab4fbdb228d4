import { type Mark } from '../api/types';
import { type Execution } from '../stand-in/client';
import { DAY, HOUR } from '../time/units';

/** What comes next of a pause. */
export interface NextMoment {
  readonly at: Date;
  readonly conversationSid: string;
  /** The mark that it gets by that; `overdue` is the deadline itself */
  readonly mark: Exclude<Mark, 'later'>;
}

const BEFORE_DEADLINE: readonly (readonly [NextMoment['mark'], number])[] = [
  ['within-24-hours', DAY],
  ['within-1-hour', HOUR],
  ['overdue', 0],
];

/** The soonest mark or deadline of all pauses, by the timers that run for them; null: nothing is paused */
export function nextMoment(timers: readonly Execution[], now: Date): NextMoment | null {
  const ahead = timers
    .filter(({ status, wakeAt }) => status === 'RUNNING' && wakeAt !== null)
    .flatMap(({ wakeAt, input: { conversationSid } }) =>
      BEFORE_DEADLINE.map(([mark, before]) => ({
        at: new Date(Date.parse(wakeAt!) - before),
        conversationSid,
        mark,
      })),
    )
    .filter(({ at }) => at > now);
  return ahead.reduce<NextMoment | null>(
    (soonest, each) => (soonest && soonest.at <= each.at ? soonest : each),
    null,
  );
}
