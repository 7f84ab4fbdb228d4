import { type TaskEvent, taskEventOf } from '../domain/task-events';
import { DAY, HOUR, MINUTE } from '../domain/time';
import { inParallel } from './in-parallel';
import { errorName } from './error-name';
import type { Deps } from './ports';
import { taskEvent } from './task-event';

/** Where no event was read yet: what began before is brought by `taskSid`. */
const FIRST_LOOK_BACK_MILLISECONDS = HOUR * 1000;
/** An event may come into the list later than its date says. */
const OVERLAP_MILLISECONDS = 2 * MINUTE * 1000;
/** After an outage the list is read in windows, so that what was taken counts, however much there is. */
const WINDOW_MILLISECONDS = 10 * MINUTE * 1000;
/** An event that fails again and again is given up after this time. */
const GIVEN_UP_MILLISECONDS = HOUR * 1000;
/** Twilio keeps events for 30 days. */
const KEPT_MILLISECONDS = 29 * DAY * 1000;

interface News {
  readonly at: number;
  readonly event: TaskEvent;
}

/**
 * TaskRouter's webhooks come at most once. So each sweep reads the workspace's event list, from Twilio's own date
 * of the last event taken; what came as a webhook already changes nothing. Our clock only says how far back is
 * too far, and where an old window may end.
 *
 * @returns how many events mattered
 */
export async function takeLostEvents(deps: Deps, mayStart: () => boolean): Promise<number> {
  let mattered = 0;
  try {
    let cursor = await deps.store.readEventCursor();
    const now = deps.now().getTime();
    let from = cursor === undefined ? now - FIRST_LOOK_BACK_MILLISECONDS : cursor - OVERLAP_MILLISECONDS;
    while (mayStart()) {
      from = Math.max(from, now - KEPT_MILLISECONDS);
      const to = now - from > 2 * WINDOW_MILLISECONDS ? from + WINDOW_MILLISECONDS : undefined;
      const window = await takeWindow(from, to, deps, mayStart);
      mattered += window.mattered;
      if (window.takenTo > (cursor ?? 0)) await deps.store.moveEventCursor((cursor = window.takenTo));
      if (to === undefined || window.takenTo < to) break;
      from = to;
    }
  } catch (error) {
    deps.log.warn('event list not read', { error: errorName(error) });
  }
  return mattered;
}

async function takeWindow(from: number, to: number | undefined, deps: Deps, mayStart: () => boolean) {
  const listed = await deps.twilio.events({ from, to });
  const news = listed.flatMap(({ at, fields }): News[] => {
    const event = taskEventOf(fields);
    return event === undefined ? [] : [{ at, event }];
  });
  const end = to ?? listed.at(-1)?.at ?? 0;
  const left = await takeAll(news, deps, mayStart);
  return { mattered: news.length, takenTo: left === undefined ? end : Math.min(end, left - 1) };
}

/** The news of one conversation in their order, those of several at once. @returns when the first was that is left */
async function takeAll(
  news: readonly News[],
  deps: Deps,
  mayStart: () => boolean,
): Promise<number | undefined> {
  const byConversation = new Map<string, News[]>();
  for (const each of news) {
    const { conversationSid } = each.event;
    byConversation.set(conversationSid, [...(byConversation.get(conversationSid) ?? []), each]);
  }
  const left: number[] = [];
  await inParallel([...byConversation.values()], async (ofOne) => {
    for (const { at, event } of ofOne) {
      if (!mayStart()) left.push(at);
      else if (!(await isTaken(event, deps)) && deps.now().getTime() - at < GIVEN_UP_MILLISECONDS)
        left.push(at);
    }
  });
  return left.length === 0 ? undefined : Math.min(...left);
}

async function isTaken(event: TaskEvent, deps: Deps): Promise<boolean> {
  try {
    await taskEvent(event, deps);
    return true;
  } catch (error) {
    deps.log.error('event not taken', { conversationSid: event.conversationSid, error: errorName(error) });
    return false;
  }
}
