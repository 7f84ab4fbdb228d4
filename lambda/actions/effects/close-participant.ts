import type { Outcome } from '../../domain/outcome';
import type { Effect } from '../../domain/pending';
import type { Conversation } from '../../domain/record';
import { instant, MINUTE, plusSeconds } from '../../domain/time';
import { type Deps, TwilioError } from '../ports';
import { heldReservation, isOver, participantOf, unlessGone } from '../presence';

type CloseParticipant = Extract<Effect, { kind: 'close-participant' }>;

/** Ends the agent's part in a task: the participant is closed, and the task seen to be over, which frees the capacity. */
export async function closeParticipant(
  owed: CloseParticipant & { readonly attempts: number },
  record: Conversation,
  deps: Deps,
): Promise<Outcome> {
  if (!owed.participantClosed) {
    const closed = await unlessGone(() => close(owed, record, deps), record, deps);
    if (closed.kind === 'gone' && record.channelState !== 'closed') return { result: 'conversation-closed' };
  }
  return seeTaskOver(owed, deps);
}

/** A participant that is not listed is closed already; one that is refused counts so, once its task is not assigned any more. */
async function close(owed: CloseParticipant, record: Conversation, deps: Deps): Promise<void> {
  const participantSid = owed.participantSid ?? (await participantOf(owed.taskSid, record, deps));
  if (participantSid === undefined) return;
  try {
    await deps.twilio.setParticipant(record, participantSid, 'closed');
  } catch (error) {
    const isRefused = error instanceof TwilioError && error.kind === 'refused';
    if (!isRefused || (await deps.twilio.task(owed.taskSid))?.status === 'assigned') throw error;
  }
}

/** A task that still wraps up, although its participant is closed, is completed as Flex UI's own Complete does it. */
async function seeTaskOver(
  owed: CloseParticipant & { readonly attempts: number },
  deps: Deps,
): Promise<Outcome> {
  const { taskSid } = owed;
  const task = await deps.twilio.task(taskSid);
  if (isOver(task)) return { result: 'task-over', taskSid, wasTaken: true };
  const mayBeOnItsWay = task?.status === 'assigned' && owed.attempts === 1;
  if (!mayBeOnItsWay && (await completeReservation(owed, deps)))
    return { result: 'task-over', taskSid, wasTaken: true };
  const notBefore = plusSeconds(instant(deps.now()), MINUTE);
  return { result: 'again', notBefore, change: { participantClosed: true } };
}

async function completeReservation(
  { taskSid, reservationSid }: CloseParticipant,
  deps: Deps,
): Promise<boolean> {
  const sid = reservationSid ?? (await heldReservation(taskSid, deps))?.reservationSid;
  if (sid === undefined) return false;
  try {
    await deps.twilio.setReservation(taskSid, sid, 'completed');
    return true;
  } catch (error) {
    if (error instanceof TwilioError && error.kind === 'not-found') return true;
    if (error instanceof TwilioError && error.kind === 'refused') return false;
    throw error;
  }
}
