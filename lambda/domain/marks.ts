import { DAY, HOUR, type Instant, plusSeconds, secondsBetween } from './time';

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
