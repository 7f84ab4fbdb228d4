import { CHAT_SERVICE_SID } from '../demo';
import { reactivate } from '../flex/reactivation';
import { type Platform } from '../platform';
import { type Conversation, type Message } from '../records';
import { newSid } from '../sids';
import { messageKey } from '../store';
import { startFlows } from '../studio/flow';
import { type Raises, setState } from './conversation-moves';
import { findParticipant } from './participant-moves';
import { restartTimers } from './timers';

export interface NewMessage {
  /** Identity or address; of somebody who is no participant the message has no participant SID. */
  readonly author: string;
  readonly body: string;
  readonly attributes?: string;
  /** As in the webhook: by which way it came. Source: Twilio docs, Conversations webhooks. */
  readonly source: 'SDK' | 'SMS' | 'API';
}

/** Adds a message. An inactive conversation becomes active by it; the customer's also reactivates an inactive channel. */
export function addMessage(
  platform: Platform,
  conversation: Conversation,
  written: NewMessage,
  raises: Raises,
): Message {
  const participant = findParticipant(platform, conversation, written.author);
  const message: Message = {
    sid: newSid('IM'),
    conversationSid: conversation.sid,
    index: conversation.messageCount,
    author: written.author,
    participantSid: participant?.sid ?? null,
    body: written.body,
    attributes: written.attributes ?? '{}',
    createdAt: platform.now(),
  };
  platform.store.messages.set(messageKey(conversation.sid, message.index), message);
  conversation.messageCount += 1;
  conversation.updatedAt = message.createdAt;
  platform.store.conversations.set(conversation.sid, conversation);
  if (conversation.state === 'inactive')
    setState(platform, conversation, 'active', 'EVENT', { webhook: true });
  restartTimers(platform, conversation);
  if (raises.webhook) {
    tell(platform, message, written.source);
    startFlows(platform, conversation, message);
  }
  if (participant?.sid === conversation.customer.participantSid) reactivate(platform, conversation);
  return message;
}

function tell(platform: Platform, message: Message, source: NewMessage['source']): void {
  platform.webhooks.queue('/webhooks/conversations', message.conversationSid, {
    EventType: 'onMessageAdded',
    Source: source,
    ...(source === 'SDK' && { ClientIdentity: message.author }),
    ConversationSid: message.conversationSid,
    ChatServiceSid: CHAT_SERVICE_SID,
    MessagingServiceSid: '',
    MessageSid: message.sid,
    Index: String(message.index),
    DateCreated: new Date(message.createdAt).toISOString(),
    Body: message.body,
    Author: message.author,
    ...(message.participantSid && { ParticipantSid: message.participantSid }),
    Attributes: message.attributes,
  });
}
