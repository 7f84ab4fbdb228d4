import { DAY, HOUR, type Instant, secondsBetween } from './time';

/** How near a deadline is; exactly 24 hours and exactly one hour belong to the nearer mark. */
export type Mark = 'later' | 'within-24-hours' | 'within-1-hour' | 'overdue';

/** @param now as precise as the deadline: whole seconds */
export function markOf(deadline: Instant, now: Instant): Mark {
  const left = secondsBetween(now, deadline);
  if (left <= 0) return 'overdue';
  if (left <= HOUR) return 'within-1-hour';
  return left <= DAY ? 'within-24-hours' : 'later';
}
