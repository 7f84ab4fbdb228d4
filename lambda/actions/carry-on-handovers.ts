import { type Handover, takenUp } from '../domain/handover';
import { instant } from '../domain/time';
import { errorName } from './error-name';
import { handOverPage } from './hand-over-page';
import { newOwner } from './handover';
import type { HandoverDeps } from './ports';

/** Of all handovers to the queue: one invite a second, so that Twilio is left for everything else. */
const REASSIGNED_A_SWEEP = 60;
/** Of each handover to an agent, whose pauses need no call to Twilio. */
const HANDED_OVER_A_SWEEP = 500;
/** More than anybody asks for at once. */
const HANDOVERS_A_SWEEP = 100;

interface Done {
  readonly handedOver: number;
  /** Of those, the ones that made an invite. */
  readonly reassigned: number;
}

const NOTHING_DONE: Done = { handedOver: 0, reassigned: 0 };

/**
 * Goes on with every handover whose moment has come, by a page of each.
 *
 * @returns how many pauses were handed over
 */
export async function carryOnHandovers(deps: HandoverDeps, mayStart: () => boolean): Promise<number> {
  let handedOver = 0;
  let reassigned = 0;
  for (const handoverId of await deps.handovers.due(instant(deps.now()), HANDOVERS_A_SWEEP)) {
    if (!mayStart()) break;
    const done = await carryOn(handoverId, REASSIGNED_A_SWEEP - reassigned, deps, mayStart);
    handedOver += done.handedOver;
    reassigned += done.reassigned;
  }
  return handedOver;
}

/** Of two sweeps at once one takes it up. One that fails is taken up again, at the latest when its lease has ended. */
async function carryOn(
  handoverId: string,
  mostReassigned: number,
  deps: HandoverDeps,
  mayStart: () => boolean,
): Promise<Done> {
  try {
    const read = await deps.handovers.read(handoverId);
    const taken = read && takenUp(read, instant(deps.now()));
    if (taken === undefined) return NOTHING_DONE;
    const handover = await toWhoIsThere(taken, deps);
    const most = handover.to === null ? mostReassigned : HANDED_OVER_A_SWEEP;
    if (most <= 0 || !(await deps.handovers.replace(read!.version, handover))) return NOTHING_DONE;
    const { handedOver } = await handOverPage(handover, most, deps, mayStart);
    return { handedOver, reassigned: handover.to === null ? handedOver : 0 };
  } catch (error) {
    deps.log.error('handover failed', { handoverId, error: errorName(error) });
    return NOTHING_DONE;
  }
}

/** Who was to have the pauses may have been deleted since: what is left goes to the queue. */
async function toWhoIsThere(handover: Handover, deps: HandoverDeps): Promise<Handover> {
  if (handover.to === null) return handover;
  return { ...handover, to: (await newOwner(handover.to.workerSid, deps)) ?? null };
}
