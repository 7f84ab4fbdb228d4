import type { ConversationView } from './history-entry';
import { markOf } from './marks';
import { otherTasksOf } from './other-tasks';
import type { Conversation } from './record';
import type { Settings } from './settings';
import type { Instant } from './time';

/** A conversation as the API shows it, and as events have it. */
export function viewOf(
  record: Conversation,
  { hipaa }: Pick<Settings, 'hipaa'>,
  now: Instant,
): ConversationView {
  const { conversationSid, interactionSid, channelSid, channelType, channelState, wrapUp, heldBy, version } =
    record;
  return {
    conversationSid,
    interactionSid,
    channelSid,
    channelType,
    channelState,
    wrapUp,
    heldBy,
    version,
    updatedAt: record.updatedAt,
    task: taskOf(record),
    ...othersOf(record),
    queueSid: record.routing.queueSid,
    workerName: record.workerName,
    customerName: hipaa ? null : record.customerName,
    pause: pauseOf(record, now),
    leave: leaveOf(record),
    customerRepliedAt: record.customerRepliedAt,
    owed: [...new Set(Object.values(record.pending).map(({ kind }) => kind))],
  };
}

function taskOf({ task, invite }: Conversation): ConversationView['task'] {
  if (task !== null) {
    const { taskSid, reservationSid, workerSid, status, purpose } = task;
    return { taskSid, reservationSid, workerSid, status, purpose };
  }
  if (invite === null) return null;
  const workerSid = invite.direct ? invite.workerSid : null;
  return { taskSid: null, reservationSid: null, workerSid, status: 'pending', purpose: invite.purpose };
}

function othersOf(record: Conversation): Pick<ConversationView, 'otherTasks'> {
  const otherTasks = otherTasksOf(record);
  return otherTasks.length === 0 ? {} : { otherTasks };
}

function pauseOf({ pause }: Conversation, now: Instant): ConversationView['pause'] {
  if (pause === null) return null;
  const { pauseId, workerSid, pausedAt, deadline, reason, note } = pause;
  return { pauseId, workerSid, pausedAt, deadline, mark: markOf(deadline, now), reason, note };
}

function leaveOf({ leave }: Conversation): ConversationView['leave'] {
  if (leave === null) return null;
  const { leaveId, workerSid, leftAt, expiresAt, reason } = leave;
  return { leaveId, workerSid, leftAt, expiresAt, reason };
}
