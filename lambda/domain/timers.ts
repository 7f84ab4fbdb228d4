import { type Context, drop, effectId, idsOf, owe, type Pending } from './pending';
import type { Conversation, Pause } from './record';
import { plusSeconds } from './time';

/** A start that a later decision overtook may still be carried out within this time. */
const START_UNDER_WAY_SECONDS = 60;

/** Name of a pause's timer: at most 80 characters are allowed, it is never cut, and it is never used twice. */
export function timerName(
  conversationSid: string,
  { pauseId, timers }: Pick<Pause, 'pauseId' | 'timers'>,
): string {
  return `${conversationSid}-${pauseId}-${timers}`;
}

/** Owes the start of the pause's timer under its present name. */
export function oweTimer(record: Conversation, pause: Pause, context: Context): Pending {
  const name = timerName(record.conversationSid, pause);
  const { pauseId, deadline } = pause;
  return owe(record.pending, { kind: 'start-timer', name, pauseId, deadline }, context);
}

/**
 * The pause is over, or its deadline another: its timer is stopped. One whose start is still owed may be
 * started yet, so that it is stopped again a minute later.
 *
 * @param after effects that come first
 */
export function oweTimerStop(
  record: Conversation,
  context: Context,
  { after = [] }: { after?: readonly string[] } = {},
): Pending {
  if (record.pause === null) return record.pending;
  const name = timerName(record.conversationSid, record.pause);
  const start = effectId({ kind: 'start-timer', name, pauseId: '', deadline: '' });
  const underWay = start in record.pending;
  const until = underWay ? plusSeconds(context.now, START_UNDER_WAY_SECONDS) : null;
  const free = drop(waitingInstead(record.pending, start, after), [start], context);
  return owe(free, { kind: 'stop-timer', name, until }, context, { after });
}

/** What waited for a start that is moot waits for what comes in its place: the timer that runs is stopped last. */
function waitingInstead(pending: Pending, moot: string, after: readonly string[]): Pending {
  if (after.length === 0) return pending;
  return Object.fromEntries(
    Object.entries(pending).map(([id, owed]) => {
      if (!owed.after.includes(moot)) return [id, owed];
      return [id, { ...owed, after: [...owed.after.filter((other) => other !== moot), ...after] }];
    }),
  );
}

/** The timer itself has fired, so there is none to stop, unless its start is still owed: that is undone later. */
export function forgetFiredTimer(record: Conversation, context: Context): Pending {
  const starts = idsOf(record.pending, 'start-timer');
  if (record.pause === null || starts.length === 0) return record.pending;
  const until = plusSeconds(context.now, START_UNDER_WAY_SECONDS);
  const name = timerName(record.conversationSid, record.pause);
  return owe(drop(record.pending, starts, context), { kind: 'stop-timer', name, until }, context, {
    notBefore: until,
  });
}
