import { type AgentDeleted, newsOf, type TaskEvent } from '../domain/task-events';
import { DAY, HOUR, MINUTE } from '../domain/time';
import { agentDeleted } from './agent-deleted';
import type { Change } from './change';
import { ownRun } from './context';
import { errorName } from './error-name';
import { inParallel } from './in-parallel';
import { type Deps, type EventCursor, type HandoverDeps, type ListedEvent, TwilioError } from './ports';
import { taskEvent } from './task-event';

/** Where no event was read yet: what began before is brought by `taskSid`. */
const FIRST_LOOK_BACK_MILLISECONDS = HOUR * 1000;
/** TaskRouter keeps its events so long. */
export const EVENTS_STAY_MILLISECONDS = 30 * DAY * 1000;
/** An event may come into the list later than its date says. */
export const OVERLAP_MILLISECONDS = 2 * MINUTE * 1000;
/** Where the whole list is too long to be read in time, its first events are looked for in windows that grow. */
const FIRST_WINDOW_MILLISECONDS = 10 * MINUTE * 1000;
const LAST_WINDOW_MILLISECONDS = EVENTS_STAY_MILLISECONDS;
/**
 * An event that fails again and again keeps those behind it waiting: an hour of sweeps that could write other records,
 * and it is given up. Where none can be written, it is not the event that is wrong.
 */
const MOST_FAILURES = 60;

interface News {
  readonly at: number;
  readonly event: TaskEvent | AgentDeleted;
}

/**
 * TaskRouter's webhooks come at most once. So each sweep reads the workspace's event list, from Twilio's own date
 * of the last event taken, never from our clock; what came as a webhook already changes nothing.
 *
 * @param hasWritten whether this sweep has written a record already
 * @returns how many events mattered
 */
export async function takeLostEvents(
  deps: HandoverDeps,
  mayStart: () => boolean,
  hasWritten = false,
): Promise<number> {
  try {
    const last = (await deps.store.readEventCursor()) ?? (await firstCursor(deps));
    const listed = await eventsFrom(last.at - OVERLAP_MILLISECONDS, deps);
    const news = listed.flatMap(({ at, fields }): News[] => {
      const event = newsOf(fields);
      return event === undefined ? [] : [{ at, event }];
    });
    const left = await takeAll(news, deps, mayStart, hasWritten);
    await moveOn(last, listed.at(-1)?.at ?? 0, left, deps);
    return news.length;
  } catch (error) {
    deps.log.warn('event list not read', { error: errorName(error) });
    return 0;
  }
}

/** Written down before anything is read: whatever fails now, what follows is read from there, however long it takes. */
async function firstCursor({ store, now }: Deps): Promise<EventCursor> {
  const at = now().getTime() - FIRST_LOOK_BACK_MILLISECONDS + OVERLAP_MILLISECONDS;
  const cursor: EventCursor = { at, failures: 0 };
  await store.moveEventCursor(cursor);
  return cursor;
}

async function eventsFrom(from: number, deps: Deps): Promise<ListedEvent[]> {
  try {
    return await deps.twilio.events({ from });
  } catch (error) {
    if (isTooLong(error)) return firstEventsFrom(from, deps);
    throw error;
  }
}

/** No answer came in time; a Twilio that answers 429 or 500 is not asked for parts of the list right away. */
function isTooLong(error: unknown): boolean {
  return error instanceof TwilioError && error.kind === 'unavailable' && error.status === undefined;
}

/** Those of the overlap were taken before: what counts is what comes after them. */
async function firstEventsFrom(from: number, deps: Deps): Promise<ListedEvent[]> {
  for (let window = FIRST_WINDOW_MILLISECONDS; window <= LAST_WINDOW_MILLISECONDS; window *= 2) {
    const events = await deps.twilio.events({ from, to: from + window });
    if (events.some(({ at }) => at > from + OVERLAP_MILLISECONDS)) return events;
  }
  return [];
}

/** Twilio's dates of what could not be taken. */
interface Left {
  readonly failed: readonly number[];
  /** For want of time. */
  readonly notTried: readonly number[];
  /** Whether some record could be written meanwhile. */
  readonly hasWritten: boolean;
}

/** The news of one conversation in their order, on one read of its record; those of several, and of agents, at once. */
async function takeAll(
  news: readonly News[],
  deps: HandoverDeps,
  mayStart: () => boolean,
  hasWrittenBefore: boolean,
): Promise<Left> {
  const bySubject = new Map<string, News[]>();
  for (const each of news) {
    const subject = subjectOf(each.event);
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), each]);
  }
  const failed: number[] = [];
  const notTried: number[] = [];
  let hasWritten = hasWrittenBefore;
  await inParallel([...bySubject.values()], async (ofOne) => {
    let last: Change | undefined;
    for (const { at, event } of ofOne) {
      if (!mayStart()) {
        notTried.push(at);
        continue;
      }
      try {
        last = await take(event, ownRun(deps), mayStart, last);
        hasWritten ||= last?.kind === 'applied';
      } catch (error) {
        deps.log.error('event not taken', { about: subjectOf(event), error: errorName(error) });
        failed.push(at);
        last = undefined;
      }
    }
  });
  return { failed: failed.sort((a, b) => a - b), notTried, hasWritten };
}

/** Up to the first event that is left. One that has kept the others waiting for too many sweeps is left for good. */
async function moveOn(
  before: EventCursor,
  newest: number,
  { failed, notTried, hasWritten }: Left,
  { store, log, metrics }: Deps,
): Promise<void> {
  const isGivenUp = failed.length > 0 && hasWritten && before.failures >= MOST_FAILURES;
  const waiting = isGivenUp ? failed.slice(1) : failed;
  if (isGivenUp) {
    log.error('event given up', { at: failed[0] });
    metrics.measure({ EventsGivenUp: 1 });
  }
  const at = Math.max(before.at, Math.min(newest, ...[...waiting, ...notTried].map((date) => date - 1)));
  const isAnother = isGivenUp || at > before.at;
  const failures = waiting.length === 0 ? 0 : (isAnother ? 0 : before.failures) + Number(hasWritten);
  if (at > before.at || failures !== before.failures) await store.moveEventCursor({ at, failures });
}

/** A conversation, or an agent. */
function subjectOf(event: News['event']): string {
  return event.kind === 'agent-deleted' ? event.workerSid : event.conversationSid;
}

/** @param last what came of the event before */
async function take(
  event: News['event'],
  deps: HandoverDeps,
  mayStart: () => boolean,
  last: Change | undefined,
): Promise<Change | undefined> {
  if (event.kind !== 'agent-deleted') return taskEvent(event, deps, last);
  await agentDeleted(event.workerSid, deps, mayStart);
  return undefined;
}
