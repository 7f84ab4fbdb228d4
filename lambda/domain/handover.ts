import type { Cause } from './cause';
import { LEASE_SECONDS } from './pending';
import type { Conversation } from './record';
import { HOUR, type Instant, MINUTE, plusSeconds, secondsBetween } from './time';

/** The agent to whom pauses go. */
export interface NewOwner {
  readonly workerSid: string;
  readonly name: string;
}

/** Whose pauses go to whom. */
export interface HandoverAsked {
  readonly fromWorkerSid: string;
  /** null: each is reassigned, to the queue that it came from. */
  readonly to: NewOwner | null;
  /** A pause that began later is not taken; null: none is too late, as the agent is gone for good. */
  readonly pausedUpTo: Instant | null;
  /** Who has asked for it. */
  readonly by: Cause;
}

/**
 * All that one agent has paused goes to another one, or back to its queues. It is written down when it is asked for, and
 * carried out page by page of the agent's list, until nothing more is found there.
 */
export interface Handover extends HandoverAsked {
  /** Names whose pauses go to whom: what is asked for again while it goes on is the same one. */
  readonly handoverId: string;
  /** 0 = never written, +1 per write. */
  readonly version: number;
  readonly askedAt: Instant;
  /** Tells this asking from others of the same handover; absent in those that an earlier version has written down. */
  readonly asking?: string;
  /** Where the list is read on: its last place that was read. Empty: from its beginning. */
  readonly position: readonly { readonly conversationSid: string; readonly at: Instant }[];
  /** This reading of the list has found nothing to do so far. */
  readonly isQuiet: boolean;
  /** When the sweep goes on with it: at once, at the end of somebody's lease, or at the next look; null: it is over. */
  readonly wakeAt: Instant | null;
}

/** What came of one page. */
export interface HandoverPage {
  /** Pauses that were taken on, and those with which that failed. */
  readonly found: number;
  /** Time was over before the whole page was tried. */
  readonly isCut: boolean;
  readonly position: Handover['position'];
  readonly hasMore: boolean;
}

/** The list is an index, which is behind the records: normally by less than a second, but nothing says by how much at most. */
const LOOKS_FOR_SECONDS = HOUR;

export function handoverIdOf({ fromWorkerSid, to, pausedUpTo }: HandoverAsked): string {
  if (pausedUpTo === null) return `${fromWorkerSid}-deleted`;
  return `${fromWorkerSid}-${to?.workerSid ?? 'queue'}`;
}

/** A handover that begins, or begins again, with a lease for who asks for it. @param before the same one, if it was ever asked for */
export function begun(asked: HandoverAsked, before: Handover | undefined, now: Instant): Handover {
  const version = (before?.version ?? 0) + 1;
  return {
    ...asked,
    handoverId: handoverIdOf(asked),
    version,
    askedAt: now,
    asking: `${now}-${version}`,
    position: [],
    isQuiet: true,
    wakeAt: plusSeconds(now, LEASE_SECONDS),
  };
}

/** Taken up by a sweep; undefined: its moment has not come, or it is over. */
export function takenUp(handover: Handover, now: Instant): Handover | undefined {
  if (handover.wakeAt === null || handover.wakeAt > now) return undefined;
  return { ...handover, version: handover.version + 1, wakeAt: plusSeconds(now, LEASE_SECONDS) };
}

/**
 * After a page the next sweep goes on. The list is read again from its beginning until it is quiet: no pause is in it
 * that has to go; and then now and then for an hour, because an index shows what it is behind with only later.
 */
export function afterPage(handover: Handover, page: HandoverPage, now: Instant): Handover {
  const isQuiet = handover.isQuiet && page.found === 0 && !page.isCut;
  const next = { ...handover, isQuiet, version: handover.version + 1, wakeAt: now };
  if (page.isCut) return next;
  if (page.hasMore) return { ...next, position: page.position };
  return { ...next, position: [], isQuiet: true, wakeAt: isQuiet ? nextLook(handover.askedAt, now) : now };
}

/** In intervals that double from one minute. */
function nextLook(askedAt: Instant, now: Instant): Instant | null {
  const since = secondsBetween(askedAt, now);
  return since >= LOOKS_FOR_SECONDS ? null : plusSeconds(now, Math.max(since, MINUTE));
}

/**
 * Whether the pause is one of those that go: the agent's, begun by the time of the asking, and not taken by this very
 * asking before, so that two agents who are to have each other's do not pass them to and fro.
 */
export function takes(handover: Handover, { pause }: Conversation): boolean {
  const { fromWorkerSid, pausedUpTo } = handover;
  if (pause?.workerSid !== fromWorkerSid || pause.handedOverBy.includes(askingOf(handover))) return false;
  return pausedUpTo === null || pause.pausedAt <= pausedUpTo;
}

/** Names one asking: what is asked for again may take again what has come back. */
export function askingOf({ handoverId, asking }: Handover): string {
  return `${handoverId}-${asking}`;
}
