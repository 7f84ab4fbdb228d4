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

/**
 * When to compare again what could not be compared: after 1, 2, 4 … minutes, and no later than it would be without.
 *
 * @param failed  comparisons in a row that failed, at least one
 * @param regular the next comparison without that
 */
export function comparisonAgain(failed: number, regular: Instant, now: Instant): Instant {
  const seconds = Math.min(MINUTE * 2 ** (failed - 1), MOST_SECONDS);
  return secondsBetween(now, regular) < seconds ? regular : plusSeconds(now, seconds);
}
