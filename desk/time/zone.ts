import { DAY, MINUTE } from './units';

/** Date and time of day as a clock on the wall shows them. */
export interface Wall {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** What the clocks of a zone show at a moment. @param zone IANA name, such as "Europe/Berlin" */
export function wallOf(moment: Date, zone: string): Wall {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}

/**
 * When the clocks of a zone show this. Of the hour that comes twice in autumn it is the first; in the hour that is
 * skipped in spring it is as long after the skip as the wall time is after the skip's begin (02:30 becomes 03:30).
 */
export function momentOf(wall: Wall, zone: string): Date {
  const asUtc = utcOf(wall);
  // Offsets a day before and after are those of both sides of a change, if there is one in between.
  const offsets = [offsetAt(asUtc - DAY, zone), offsetAt(asUtc + DAY, zone)];
  const candidates = offsets.map((offset) => asUtc - offset);
  const right = candidates.filter((each) => utcOf(wallOf(new Date(each), zone)) === asUtc);
  return new Date(right.length > 0 ? Math.min(...right) : asUtc - Math.min(...offsets));
}

/** The same time of day so many days later on the calendar. */
export function daysLater(wall: Wall, days: number): Wall {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return {
    ...wall,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** Days on the calendar from one date to another, whatever the time of day. */
export function calendarDays(from: Wall, to: Wall): number {
  return (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / DAY;
}

/** 0 is Sunday. */
export function weekdayOf(wall: Wall): number {
  return new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay();
}

function utcOf({ year, month, day, hour, minute }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** How far a zone's clocks are ahead of UTC, in milliseconds; whole minutes. */
function offsetAt(moment: number, zone: string): number {
  return utcOf(wallOf(new Date(moment), zone)) - Math.floor(moment / MINUTE) * MINUTE;
}
