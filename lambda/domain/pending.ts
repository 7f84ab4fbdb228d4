import type { Cause } from './cause';
import type { HistoryEntry } from './history-entry';
import type { Instant } from './time';
import { earliest, plusSeconds } from './time';
import type { EffectKind } from './words';

/** One outside call that a decision owes. */
export type Effect =
  | {
      readonly kind: 'start-timer';
      readonly name: string;
      readonly pauseId: string;
      readonly deadline: Instant;
    }
  /** `until`: a start of it may still be under way, so it is stopped once more at this moment. */
  | { readonly kind: 'stop-timer'; readonly name: string; readonly until: Instant | null }
  | { readonly kind: 'wrap-up-task'; readonly taskSid: string }
  | {
      readonly kind: 'close-participant';
      readonly taskSid: string;
      readonly reservationSid: string | null;
      readonly participantSid: string | null;
      /** The participant is closed, and only the task is still to be seen over. */
      readonly participantClosed: boolean;
    }
  | { readonly kind: 'invite'; readonly inviteId: string }
  | {
      readonly kind: 'accept';
      readonly inviteId: string;
      readonly taskSid: string;
      readonly by: 'server' | 'client';
      /** Of its attempts, so many at first are known to have accepted nothing; a later one may have. */
      readonly inVain: number;
    }
  /** We have accepted the task for its agent: is the agent in the channel? */
  | { readonly kind: 'look-for-agent'; readonly taskSid: string }
  /** `endTasks`: every task of the channel ends with it; else the agent wraps up. */
  | { readonly kind: 'close-channel'; readonly endTasks: boolean }
  | { readonly kind: 'look-for-task' }
  /** Of a leave that is over: the customer may have written, and nobody heard. */
  | { readonly kind: 'look-for-reply' }
  /** Custom routing has until its moment to bring a task; then one is looked for. */
  | { readonly kind: 'await-custom-routing' }
  /** The record's `studioHook` is put on the conversation. */
  | { readonly kind: 'put-studio-hook' }
  /** `until`: the call that puts it on may still be under way, so it is taken off once more at this moment. */
  | { readonly kind: 'take-studio-hook-off'; readonly hook: StudioHook; readonly until: Instant | null }
  | { readonly kind: 'write-history'; readonly entry: HistoryEntry }
  /** `version`: of the history entry that has what is told. */
  | { readonly kind: 'publish-event'; readonly eventId: string; readonly version: number };

export type EffectId = string;

/** An effect that is owed, and who is at it. */
export type Owed = Effect & {
  /** From when on it could have been carried out; records of earlier releases do not tell. */
  readonly since?: Instant;
  /** How often somebody took it: above 1, an earlier call may have been carried out. */
  readonly attempts: number;
  /** The run that carries it out now, and since when: a lease. */
  readonly taken: { readonly by: string; readonly at: Instant } | null;
  /** Not before this moment; null: as soon as nothing is in front of it. */
  readonly notBefore: Instant | null;
  /** Effects that must be struck off first. */
  readonly after: readonly EffectId[];
};

export type Pending = Readonly<Record<EffectId, Owed>>;

/** A webhook of ours on the conversation, which hands what the customer writes to a Studio flow. */
export interface StudioHook {
  readonly flowSid: string;
  /** Nobody else had the flow on the conversation, so that any hook of it is ours from now on. */
  readonly mayBeOn: boolean;
  /** null: not known, or not the only one that there may be. */
  readonly webhookSid: string | null;
}

/** Who decides, why, and when. `newId` makes ids of pauses, invites and events. */
export interface Context {
  readonly now: Instant;
  readonly by: Cause;
  readonly run: string;
  readonly newId: () => string;
}

/** Nobody else carries an effect out within this time of its being taken; an action's own calls end within 20 s. */
export const LEASE_SECONDS = 60;
/** Of what has no idempotency key: a sweep's 50 s in which it may be sent, and 60 s in which Twilio may still carry it out. */
export const CREATION_LEASE_SECONDS = 120;

/** Calls that make something new each time: never repeated before an earlier one must have been carried out. */
export function isCreation(kind: EffectKind): boolean {
  return kind === 'invite' || kind === 'put-studio-hook';
}

export function effectId(effect: Effect): EffectId {
  switch (effect.kind) {
    case 'start-timer':
    case 'stop-timer':
      return `${effect.kind}:${effect.name}`;
    case 'wrap-up-task':
    case 'close-participant':
    case 'accept':
    case 'look-for-agent':
      return `${effect.kind}:${effect.taskSid}`;
    case 'invite':
      return `${effect.kind}:${effect.inviteId}`;
    case 'close-channel':
    case 'look-for-task':
    case 'look-for-reply':
    case 'await-custom-routing':
    case 'put-studio-hook':
    case 'take-studio-hook-off':
      return effect.kind;
    case 'write-history':
      return `${effect.kind}:${effect.entry.version}`;
    case 'publish-event':
      return `${effect.kind}:${effect.eventId}`;
  }
}

