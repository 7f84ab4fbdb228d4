import { DAY, earliest, HOUR, type Instant, plusSeconds, secondsBetween } from './time';

/** How near a deadline is; exactly 24 hours and exactly one hour belong to the nearer mark. */
export type Mark = (typeof MARKS)[number];

export const MARKS = ['later', 'within-24-hours', 'within-1-hour', 'overdue'] as const;

/** @param now as precise as the deadline: whole seconds */
export function markOf(deadline: Instant, now: Instant): Mark {
  const left = secondsBetween(now, deadline);
  if (left <= 0) return 'overdue';
  if (left <= HOUR) return 'within-1-hour';
  return left <= DAY ? 'within-24-hours' : 'later';
}

/** Moments of which each is later than `after` and not later than `upTo`; null: no such bound. */
export interface Span {
  readonly after: Instant | null;
  readonly upTo: Instant | null;
}

/** The deadlines that have this mark now: a mark is a span of moments, so that it is read by an index. */
export function deadlinesOf(mark: Mark, now: Instant): Span {
  const inAnHour = plusSeconds(now, HOUR);
  const inADay = plusSeconds(now, DAY);
  switch (mark) {
    case 'overdue':
      return { after: null, upTo: now };
    case 'within-1-hour':
      return { after: now, upTo: inAnHour };
    case 'within-24-hours':
      return { after: inAnHour, upTo: inADay };
    case 'later':
      return { after: inADay, upTo: null };
  }
}

/** The marks that are told when they are reached, and how many seconds before the deadline that is. */
const TOLD = { 'within-24-hours': DAY, 'within-1-hour': HOUR } as const;

export type ToldMark = keyof typeof TOLD;

/** What marks depend on. */
interface Marked {
  readonly pausedAt: Instant;
  readonly deadline: Instant;
  readonly toldMark: ToldMark | null;
}

/** The mark that a pause is within, where it was reached after the pause began; after the deadline, what was told last. */
export function toldMarkOf({ pausedAt, deadline, toldMark }: Marked, now: Instant): ToldMark | null {
  const mark = markOf(deadline, now);
  if (mark === 'overdue') return toldMark;
  return mark !== 'later' && reachedAt(mark, deadline) > pausedAt ? mark : null;
}

/** When the next mark is reached that is to be told, which may have passed; null: there is none any more. */
export function nextMarkAt({ pausedAt, deadline, toldMark }: Marked, now: Instant): Instant | null {
  if (deadline <= now) return null;
  const nearer = (Object.keys(TOLD) as ToldMark[]).filter((mark) => isNearer(mark, toldMark));
  return earliest(nearer.map((mark) => reachedAt(mark, deadline)).filter((moment) => moment > pausedAt));
}

/** Whether a mark is nearer to the deadline than another; null: farther than any. */
export function isNearer(mark: ToldMark | null, other: ToldMark | null): boolean {
  return mark !== null && (other === null || TOLD[mark] < TOLD[other]);
}

function reachedAt(mark: ToldMark, deadline: Instant): Instant {
  return plusSeconds(deadline, -TOLD[mark]);
}
