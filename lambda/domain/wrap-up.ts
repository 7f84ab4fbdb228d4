import { type Context, drop, effectId, idsOf, owe, type Pending } from './pending';
import type { Conversation } from './record';
import { MINUTE, secondsBetween } from './time';

/** What is found closed within this time of a wrap-up's end was closed by it. */
const CLOSED_BY_IT_SECONDS = MINUTE;

/** Id of the effect that ends an agent's part in a task. */
export function closeParticipantId(taskSid: string): string {
  return effectId({
    kind: 'close-participant',
    taskSid,
    reservationSid: null,
    participantSid: null,
    participantClosed: false,
  });
}

/** Owes what ends the agent's part in the current task: participant closed, task seen to be over. */
export function oweParticipantClosed(record: Conversation, context: Context): Conversation {
  if (record.task === null) return record;
  const { taskSid, reservationSid, participantSid } = record.task;
  const pending = drop(record.pending, idsOf(record.pending, 'wrap-up-task'), context);
  if (closeParticipantId(taskSid) in pending) return { ...record, pending };
  return {
    ...record,
    pending: owe(
      pending,
      { kind: 'close-participant', taskSid, reservationSid, participantSid, participantClosed: false },
      context,
    ),
  };
}

/** The task is over: where its participant is closed already, nothing more is owed for it. */
export function withTaskSeenOver(pending: Pending, taskSid: string, context: Context): Pending {
  const id = closeParticipantId(taskSid);
  const owed = pending[id];
  return owed?.kind === 'close-participant' && owed.participantClosed
    ? drop(pending, [id], context)
    : pending;
}

/** The task is over: where it was the wrap-up's, that has ended. */
export function wrapUpEnds(record: Conversation, taskSid: string, { now }: Context): Conversation {
  const { lastWrapUp } = record;
  if (lastWrapUp?.taskSid !== taskSid || lastWrapUp.endedAt !== null) return record;
  return withCloserFound({ ...record, lastWrapUp: { taskSid, endedAt: now } });
}

/** Which of both Twilio tells first, the end of the wrap-up or the closing, is chance. */
export function withCloserFound(record: Conversation): Conversation {
  const { lastWrapUp, closedAt } = record;
  if (lastWrapUp === null || lastWrapUp.endedAt === null || closedAt === null) return record;
  const seconds = Math.abs(secondsBetween(lastWrapUp.endedAt, closedAt));
  if (seconds > CLOSED_BY_IT_SECONDS) return record;
  return { ...record, finding: { what: 'ClosedByWrapUp', taskSid: lastWrapUp.taskSid } };
}
