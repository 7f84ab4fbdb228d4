import { DAY, type Instant, MINUTE, plusSeconds, secondsBetween } from './time';

const LEAST_SECONDS = 15 * MINUTE;
const MOST_SECONDS = DAY;

/** When to compare next: intervals that double from 15 minutes to 24 hours, by how long it has been put aside. */
export function nextComparison(since: Instant, now: Instant): Instant {
  const interval = Math.min(Math.max(secondsBetween(since, now), LEAST_SECONDS), MOST_SECONDS);
  return plusSeconds(now, interval);
}
