import { type Context, drop, effectId, idsOf, owe, type Pending } from './pending';
import type { Conversation } from './record';

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
