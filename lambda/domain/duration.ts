import { parse } from 'tinyduration';
import { DAY, HOUR, MINUTE } from './time';

/** A hundred years: what is longer is no duration of anybody's, and no date can be counted from it. */
const MOST_SECONDS = 36_525 * DAY;

/**
 * Seconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds ("P14D", "PT4H30M").
 *
 * @returns undefined when the text is no such duration: months and years (whose length depends on the
 *   calendar), fractions of a second, negative or zero durations are none.
 */
export function durationSeconds(text: string): number | undefined {
  try {
    const { years, months, weeks, days, hours, minutes, seconds, negative } = parse(text);
    if (negative || years || months) return undefined;
    const parts = [
      [weeks, 7 * DAY],
      [days, DAY],
      [hours, HOUR],
      [minutes, MINUTE],
      [seconds, 1],
    ] as const;
    if (parts.some(([count = 0]) => !Number.isInteger(count))) return undefined;
    const total = parts.reduce((sum, [count = 0, unit]) => sum + count * unit, 0);
    return total > 0 && total <= MOST_SECONDS ? total : undefined;
  } catch {
    return undefined;
  }
}
