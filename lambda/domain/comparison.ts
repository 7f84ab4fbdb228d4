import { DAY, type Instant, MINUTE, plusSeconds, secondsBetween } from './time';

const LEAST_SECONDS = 15 * MINUTE;
const MOST_SECONDS = DAY;

/**
 * When to compare next: intervals that double from 15 minutes to 24 hours, by how long it has been paused.
 *
 * @param since null: it is Flex that has put it aside, for days, and each 24 hours are enough
 */
export function nextComparison(since: Instant | null, now: Instant): Instant {
  if (since === null) return plusSeconds(now, MOST_SECONDS);
  const interval = Math.min(Math.max(secondsBetween(since, now), LEAST_SECONDS), MOST_SECONDS);
  return plusSeconds(now, interval);
}
