import { type Collection, type State } from '../ports';
import {
  type Channel,
  type ChannelParticipant,
  type Conversation,
  type ConversationParticipant,
  type Interaction,
  type Invite,
  type KeptAlarm,
  type Message,
  type Reservation,
  type ScopedWebhook,
  type Task,
  type Worker,
} from './records';
import { type NumberedEvent } from './taskrouter/event-log';

/** One collection per kind of thing, keyed by SID where not said otherwise. */
export interface Store {
  readonly workers: Collection<Worker>;
  readonly tasks: Collection<Task>;
  readonly reservations: Collection<Reservation>;
  readonly events: Collection<NumberedEvent>;
  readonly interactions: Collection<Interaction>;
  readonly channels: Collection<Channel>;
  readonly invites: Collection<Invite>;
  readonly channelParticipants: Collection<ChannelParticipant>;
  readonly conversations: Collection<Conversation>;
  readonly conversationParticipants: Collection<ConversationParticipant>;
  /** Keyed by `messageKey`. */
  readonly messages: Collection<Message>;
  readonly scopedWebhooks: Collection<ScopedWebhook>;
  readonly alarms: Collection<KeptAlarm>;
  readonly counters: Collection<number>;
}

export function openStore(state: State): Store {
  return {
    workers: state.collection('twilio-workers'),
    tasks: state.collection('twilio-tasks'),
    reservations: state.collection('twilio-reservations'),
    events: state.collection('twilio-events'),
    interactions: state.collection('twilio-interactions'),
    channels: state.collection('twilio-channels'),
    invites: state.collection('twilio-invites'),
    channelParticipants: state.collection('twilio-channel-participants'),
    conversations: state.collection('twilio-conversations'),
    conversationParticipants: state.collection('twilio-conversation-participants'),
    messages: state.collection('twilio-messages'),
    scopedWebhooks: state.collection('twilio-scoped-webhooks'),
    alarms: state.collection('twilio-alarms'),
    counters: state.collection('twilio-counters'),
  };
}

export function messageKey(conversationSid: string, index: number): string {
  return `${conversationSid}/${index}`;
}

/** The kept things that these SIDs name, those that are gone left out. */
export function all<T>(collection: Collection<T>, sids: readonly string[]): T[] {
  return sids.map((sid) => collection.get(sid)).filter((found) => found !== undefined);
}
