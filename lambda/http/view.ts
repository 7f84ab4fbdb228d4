import type { AgentsPage } from '../actions/list-agents';
import type { ListPage } from '../actions/list-parked';
import { markOf } from '../domain/marks';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import type { Instant } from '../domain/time';
import type { components } from './api-types';

export type ConversationView = components['schemas']['Conversation'];

/** A conversation as the API shows it. */
export function viewOf(record: Conversation, { hipaa }: Settings, now: Instant): ConversationView {
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
    queueSid: record.routing.queueSid,
    workerName: record.workerName,
    customerName: hipaa ? null : record.customerName,
    pause: pauseOf(record, now),
    leave: leaveOf(record),
    customerRepliedAt: record.customerRepliedAt,
    owed: [...new Set(Object.values(record.pending).map(({ kind }) => kind))],
  };
}

/** A page of a list. @param next cursor; undefined on the last page */
export function listViewOf(
  { records, settings }: Pick<ListPage, 'records' | 'settings'>,
  next: string | undefined,
  now: Instant,
): components['schemas']['ConversationList'] {
  const conversations = records.map((record) => viewOf(record, settings, now));
  return { conversations, ...(next === undefined ? {} : { next }) };
}

export function agentsViewOf({ agents, next }: AgentsPage): components['schemas']['AgentList'] {
  return { agents: [...agents], ...(next === undefined ? {} : { next }) };
}

/** The live task; while an invite is owed or on its way and its task is not known, what it will be. */
function taskOf({ task, invite }: Conversation): ConversationView['task'] {
  if (task !== null) {
    const { taskSid, reservationSid, workerSid, status, purpose } = task;
    return { taskSid, reservationSid, workerSid, status, purpose };
  }
  if (invite === null) return null;
  const workerSid = invite.direct ? invite.workerSid : null;
  return { taskSid: null, reservationSid: null, workerSid, status: 'pending', purpose: invite.purpose };
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
