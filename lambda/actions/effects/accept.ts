import { DIRECT_INVITE_TIMEOUT_SECONDS } from '../../domain/invite-routing';
import type { Outcome } from '../../domain/outcome';
import type { Effect } from '../../domain/pending';
import type { Conversation } from '../../domain/record';
import { instant, plusSeconds, secondsBetween } from '../../domain/time';
import { type Deps, type Reservation, TwilioError } from '../ports';
import { isOver, mayHaveBeenTaken } from '../presence';

type Accept = Extract<Effect, { kind: 'accept' }> & { readonly attempts: number };

/** A reservation whose webhook was lost is looked for again after this time. */
const LOOK_AGAIN_SECONDS = 15;
/** By then Twilio has ended the task of a named invite that nobody took. */
const ENDED_SECONDS = DIRECT_INVITE_TIMEOUT_SECONDS + 10;

/** Accepts the reservation of a named invite for its agent. Desk or plugin may have been first. */
export async function acceptReservation(owed: Accept, record: Conversation, deps: Deps): Promise<Outcome> {
  if (record.task?.taskSid !== owed.taskSid) return { result: 'done' };
  const known = record.task.reservationSid;
  const tried = known !== null && owed.by === 'server' ? await accept(owed, known, record, deps) : undefined;
  return tried ?? look(owed, record, deps);
}

async function look(owed: Accept, record: Conversation, deps: Deps): Promise<Outcome> {
  const reservations = await deps.twilio.reservations(owed.taskSid);
  const taken = reservations.find(({ status }) => ['accepted', 'wrapping', 'completed'].includes(status));
  if (taken) return accepted(owed, taken, record, mayBeAnEarlierCalls(owed));
  const open = reservations.find(({ status }) => status === 'pending');
  const tried =
    open && owed.by === 'server' ? await accept(owed, open.reservationSid, record, deps) : undefined;
  return tried ?? later(owed, record, deps);
}

/** @returns undefined when it cannot be accepted (any more) */
async function accept(
  owed: Accept,
  reservationSid: string,
  record: Conversation,
  { twilio }: Deps,
): Promise<Outcome | undefined> {
  try {
    const reservation = await twilio.setReservation(owed.taskSid, reservationSid, 'accepted');
    return accepted(owed, reservation, record, true);
  } catch (error) {
    if (error instanceof TwilioError && (error.kind === 'refused' || error.kind === 'not-found'))
      return undefined;
    throw error;
  }
}

/** Twice after the invite; and once when Twilio must have ended its task, in case that news was lost. */
async function later(owed: Accept, record: Conversation, deps: Deps): Promise<Outcome> {
  const now = instant(deps.now());
  const sentAt = record.invite?.sentAt ?? now;
  const next = [LOOK_AGAIN_SECONDS, ENDED_SECONDS].find((seconds) => secondsBetween(sentAt, now) < seconds);
  const change = { inVain: owed.attempts };
  if (next !== undefined) return { result: 'again', notBefore: plusSeconds(sentAt, next), change };
  const task = await deps.twilio.task(owed.taskSid);
  return isOver(task)
    ? { result: 'task-over', taskSid: owed.taskSid, wasTaken: mayHaveBeenTaken(task) }
    : { result: 'again', notBefore: plusSeconds(now, ENDED_SECONDS), change };
}

/** One without an answer may have been carried out. */
function mayBeAnEarlierCalls({ by, attempts, inVain }: Accept): boolean {
  return by === 'server' && attempts - 1 > inVain;
}

function accepted(
  { taskSid, inviteId }: Accept,
  { reservationSid, workerSid, workerName, acceptedAt }: Reservation,
  { routing }: Conversation,
  byUs: boolean,
): Outcome {
  const { attributes, workflowSid, queueSid, taskChannelUniqueName, priority } = routing;
  return {
    result: 'accepted',
    byUs,
    task: {
      taskSid,
      reservationSid,
      workerSid,
      workerName,
      workerIdentity: null,
      status: 'assigned',
      attributes,
      workflowSid,
      queueSid,
      taskChannelUniqueName,
      priority,
      inviteId,
      at: acceptedAt,
    },
  };
}
