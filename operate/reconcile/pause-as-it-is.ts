import { type TimerInput } from '../../lambda/actions/ports';
import { durationSeconds } from '../../lambda/domain/duration';
import { freeAgent, putAside } from '../../lambda/domain/moves/put-aside';
import { type Context, drop, idsOf, owe } from '../../lambda/domain/pending';
import { type Conversation, holderOf, type Pause } from '../../lambda/domain/record';
import { DURATION_LIMITS, type Settings } from '../../lambda/domain/settings';
import { instant } from '../../lambda/domain/time';
import { oweTimer } from '../../lambda/domain/timers';
import { type OpenAtTwilio } from './at-twilio';
import { isBroughtBackSince } from './task-as-it-is';
import { type RunningTimer } from './timers';

/** A timer that waits, and its input. */
export type ReadTimer = RunningTimer & { readonly input: TimerInput };

/** What is known of the conversation's timers. */
export interface TimersOfOne {
  /** Those that wait, newest first. */
  readonly running: readonly ReadTimer[];
  /** Of the record's pause: the first number that no timer has had. */
  readonly freeNumber: number;
}

/**
 * The record with the pause that its timers tell of: a pause that was begun since, another deadline, a timer that is
 * started anew, and none that waits for nothing.
 *
 * @param holder who had the conversation last; null: nobody knows, so that no pause can be that agent's
 */
export function withPauseAsItIs(
  record: Conversation,
  holder: string | null,
  { running, freeNumber }: TimersOfOne,
  twilio: OpenAtTwilio,
  settings: Settings,
  context: Context,
): Conversation {
  const [newest] = running;
  const kept = newest && goesOn(record, newest, twilio) ? newest : undefined;
  const paused = kept ? withPauseOf(record, kept, holder, settings, context) : withOwnTimer();
  const isKept = paused.pause?.pauseId === kept?.pauseId ? kept?.name : undefined;
  return withoutTimers(
    paused,
    running.filter(({ name }) => name !== isKept),
    context,
  );

  function withOwnTimer(): Conversation {
    return record.pause === null ? record : startedAnew(record, record.pause, freeNumber, context);
  }
}

/** Of the record's own pause, or of one that was begun after the accept of the task that is live, or of the last there was. */
function goesOn(record: Conversation, timer: RunningTimer, twilio: OpenAtTwilio): boolean {
  const { channelState, leave, heldBy, pause } = record;
  if (pause?.pauseId === timer.pauseId) return true;
  if (channelState === 'closed' || leave !== null || heldBy !== null) return false;
  if (twilio.live === undefined) return !isBroughtBackSince(record, twilio);
  const { held } = twilio.live;
  return held !== undefined && timer.startedAt >= (held.acceptedAt ?? Number.POSITIVE_INFINITY);
}

function withPauseOf(
  record: Conversation,
  timer: ReadTimer,
  holder: string | null,
  settings: Settings,
  context: Context,
): Conversation {
  const { pauseId, number: timers, input } = timer;
  const { deadline } = input;
  if (record.pause?.pauseId === pauseId) {
    const isSame = record.pause.timers === timers && record.pause.deadline === deadline;
    return isSame ? record : { ...record, pause: { ...record.pause, timers, deadline } };
  }
  if (holder === null) return record;
  return begun(record, pauseOf(timer, holder, settings), settings, context);
}

/** What only the record knew (reason, note, the limit then) is lost. */
function pauseOf(
  { pauseId, number, startedAt, input }: ReadTimer,
  workerSid: string,
  { pause }: Settings,
): Pause {
  return {
    pauseId,
    workerSid,
    pausedAt: instant(new Date(startedAt)),
    deadline: input.deadline,
    limitSeconds: durationSeconds(pause.timeLimit) ?? DURATION_LIMITS.pauseTimeLimit.most,
    timers: number,
    toldMark: null,
    handedOverBy: [],
    reason: null,
    note: null,
  };
}

function begun(record: Conversation, pause: Pause, settings: Settings, context: Context): Conversation {
  const aside = putAside(
    record,
    { workerSid: pause.workerSid, identity: '', reason: null, settings },
    context,
  );
  const isOver = record.task === null;
  const paused: Conversation = {
    ...aside,
    agentIdentities: record.agentIdentities,
    channelState: isOver ? 'pause' : 'active',
    wrapUp: isOver ? null : 'pause',
    invite: null,
    pause,
    pending: drop(aside.pending, idsOf(aside.pending, 'start-timer'), context),
  };
  return freeAgent(paused, settings, context);
}

/** No timer of it waits: one is started under a name that no execution has had. One whose start is owed is that already. */
function startedAnew(record: Conversation, pause: Pause, timers: number, context: Context): Conversation {
  const owed = idsOf(record.pending, 'start-timer');
  if (pause.deadline <= context.now || (owed.length > 0 && pause.timers === timers)) return record;
  const free = { ...record, pending: drop(record.pending, owed, context) };
  const next = { ...pause, timers };
  return { ...free, pause: next, pending: oweTimer(free, next, context) };
}

function withoutTimers(
  record: Conversation,
  timers: readonly RunningTimer[],
  context: Context,
): Conversation {
  const left = timers.filter(({ name }) => !(`stop-timer:${name}` in record.pending));
  if (left.length === 0) return record;
  const pending = left.reduce(
    (owed, { name }) => owe(owed, { kind: 'stop-timer', name, until: null }, context),
    record.pending,
  );
  return { ...record, pending };
}

/** Who has it, else who had it when it was put aside. */
export function lastHolder(record: Conversation): string | null {
  return holderOf(record) ?? record.pause?.workerSid ?? record.leave?.workerSid ?? record.parkedBy;
}
