import type { Cause } from './cause';
import type { ConversationEvent } from './history-entry';
import { isNearer } from './marks';
import { idsOf } from './pending';
import type { Conversation, Finding } from './record';

/**
 * What a write tells, in the order in which it happened. It follows from the record before and after alone, so that no
 * move can forget it.
 */
export function eventsOf(
  before: Conversation | undefined,
  after: Conversation,
  by: Cause,
): ConversationEvent[] {
  const told: Record<ConversationEvent, boolean> = {
    CustomerReplied: isReplyToPause(before, after, by),
    ConversationPaused: after.pause !== null && !isSamePause(before, after),
    ConversationLeft: after.leave !== null && after.leave.leaveId !== before?.leave?.leaveId,
    PauseChanged: isPauseChanged(before, after),
    PauseMarkReached: isMarkReached(before, after),
    ConversationResumed: comesBackFor('resume', before, after),
    ConversationReassigned:
      comesBackFor('reassign', before, after) ||
      (!before?.leave && comesBackFor('reply', before, after)) ||
      isSentByCustomLogic(before, after),
    ConversationReactivated:
      Boolean(before?.leave) && (comesBackFor('reply', before, after) || isCustomRoutings(after)),
    InviteLost: isInviteLost(before, after) || isCustomRoutingOver(before, after),
    AcceptedButNotJoined: isFound('AcceptedButNotJoined', before, after),
    ClosedByWrapUp: isFound('ClosedByWrapUp', before, after),
    ConversationEnded: after.channelState === 'closed' && before?.channelState !== 'closed',
  };
  return (Object.keys(told) as ConversationEvent[]).filter((type) => told[type]);
}

/** A message of the customer's that is taken for a pause. What is read of messages when a pause begins is no reply. */
function isReplyToPause(before: Conversation | undefined, after: Conversation, by: Cause): boolean {
  return by === 'customer' && Boolean(before?.pause) && before?.lastMessageIndex !== after.lastMessageIndex;
}

function isSamePause(before: Conversation | undefined, after: Conversation): boolean {
  return before?.pause?.pauseId === after.pause?.pauseId;
}

function isPauseChanged(before: Conversation | undefined, after: Conversation): boolean {
  if (!before?.pause || !after.pause || !isSamePause(before, after)) return false;
  const { deadline, note, workerSid } = before.pause;
  return (
    deadline !== after.pause.deadline || note !== after.pause.note || workerSid !== after.pause.workerSid
  );
}

function isMarkReached(before: Conversation | undefined, after: Conversation): boolean {
  if (!before?.pause || !after.pause || !isSamePause(before, after)) return false;
  return isNearer(after.pause.toldMark, before.pause.toldMark);
}

/** What was put aside is active again, by an invite of this purpose. A task that somebody else has made tells nothing. */
function comesBackFor(
  purpose: 'resume' | 'reassign' | 'reply',
  before: Conversation | undefined,
  after: Conversation,
): boolean {
  const wasPutAside = Boolean(before?.pause ?? before?.leave);
  const isNew = after.invite !== null && after.invite.inviteId !== before?.invite?.inviteId;
  return wasPutAside && isNew && after.invite.purpose === purpose;
}

/** Its task was over without an agent, and the next one follows. */
function isInviteLost(before: Conversation | undefined, after: Conversation): boolean {
  return Boolean(before?.invite && after.invite && after.invite.lost > before.invite.lost);
}

/** Custom logic has had the next task made; those after it are the same one's. */
function isSentByCustomLogic(before: Conversation | undefined, after: Conversation): boolean {
  return before?.invite === null && after.invite?.purpose === 'custom';
}

/** The customer has replied, and custom logic has its time to bring a task. */
function isCustomRoutings({ pending }: Conversation): boolean {
  return idsOf(pending, 'await-custom-routing').length > 0;
}

/** Custom logic has let its time pass: an invite takes its place. */
function isCustomRoutingOver(before: Conversation | undefined, after: Conversation): boolean {
  return Boolean(before && isCustomRoutings(before)) && after.invite?.purpose === 'reply';
}

function isFound(what: Finding['what'], before: Conversation | undefined, after: Conversation): boolean {
  const { finding } = after;
  if (finding?.what !== what) return false;
  return before?.finding?.what !== what || before.finding.taskSid !== finding.taskSid;
}
