import { apply, type Decision, NOTHING } from '../decision';
import { type Context, drop, idsOf, owe, type Pending } from '../pending';
import { type Conversation, type Invite, isAccepted, isFormerTask } from '../record';
import type { Settings } from '../settings';

/** TaskRouter offers a task to an agent. */
export interface ReservedTask {
  readonly taskSid: string;
  readonly reservationSid: string;
  readonly workerSid: string;
  /** From our marker; null when it had no room, or the task is not ours. */
  readonly inviteId: string | null;
}

/** The answer to our invite: its task waits for an agent; one that names the agent is accepted for that agent. */
export function inviteSent(
  record: Conversation,
  taskSid: string,
  settings: Settings,
  context: Context,
): Conversation {
  const { invite } = record;
  if (invite === null) return record;
  const sent: Invite = { ...invite, taskSid, sentAt: context.now };
  const free = drop(record.pending, idsOf(record.pending, 'invite'), context);
  return {
    ...record,
    lastWrapUp: null,
    invite: sent,
    task: {
      taskSid,
      reservationSid: null,
      workerSid: null,
      participantSid: null,
      status: 'pending',
      purpose: sent.purpose,
      inviteId: sent.inviteId,
      joinsBy: null,
    },
    pending: sent.direct ? oweAccept(free, sent.inviteId, taskSid, settings, context) : free,
  };
}

/** Of an invite of ours to a named agent: the reservation is accepted for that agent. Of others: nothing. */
export function taskReserved(
  record: Conversation,
  { reserved, settings }: { reserved: ReservedTask; settings: Settings },
  context: Context,
): Decision {
  const { invite, task } = record;
  if (invite === null || !isOurs(record, invite, reserved)) return NOTHING;
  if (isFormerTask(record, reserved.taskSid) || (task !== null && isAccepted(task))) return NOTHING;
  if (task?.reservationSid === reserved.reservationSid) return NOTHING;
  const known =
    task?.taskSid === reserved.taskSid ? record : inviteSent(record, reserved.taskSid, settings, context);
  if (known.task === null) return NOTHING;
  const { reservationSid, workerSid } = reserved;
  return apply({
    ...known,
    task: { ...known.task, reservationSid, workerSid, status: 'reserved' },
    pending: oweAccept(known.pending, invite.inviteId, reserved.taskSid, settings, context),
  });
}

/** Whether an accept of ours may have been what Twilio tells of: one is under way, or has had no answer. */
export function mayBeAcceptedByUs({ pending }: Conversation, taskSid: string): boolean {
  return Object.values(pending).some(
    (owed) =>
      owed.kind === 'accept' &&
      owed.taskSid === taskSid &&
      owed.by === 'server' &&
      owed.attempts > owed.inVain,
  );
}

function isOurs({ pending }: Conversation, invite: Invite, reserved: ReservedTask): boolean {
  if (!invite.direct || invite.workerSid !== reserved.workerSid) return false;
  if (reserved.inviteId !== null) return reserved.inviteId === invite.inviteId;
  if (invite.taskSid !== null) return reserved.taskSid === invite.taskSid;
  return idsOf(pending, 'invite').length > 0;
}

function oweAccept(
  pending: Pending,
  inviteId: string,
  taskSid: string,
  settings: Settings,
  context: Context,
): Pending {
  const { acceptBy: by } = settings.pause;
  return owe(pending, { kind: 'accept', inviteId, taskSid, by, inVain: 0 }, context);
}
