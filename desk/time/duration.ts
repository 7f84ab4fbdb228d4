import { DAY, HOUR, MINUTE, SECOND } from './units';

const PATTERN = /^P(?!$)(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of an ISO 8601 duration as the API has them: weeks, days, hours, minutes, seconds. @throws RangeError */
export function millisecondsOf(duration: string): number {
  const match = PATTERN.exec(duration);
  if (!match) throw new RangeError(`no duration of the API: ${duration}`);
  const units = [7 * DAY, DAY, HOUR, MINUTE, SECOND];
  return match.slice(1).reduce((sum, count, n) => sum + Number(count ?? 0) * units[n]!, 0);
}

/** "14 days", "1 hour 30 minutes" */
export function durationWords(milliseconds: number): string {
  const units = [
    ['day', DAY],
    ['hour', HOUR],
    ['minute', MINUTE],
    ['second', SECOND],
  ] as const;
  let left = milliseconds;
  const words = units.flatMap(([name, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  return words.join(' ');
}
