import { errorName } from './error-name';
import { taskEventOf } from '../domain/task-events';
import { HOUR, MINUTE } from '../domain/time';
import type { Deps, ListedEvent } from './ports';
import { taskEvent } from './task-event';

/** Where no event was read yet: what began before is brought by `taskSid`. */
const FIRST_LOOK_BACK_MILLISECONDS = HOUR * 1000;
/** An event may come into the list later than its date says. */
const OVERLAP_MILLISECONDS = 2 * MINUTE * 1000;
/** An event that fails again and again is given up after this time. */
const MOST_BEHIND_MILLISECONDS = HOUR * 1000;

/**
 * TaskRouter's webhooks come at most once. So each sweep reads the workspace's event list, from Twilio's own date
 * of the last event taken, never from our clock; what came as a webhook already changes nothing.
 *
 * @returns how many events mattered
 */
export async function takeLostEvents(deps: Deps, mayStart: () => boolean): Promise<number> {
  try {
    const last = await deps.store.readEventCursor();
    const since =
      last === undefined ? deps.now().getTime() - FIRST_LOOK_BACK_MILLISECONDS : last - OVERLAP_MILLISECONDS;
    const { mattered, takenTo } = await takeAll(await deps.twilio.eventsSince(since), deps, mayStart);
    if (takenTo > (last ?? 0)) await deps.store.moveEventCursor(takenTo);
    return mattered;
  } catch (error) {
    deps.log.warn('event list not read', { error: errorName(error) });
    return 0;
  }
}

async function takeAll(events: readonly ListedEvent[], deps: Deps, mayStart: () => boolean) {
  let mattered = 0;
  let newest = 0;
  let firstFailed = Infinity;
  for (const { at, fields } of events) {
    if (!mayStart()) break;
    newest = at;
    const news = taskEventOf(fields);
    if (news === undefined) continue;
    mattered++;
    try {
      await taskEvent(news, deps);
    } catch (error) {
      firstFailed = Math.min(firstFailed, at);
      const { conversationSid } = news;
      deps.log.error('event not taken', {
        conversationSid,
        error: errorName(error),
      });
    }
  }
  return {
    mattered,
    takenTo: Math.max(Math.min(newest, firstFailed - 1), newest - MOST_BEHIND_MILLISECONDS),
  };
}
