/** A moment as it stands in records, timers and answers: ISO 8601 UTC in whole seconds, "2026-03-02T09:00:00Z". */
export type Instant = string;

/** The instant of a date, cut to whole seconds, so that instants sort as text. */
export function instant(date: Date): Instant {
  return `${date.toISOString().slice(0, 19)}Z`;
}

export function plusSeconds(from: Instant, seconds: number): Instant {
  return instant(new Date(Date.parse(from) + seconds * 1000));
}

/** Seconds from one instant to a later one; negative when it is earlier. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

export function earliest(instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((each) => each !== null).sort();
  return known[0] ?? null;
}

/** Lengths in seconds. */
export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
