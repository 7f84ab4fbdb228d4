import { type Collection, type State } from '../ports';
import {
  type Channel,
  type ChannelParticipant,
  type Conversation,
  type ConversationParticipant,
  type EventCallback,
  type Interaction,
  type Invite,
  type KeptAlarm,
  type Message,
  type ProductConfiguration,
  type Reservation,
  type ScopedWebhook,
  type Sink,
  type Subscription,
  type WebhookConfiguration,
  type Worker,
  type WorkflowSettings,
} from './records';
import { type NumberedEvent } from './taskrouter/event-log';
import { TaskCollection } from './taskrouter/task-collection';

/** One collection per kind of thing, keyed by SID where not said otherwise. */
export interface Store {
  readonly workers: Collection<Worker>;
  readonly tasks: TaskCollection;
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
  /** The workspace's, once it was changed. */
  readonly eventCallbacks: Collection<EventCallback>;
  /** Of `account`, and of services by their SID, once they were changed. */
  readonly webhookConfigurations: Collection<WebhookConfiguration>;
  /** The account's, once it was changed. */
  readonly productConfigurations: Collection<ProductConfiguration>;
  /** Those that were changed. */
  readonly workflows: Collection<WorkflowSettings>;
  readonly sinks: Collection<Sink>;
  readonly subscriptions: Collection<Subscription>;
  readonly alarms: Collection<KeptAlarm>;
  readonly counters: Collection<number>;
}

export function openStore(state: State): Store {
  return {
    workers: state.collection('twilio-workers'),
    tasks: new TaskCollection(state.collection('twilio-tasks')),
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
    eventCallbacks: state.collection('twilio-event-callbacks'),
    webhookConfigurations: state.collection('twilio-webhook-configurations'),
    productConfigurations: state.collection('twilio-product-configurations'),
    workflows: state.collection('twilio-workflows'),
    sinks: state.collection('twilio-sinks'),
    subscriptions: state.collection('twilio-subscriptions'),
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
