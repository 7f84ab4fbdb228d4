import { mayHaveBeenTaken } from '../../lambda/actions/presence';
import { decide } from '../../lambda/domain/decide';
import { type Decision } from '../../lambda/domain/decision';
import { markerIn } from '../../lambda/domain/invite-routing';
import { adoptTask } from '../../lambda/domain/moves/look';
import { inviteSent } from '../../lambda/domain/moves/invite-task';
import { type Context } from '../../lambda/domain/pending';
import { type Conversation, isAccepted, isFormerTask } from '../../lambda/domain/record';
import { type Settings } from '../../lambda/domain/settings';
import { type LiveTask, type OpenAtTwilio } from './at-twilio';

/** The record with the task that is live now, by the moves that news of it would have made. */
export function withTaskAsItIs(
  record: Conversation,
  twilio: OpenAtTwilio,
  settings: Settings,
  context: Context,
): Conversation {
  const { live } = twilio;
  const isCurrent = live !== undefined && live.task.taskSid === record.task?.taskSid;
  if (live?.held !== undefined) return withHolder(record, live, settings, context);
  if (isCurrent) return record;
  const over = withoutOwnTask(record, twilio, settings, context);
  if (live !== undefined) return withWaiting(broughtBack(over, context), live, settings, context);
  return isBroughtBackSince(over, twilio) ? broughtBack(over, context) : over;
}

/** An invite that the record does not know was made after it was put aside: it is so no more, and nobody has it. */
export function isBroughtBackSince(record: Conversation, { outermostInvited, live }: OpenAtTwilio): boolean {
  const { task, invite, lastWrapUp } = record;
  const current = [task?.taskSid, invite?.taskSid, lastWrapUp?.taskSid];
  const isKnown = (taskSid: string) => isFormerTask(record, taskSid) || current.includes(taskSid);
  return live === undefined && !outermostInvited.every(isKnown);
}

/** An agent has it. */
function withHolder(
  record: Conversation,
  { task, held, identity }: LiveTask,
  settings: Settings,
  context: Context,
): Conversation {
  if (held === undefined) return record;
  const isWrapping = held.status === 'wrapping' || task.status === 'wrapping';
  const current = record.task?.taskSid === task.taskSid && isAccepted(record.task);
  if (current)
    return isWrapping
      ? moved(record, decide(record, 'task-wrapping', { taskSid: task.taskSid }, context))
      : record;
  const accepted = {
    ...task,
    reservationSid: held.reservationSid,
    workerSid: held.workerSid,
    workerName: held.workerName,
    workerIdentity: identity,
    status: isWrapping ? ('wrapping' as const) : ('assigned' as const),
    inviteId: markerIn(task.attributes)?.inviteId ?? null,
    at: held.acceptedAt,
  };
  const input = { task: accepted, settings, isSeen: true, byUs: false };
  return moved(record, decide(record, 'accept', input, context));
}

function withoutOwnTask(
  record: Conversation,
  { ownTask }: OpenAtTwilio,
  settings: Settings,
  context: Context,
): Conversation {
  if (record.task === null) return record;
  const { taskSid, inviteId } = record.task;
  const wasTaken = mayHaveBeenTaken(ownTask);
  return moved(record, decide(record, 'task-over', { taskSid, inviteId, wasTaken, settings }, context));
}

/** Back to the queue, where it is put aside. */
function broughtBack(record: Conversation, context: Context): Conversation {
  if (record.pause === null && record.leave === null) return record;
  return moved(record, decide(record, 'reassign', { workerSid: null, atCapacity: false }, context));
}

/** A task waits for its agent: it is the invite's that is owed, or else the one that is looked for. */
function withWaiting(
  record: Conversation,
  { task }: LiveTask,
  settings: Settings,
  context: Context,
): Conversation {
  if (record.invite !== null) return inviteSent(record, task.taskSid, settings, context);
  const nobody = { reservationSid: null, workerSid: null, workerName: null, workerIdentity: null };
  const found = { ...task, ...nobody, acceptedAt: null, status: 'pending' as const };
  return adoptTask(record, found, settings, context);
}

/** The record after a move; as it was where the move is none. */
export function moved(record: Conversation, decision: Decision): Conversation {
  return decision.kind === 'apply' ? decision.next : record;
}
