import { causeOf, type Caller } from '../domain/authority';
import { type Refusal, refuse } from '../domain/decision';
import type { Handover, NewOwner } from '../domain/handover';
import { instant } from '../domain/time';
import { beginHandover } from './begin-handover';
import { ChangedMeanwhile } from './change-and-settle';
import { errorName } from './error-name';
import { handOverPage } from './hand-over-page';
import type { HandoverDeps } from './ports';

export interface HandoverCommand {
  readonly fromWorkerSid: string;
  readonly toWorkerSid?: string | undefined;
  readonly caller: Caller;
}

export interface HandoverResult {
  readonly kind: 'done';
  /** Pauses that the index shows for the agent. */
  readonly accepted: number;
  /** false: the sweep goes on with it. */
  readonly isWhole: boolean;
}

/** While somebody waits: two rounds of ten at once. */
const REASSIGNED_AT_ONCE = 20;
/** Without a call to Twilio each takes some milliseconds. */
const HANDED_OVER_AT_ONCE = 200;

/**
 * A supervisor gives all that an agent has paused by now to another agent, or back to its queues. It is written down,
 * and its first page carried out; the sweep does the rest. Who it is taken from may be gone from the workspace already.
 */
export async function handover(
  { fromWorkerSid, toWorkerSid, caller }: HandoverCommand,
  deps: HandoverDeps,
  mayStart: () => boolean,
): Promise<HandoverResult | Refusal> {
  if (toWorkerSid === fromWorkerSid)
    return refuse('invalid-request', 'toWorkerSid: is the agent whose pauses they are');
  const to = toWorkerSid === undefined ? null : await newOwner(toWorkerSid, deps);
  if (to === undefined) return refuse('invalid-request', 'toWorkerSid: the workspace has no such worker');
  const accepted = await deps.store.countPausedBy(fromWorkerSid);
  try {
    const asked = { fromWorkerSid, to, pausedUpTo: instant(deps.now()), by: causeOf(caller) };
    const begun = await beginHandover(asked, deps);
    return { kind: 'done', accepted, isWhole: await firstPage(begun, deps, mayStart) };
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return refuse('changed-meanwhile');
    throw error;
  }
}

/** @returns undefined where the workspace does not know the agent (any more) */
export async function newOwner(
  workerSid: string,
  { twilio }: Pick<HandoverDeps, 'twilio'>,
): Promise<NewOwner | undefined> {
  const worker = await twilio.worker(workerSid);
  return worker && { workerSid, name: worker.name };
}

/** What is written down is carried out anyway: whatever fails now is left to the sweep. @returns whether nothing is left */
export async function firstPage(
  begun: Handover,
  deps: HandoverDeps,
  mayStart: () => boolean,
): Promise<boolean> {
  try {
    const most = begun.to === null ? REASSIGNED_AT_ONCE : HANDED_OVER_AT_ONCE;
    return (await handOverPage(begun, most, deps, mayStart)).isWhole;
  } catch (error) {
    const { handoverId } = begun;
    deps.log.error('first page of a handover failed', { handoverId, error: errorName(error) });
    return false;
  }
}
