import { type Mark, markOf, MARKS } from './marks';
import type { Instant } from './time';

/** A pause as an index tells of it. */
export interface ListedPause {
  readonly conversationSid: string;
  readonly workerSid: string;
  /** null: not told, or not known. */
  readonly workerName: string | null;
  readonly deadline: Instant;
}

/** Whose pauses there are, and when they end. */
export interface Summary {
  /** Who has most comes first. */
  readonly byWorker: readonly { workerSid: string; name: string | null; count: number }[];
  readonly byMark: Readonly<Record<Mark, number>>;
  /** Hours of UTC in which a deadline is, soonest first. */
  readonly byHour: readonly Count[];
  /** Days of UTC. */
  readonly byDay: readonly Count[];
}

interface Count {
  readonly from: Instant;
  readonly count: number;
}

export function summaryOf(pauses: readonly ListedPause[], now: Instant): Summary {
  const names = new Map(pauses.map(({ workerSid, workerName }) => [workerSid, workerName]));
  const marks = counted(pauses.map(({ deadline }) => markOf(deadline, now)));
  return {
    byWorker: [...counted(pauses.map(({ workerSid }) => workerSid))]
      .map(([workerSid, count]) => ({ workerSid, name: names.get(workerSid) ?? null, count }))
      .sort((a, b) => b.count - a.count || (a.workerSid < b.workerSid ? -1 : 1)),
    byMark: Object.fromEntries(MARKS.map((mark) => [mark, marks.get(mark) ?? 0])) as Record<Mark, number>,
    byHour: inSpans(pauses, (deadline) => `${deadline.slice(0, 13)}:00:00Z`),
    byDay: inSpans(pauses, (deadline) => `${deadline.slice(0, 10)}T00:00:00Z`),
  };
}

function inSpans(pauses: readonly ListedPause[], beginningOf: (deadline: Instant) => Instant): Count[] {
  return [...counted(pauses.map(({ deadline }) => beginningOf(deadline)))]
    .map(([from, count]) => ({ from, count }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function counted<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
