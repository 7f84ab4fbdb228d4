import { type HistoryEvent } from '../api/types';
import { absolute, type Place } from '../time/words';

export interface Reader {
  readonly place: Place;
  readonly now: Date;
  /** "You", a name, or what somebody is called whose name is not known */
  readonly who: (workerSid: string) => string;
}

/** What happened, as one sentence. */
export function historySentence(event: HistoryEvent, reader: Reader): string {
  const by = causeOf(event.by, reader);
  const moment = (time: string | undefined): string =>
    time === undefined ? '' : absolute(new Date(time), reader.now, reader.place);
  switch (event.type) {
    case 'ConversationPaused':
      return `${by} paused it until ${moment(event.deadline)}`;
    case 'ConversationLeft':
      return `${by} left it for the customer’s reply, until ${moment(event.expiresAt)}`;
    case 'ConversationResumed':
    case 'ConversationReactivated':
      return event.by === 'customer'
        ? `The customer’s reply brought it back${destination(event, reader)}`
        : `${by} resumed it${destination(event, reader)}`;
    case 'ConversationReassigned':
      return event.by === 'deadline'
        ? 'The time limit was over: reassigned to the next available agent'
        : `${by} reassigned it${destination(event, reader)}`;
    case 'ConversationEnded':
      return `${by} ended it`;
    case 'PauseMarkReached':
      return event.mark === 'within-1-hour' ? 'Reassigned within 1 hour' : 'Reassigned within 24 hours';
    case 'PauseChanged':
      return `${by} changed the pause, now until ${moment(event.deadline)}`;
    case 'CustomerReplied':
      return 'The customer has replied while it was paused';
    case 'InviteLost':
      return 'No agent took it; it is offered again';
    case 'AcceptedButNotJoined':
      return 'It was accepted for the agent, who did not join';
    case 'ClosedByWrapUp':
      return 'Twilio closed it when its wrap-up ended';
  }
}

function causeOf(by: string, { who }: Reader): string {
  switch (by) {
    case 'customer':
      return 'The customer';
    case 'deadline':
      return 'The time limit';
    case 'service':
      return 'Custom logic';
    case 'system':
      return 'The system';
    default:
      return who(by);
  }
}

/** For whom its next task is: nothing where that is who did it. */
function destination({ by, routedTo, workerSid }: HistoryEvent, { who }: Reader): string {
  if (routedTo === 'workflow' || !workerSid) return ', for the next available agent';
  return workerSid === by ? '' : ` for ${who(workerSid).replace(/^You$/, 'you')}`;
}
