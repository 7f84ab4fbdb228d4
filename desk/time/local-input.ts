import { momentOf, wallOf } from './zone';

const PATTERN = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/;

/** What `<input type="datetime-local">` shows for a moment: "2026-03-02T09:00" */
export function toInput(moment: Date, zone: string): string {
  const { year, month, day, hour, minute } = wallOf(moment, zone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The moment that was typed; undefined while it is not complete. */
export function fromInput(text: string, zone: string): Date | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  return momentOf({ year, month, day, hour, minute }, zone);
}

/** As the API takes moments: ISO 8601 UTC, whole seconds. */
export function wholeSecond(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
