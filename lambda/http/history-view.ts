import type { HistoryPage, HistoryPlace } from '../actions/get-history';
import type { ConversationView, HistoryEntry } from '../domain/history-entry';
import type { components } from './api-types';

type HistoryEvent = components['schemas']['HistoryEvent'];
type Facts = Omit<HistoryEvent, 'eventId' | 'at' | 'type' | 'by'>;

/** A page of a history. @param next cursor; undefined on the last page */
export function historyViewOf(
  { places }: Pick<HistoryPage, 'places'>,
  next: string | undefined,
): components['schemas']['History'] {
  return { events: places.map(eventOf), ...(next === undefined ? {} : { next }) };
}

function eventOf({ entry, number }: HistoryPlace): HistoryEvent {
  const { eventId, type } = entry.events[number]!;
  const { at, by, conversation } = entry;
  return { eventId, at, type, by, ...factsOf(type, conversation) };
}

/** What somebody wants to know who reads what happened; the whole conversation as it was then is for who listens. */
function factsOf(type: HistoryEntry['events'][number]['type'], conversation: ConversationView): Facts {
  switch (type) {
    case 'ConversationPaused':
    case 'PauseChanged':
    case 'CustomerReplied':
      return pauseFacts(conversation);
    case 'PauseMarkReached':
      return { ...pauseFacts(conversation), mark: conversation.pause?.mark };
    case 'ConversationLeft':
      return leaveFacts(conversation);
    case 'ConversationResumed':
      return { ...taskFacts(conversation), routedTo: conversation.task?.workerSid ? 'agent' : 'workflow' };
    case 'ConversationReassigned':
    case 'ConversationReactivated':
    case 'InviteLost':
    case 'AcceptedButNotJoined':
    case 'ClosedByWrapUp':
      return taskFacts(conversation);
    case 'ConversationEnded':
      return {};
  }
}

/** None where the customer's reply has ended the pause. */
function pauseFacts({ pause }: ConversationView): Facts {
  if (pause === null) return {};
  const { workerSid, deadline, reason, note } = pause;
  return { workerSid, deadline, reason, note };
}

function leaveFacts({ leave }: ConversationView): Facts {
  if (leave === null) return {};
  const { workerSid, expiresAt, reason } = leave;
  return { workerSid, expiresAt, reason };
}

/** Of the task that follows: for whom it is, null where the workflow decides. */
function taskFacts({ task, queueSid }: ConversationView): Facts {
  return task === null ? { queueSid } : { purpose: task.purpose, workerSid: task.workerSid, queueSid };
}
