import { CHAT_SERVICE_SID } from '../demo';
import { type Platform } from '../platform';
import { type Conversation } from '../records';
import { messageKey } from '../store';
import { restartTimers } from './timers';

/**
 * A REST write raises a webhook only when its caller asks for it; what Flex does by itself raises one.
 * Source: Twilio docs, Conversations webhooks, X-Twilio-Webhook-Enabled.
 */
export interface Raises {
  readonly webhook: boolean;
}

/** Closes the conversation for good; nothing happens to one that is closed. */
export function closeConversation(platform: Platform, conversation: Conversation, raises: Raises): void {
  if (conversation.state === 'closed') return;
  setState(platform, conversation, 'closed', 'API', raises);
}

export function setState(
  platform: Platform,
  conversation: Conversation,
  state: Conversation['state'],
  reason: 'API' | 'TIMER' | 'EVENT',
  raises: Raises,
): void {
  const from = conversation.state;
  conversation.state = state;
  conversation.updatedAt = platform.now();
  platform.store.conversations.set(conversation.sid, conversation);
  if (state === 'closed') restartTimers(platform, conversation); // they stop
  if (!raises.webhook || from === state) return;
  platform.webhooks.queue('/webhooks/conversations', conversation.sid, {
    EventType: 'onConversationStateUpdated',
    Source: 'API',
    ConversationSid: conversation.sid,
    ChatServiceSid: CHAT_SERVICE_SID,
    MessagingServiceSid: '',
    StateFrom: from,
    StateTo: state,
    StateUpdated: new Date(conversation.updatedAt).toISOString(),
    Reason: reason,
  });
}

/** Deletes the conversation with all that is in it. The interaction channel stays, and has no conversation any more. */
export function removeConversation(platform: Platform, conversation: Conversation, raises: Raises): void {
  const { store } = platform;
  for (const sid of conversation.participantSids) store.conversationParticipants.delete(sid);
  for (const sid of conversation.webhookSids) store.scopedWebhooks.delete(sid);
  for (let index = 0; index < conversation.messageCount; index++) {
    store.messages.delete(messageKey(conversation.sid, index));
  }
  store.conversations.delete(conversation.sid);
  platform.clearAlarm('conversation-inactive', conversation.sid);
  platform.clearAlarm('conversation-closing', conversation.sid);
  if (!raises.webhook) return;
  platform.webhooks.queue('/webhooks/conversations', conversation.sid, {
    EventType: 'onConversationRemoved',
    Source: 'API',
    ConversationSid: conversation.sid,
    ChatServiceSid: CHAT_SERVICE_SID,
    MessagingServiceSid: '',
    State: conversation.state,
    Attributes: conversation.attributes,
    DateCreated: new Date(conversation.createdAt).toISOString(),
    DateRemoved: new Date(platform.now()).toISOString(),
  });
}
