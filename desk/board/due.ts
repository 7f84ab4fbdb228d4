import { type PausedSummary } from '../api/types';
import { DAY, HOUR } from '../time/units';
import { absolute, dayOf, type Place } from '../time/words';

/** A bar of a chart. */
export interface Count {
  readonly label: string;
  readonly count: number;
}

/** What is overdue, then what comes due by the hour for the next day, in the person's own time zone; hours without are left out. */
export function dueByHour({ byHour, byMark }: PausedSummary, now: Date, place: Place): Count[] {
  const { before, next } = split(byHour, now);
  // The hour that goes on has what is overdue and what is not yet.
  let overdueSince = byMark.overdue - sum(before);
  const ahead = next.map(({ from, count }) => {
    const passed = Math.min(Math.max(overdueSince, 0), count);
    overdueSince -= passed;
    return { label: absolute(from, now, place), count: count - passed };
  });
  return [{ label: 'Overdue', count: byMark.overdue }, ...ahead].filter(({ count }) => count > 0);
}

/** What comes due after the next day, by day of the person's own time zone. */
export function dueByDay({ byHour }: PausedSummary, now: Date, place: Place): Count[] {
  const days = new Map<string, number>();
  for (const { from, count } of split(byHour, now).after) {
    const day = dayOf(from, now, place);
    days.set(day, (days.get(day) ?? 0) + count);
  }
  return [...days].map(([label, count]) => ({ label, count }));
}

interface Hour {
  readonly from: Date;
  readonly count: number;
}

function split(byHour: PausedSummary['byHour'], now: Date) {
  const hours: Hour[] = byHour.map(({ from, count }) => ({ from: new Date(from), count }));
  const thisHour = Math.floor(now.getTime() / HOUR) * HOUR;
  const nextDay = thisHour + DAY;
  return {
    before: hours.filter(({ from }) => from.getTime() < thisHour),
    next: hours.filter(({ from }) => from.getTime() >= thisHour && from.getTime() < nextDay),
    after: hours.filter(({ from }) => from.getTime() >= nextDay),
  };
}

function sum(hours: readonly Hour[]): number {
  return hours.reduce((total, { count }) => total + count, 0);
}
