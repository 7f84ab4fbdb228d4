import { DAY, HOUR, MINUTE, SECOND } from './units';
import { millisecondsOf } from './duration';

/** Longest first. The API also takes weeks; they are shown as days. */
const SIZES = { days: DAY, hours: HOUR, minutes: MINUTE, seconds: SECOND } as const;

export type Unit = keyof typeof SIZES;

/** A length of time as it is typed. */
export interface Amount {
  readonly count: string;
  readonly unit: Unit;
}

/** An ISO 8601 duration in the largest unit of which it is a whole number. @throws RangeError */
export function amountOf(duration: string): Amount {
  const milliseconds = millisecondsOf(duration);
  const units = Object.keys(SIZES) as Unit[];
  const unit = units.find((each) => milliseconds % SIZES[each] === 0) ?? 'seconds';
  return { count: String(milliseconds / SIZES[unit]), unit };
}

/** undefined: what is typed is no whole number above zero. Nine digits of anything are longer than anybody waits. */
export function millisecondsOfAmount({ count, unit }: Amount): number | undefined {
  const typed = count.trim();
  return /^\d{1,9}$/.test(typed) && Number(typed) > 0 ? Number(typed) * SIZES[unit] : undefined;
}

/** As the API takes it: "P14D", "PT90M". undefined: no whole number above zero */
export function durationOf({ count, unit }: Amount): string | undefined {
  if (millisecondsOfAmount({ count, unit }) === undefined) return undefined;
  const n = Number(count.trim());
  return unit === 'days' ? `P${n}D` : `PT${n}${unit.charAt(0).toUpperCase()}`;
}