/** Adds an effect. Who decides takes it at once, unless it has to wait. */
export function owe(
  pending: Pending,
  effect: Effect,
  context: Context,
  { notBefore = null, after = [] }: { notBefore?: Instant | null; after?: readonly EffectId[] } = {},
): Pending {
  const waits = notBefore !== null || after.length > 0;
  const owed: Owed = {
    ...effect,
    since: notBefore ?? context.now,
    attempts: waits ? 0 : 1,
    taken: waits ? null : { by: context.run, at: context.now },
    notBefore,
    after,
  };
  return { ...pending, [effectId(effect)]: owed };
}

/** Takes an effect off the list. What waited only for it is taken by who strikes it off. */
export function strikeOff(pending: Pending, id: EffectId, context: Context): Pending {
  if (!(id in pending)) return pending;
  const rest = Object.entries(pending).filter(([each]) => each !== id);
  return Object.fromEntries(
    rest.map(([each, owed]) => {
      if (!owed.after.includes(id)) return [each, owed];
      const after = owed.after.filter((other) => other !== id);
      const ready = { ...owed, after };
      const isNow = after.length === 0 && (owed.notBefore === null || owed.notBefore <= context.now);
      return [each, isNow ? take(ready, context) : ready];
    }),
  );
}

/** Puts an effect off to a later moment, for whoever takes it then. */
export function putOff(
  pending: Pending,
  id: EffectId,
  notBefore: Instant,
  change: Partial<Effect> & { readonly attempts?: number } = {},
): Pending {
  const owed = pending[id];
  return owed ? { ...pending, [id]: { ...owed, ...change, taken: null, notBefore } as Owed } : pending;
}

export function take(owed: Owed, { run, now }: Context): Owed {
  return { ...owed, attempts: owed.attempts + 1, taken: { by: run, at: now }, notBefore: null };
}

/** When somebody else may take it; null while it waits for another effect. */
export function dueAt(owed: Owed): Instant | null {
  if (owed.after.length > 0) return null;
  if (owed.taken === null) return owed.notBefore;
  return plusSeconds(owed.taken.at, isCreation(owed.kind) ? CREATION_LEASE_SECONDS : LEASE_SECONDS);
}

/** Takes every effect that is due: not put off to later, and nobody's lease. */
export function takeDue(pending: Pending, context: Context): Pending {
  return takeThose(pending, context, (owed) => {
    const due = dueAt(owed);
    return due !== null && due <= context.now;
  });
}

/** Calls that may be made again at any time without doing anything twice. */
const REPEATABLE: readonly EffectKind[] = [
  'start-timer',
  'stop-timer',
  'wrap-up-task',
  'close-participant',
  'accept',
  'close-channel',
  'take-studio-hook-off',
  'write-history',
  'publish-event',
];

/** As `takeDue`, and what failed before and may be tried again at once: somebody asks again. */
export function takeAgain(pending: Pending, context: Context): Pending {
  return takeThose(
    takeDue(pending, context),
    context,
    (owed) => isPutOff(owed) && owed.attempts > 0 && REPEATABLE.includes(owed.kind),
  );
}

export function nextDue(pending: Pending): Instant | null {
  return earliest(Object.values(pending).map(dueAt));
}

/** Of the effects that could have been carried out by now, and are owed all the same: from when on, oldest first. */
export function overdueSince(pending: Pending, now: Instant): Instant[] {
  const since = Object.values(pending).flatMap((owed) => owed.since ?? []);
  return since.filter((each) => each <= now).sort();
}

export function idsOf(pending: Pending, ...kinds: EffectKind[]): EffectId[] {
  return Object.keys(pending).filter((id) => kinds.includes(pending[id]!.kind));
}

/** Somebody waits for these: what failed before, and was put off, is tried again at once. */
export function hurry(pending: Pending, ids: readonly EffectId[], context: Context): Pending {
  return takeThose(pending, context, (owed, id) => ids.includes(id) && isPutOff(owed));
}

/** Nobody is at it, and it waits for a moment only. */
function isPutOff({ taken, after }: Owed): boolean {
  return taken === null && after.length === 0;
}

function takeThose(
  pending: Pending,
  context: Context,
  isOne: (owed: Owed, id: EffectId) => boolean,
): Pending {
  return Object.fromEntries(
    Object.entries(pending).map(([id, owed]) => [id, isOne(owed, id) ? take(owed, context) : owed]),
  );
}

/** Drops what a decision made moot. */
export function drop(pending: Pending, ids: readonly EffectId[], context: Context): Pending {
  return ids.reduce((rest, id) => strikeOff(rest, id, context), pending);
}

/** Those that this run carries out. */
export function mine(pending: Pending, run: string): [EffectId, Owed][] {
  return Object.entries(pending).filter(([, owed]) => owed.taken?.by === run && owed.after.length === 0);
}
