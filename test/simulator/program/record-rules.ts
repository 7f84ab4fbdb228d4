import { OVERDUE_SECONDS } from '../../../lambda/domain/decide';
import { dueAt } from '../../../lambda/domain/pending';
import type { Conversation } from '../../../lambda/domain/record';
import { plusSeconds } from '../../../lambda/domain/time';
import { SECOND } from './constants';

/** What a record that is not closed waits for; a conversation is lost with none of these, and doubled with two. */
export function futuresOf(record: Conversation): string[] {
  const { channelState, task, invite, pause, leave, pending, wakeAt, heldBy } = record;
  if (channelState === 'closed') return ['closed'];
  const isAwake = wakeAt !== null;
  const isInvited = `invite:${invite?.inviteId}` in pending;
  const isSweptAtDeadline =
    pause !== null && isAwake && wakeAt <= plusSeconds(pause.deadline, OVERDUE_SECONDS);
  const isSweptAtExpiry =
    leave !== null && isAwake && (wakeAt <= leave.expiresAt || 'look-for-reply' in pending);
  return [
    ...(task !== null ? ['a live task'] : []),
    ...(task === null && isInvited && isAwake ? ['an invite'] : []),
    ...(task === null && isSweptAtDeadline ? ['a deadline'] : []),
    ...(task === null && isSweptAtExpiry ? ['a leave'] : []),
    ...('look-for-task' in pending && isAwake ? ['a look'] : []),
    ...('await-custom-routing' in pending && isAwake ? ['custom routing'] : []),
    ...(heldBy === 'flex' ? ['Flex'] : []),
  ];
}

export function hasItsMoment({ pending, wakeAt }: Conversation): boolean {
  return Object.entries(pending).every(([id, owed]) => {
    const due = dueAt(owed);
    if (due === null) return owed.after.every((other) => other in pending && other !== id);
    return wakeAt !== null && wakeAt <= due;
  });
}

/** A pause ends by a resume, a reassignment, a reply or its deadline, with the conversation, or because an agent accepted a later task. */
export function pauseEndsRightly(before: Conversation | undefined, after: Conversation): boolean {
  if (!before?.pause || after.pause?.pauseId === before.pause.pauseId) return true;
  const { channelState, invite, task } = after;
  const isInvited = invite !== null && ['resume', 'reassign', 'reply'].includes(invite.purpose);
  const isTaken = task !== null && task.taskSid !== before.task?.taskSid && !isAcceptedEarlier(after, before);
  return channelState === 'closed' || isInvited || isTaken;
}

/** A leave ends by a reply, which custom routing may have, a reassignment, with the conversation, or because an agent accepted a later task. */
export function leaveEndsRightly(before: Conversation | undefined, after: Conversation): boolean {
  if (!before?.leave || after.leave?.leaveId === before.leave.leaveId) return true;
  const { channelState, invite, task, pending } = after;
  const isTaken = task !== null && task.taskSid !== before.task?.taskSid && !isAcceptedEarlier(after, before);
  const isReplied =
    before.leave.onReply === 'custom-routing'
      ? 'await-custom-routing' in pending
      : invite?.purpose === 'reply';
  return channelState === 'closed' || isReplied || invite?.purpose === 'reassign' || isTaken;
}

/** Webhooks tell seconds only. */
function isAcceptedEarlier({ acceptedAt: one }: Conversation, { acceptedAt: other }: Conversation): boolean {
  return one !== null && other !== null && Math.floor(one / SECOND) < Math.floor(other / SECOND);
}

/** Studio has what the customer writes while a leave waits for that, or custom routing has its time; else it never has. */
export function hookHasItsReason({ studioHook, leave, pending }: Conversation): boolean {
  if (studioHook === null) return !('put-studio-hook' in pending);
  return leave?.onReply === 'custom-routing' || 'await-custom-routing' in pending;
}

export function versionIsNext(before: Conversation | undefined, after: Conversation): boolean {
  return after.version === (before?.version ?? 0) + 1;
}

/** Paused means that the task which was put aside holds no capacity any more. */
export function pausedIsOver(
  before: Conversation | undefined,
  after: Conversation,
  isLive: (taskSid: string) => boolean,
): boolean {
  if (after.channelState !== 'pause' || before?.channelState === 'pause') return true;
  return !before?.task || !isLive(before.task.taskSid);
}
