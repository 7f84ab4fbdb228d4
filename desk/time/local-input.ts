import { momentOf, wallOf } from './zone';

/** What the browser's fields for a date and for a time hold: "2026-03-02" and "09:00", "" while not complete. */
export interface DateAndTime {
  readonly date: string;
  readonly time: string;
}

export function toInput(moment: Date, zone: string): DateAndTime {
  const { year, month, day, hour, minute } = wallOf(moment, zone);
  return {
    date: [digits(year, 4), digits(month, 2), digits(day, 2)].join('-'),
    time: [digits(hour, 2), digits(minute, 2)].join(':'),
  };
}

/** The moment that was typed; undefined while it is not complete. */
export function fromInput({ date, time }: DateAndTime, zone: string): Date | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(`${date}T${time}`);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  return momentOf({ year, month, day, hour, minute }, zone);
}

/** As the API takes moments: ISO 8601 UTC, whole seconds. */
export function wholeSecond(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

function digits(n: number, count: number): string {
  return String(n).padStart(count, '0');
}
