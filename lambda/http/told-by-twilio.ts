import { EVENTS_THAT_MATTER } from '../domain/task-events';

/** What one of Twilio's products is asked to tell, and where it finds us. */
export interface Told {
  /** Behind the public URL. */
  readonly path: string;
  /** Names of the events that matter to us, as the product's own filter has them. */
  readonly events: readonly string[];
  /** Their types in Event Streams, in the same order. */
  readonly streamed: readonly string[];
}

/** TaskRouter's event callback. */
export const TASKROUTER: Told = {
  path: '/webhooks/taskrouter',
  events: EVENTS_THAT_MATTER,
  streamed: EVENTS_THAT_MATTER.map((event) => `com.twilio.taskrouter.${event}`),
};

/** By default Twilio repeats only what found no connection, and once. Source: Twilio docs, webhooks connection overrides. */
export const TASKROUTER_OVERRIDES = '#rc=3&rp=5xx,ct,rt';

/** Conversations' webhook after something has happened. */
export const CONVERSATIONS: Told = {
  path: '/webhooks/conversations',
  events: ['onMessageAdded', 'onConversationStateUpdated', 'onConversationRemoved'],
  streamed: [
    'com.twilio.conversations.message.added',
    'com.twilio.conversations.conversation-state.updated',
    'com.twilio.conversations.conversation.removed',
  ],
};
