import { CHAT_SERVICE_SID } from '../demo';
import { iso, type Platform } from '../platform';
import {
  type Conversation,
  type ConversationParticipant,
  type Message,
  type ScopedWebhook,
} from '../records';
import { type ApiRequest } from '../requests';
import { timersView } from './timers';

export function conversationView(
  { options }: Platform,
  { base }: ApiRequest,
  conversation: Conversation,
): object {
  const url = `${base}/v1/Conversations/${conversation.sid}`;
  return {
    account_sid: options.accountSid,
    sid: conversation.sid,
    chat_service_sid: CHAT_SERVICE_SID,
    messaging_service_sid: null,
    friendly_name: conversation.friendlyName,
    unique_name: null,
    attributes: conversation.attributes,
    state: conversation.state,
    date_created: iso(conversation.createdAt),
    date_updated: iso(conversation.updatedAt),
    timers: timersView(conversation),
    bindings: {},
    url,
    links: { participants: `${url}/Participants`, messages: `${url}/Messages`, webhooks: `${url}/Webhooks` },
  };
}

export function messageView({ options }: Platform, { base }: ApiRequest, message: Message): object {
  const url = `${base}/v1/Conversations/${message.conversationSid}/Messages/${message.sid}`;
  return {
    account_sid: options.accountSid,
    conversation_sid: message.conversationSid,
    sid: message.sid,
    index: message.index,
    author: message.author,
    participant_sid: message.participantSid,
    body: message.body,
    media: null,
    attributes: message.attributes,
    delivery: null,
    content_sid: null,
    date_created: iso(message.createdAt),
    date_updated: iso(message.createdAt),
    url,
    links: { delivery_receipts: `${url}/Receipts`, channel_metadata: `${url}/ChannelMetadata` },
  };
}

export function participantView(
  { options }: Platform,
  { base }: ApiRequest,
  participant: ConversationParticipant,
): object {
  return {
    account_sid: options.accountSid,
    conversation_sid: participant.conversationSid,
    sid: participant.sid,
    identity: participant.identity,
    messaging_binding: participant.binding,
    attributes: '{}',
    role_sid: null,
    last_read_message_index: null,
    last_read_timestamp: null,
    date_created: iso(participant.createdAt),
    date_updated: iso(participant.createdAt),
    url: `${base}/v1/Conversations/${participant.conversationSid}/Participants/${participant.sid}`,
  };
}

export function webhookView({ options }: Platform, { base }: ApiRequest, webhook: ScopedWebhook): object {
  return {
    account_sid: options.accountSid,
    conversation_sid: webhook.conversationSid,
    sid: webhook.sid,
    target: webhook.target,
    configuration: webhook.configuration,
    date_created: iso(webhook.createdAt),
    date_updated: iso(webhook.createdAt),
    url: `${base}/v1/Conversations/${webhook.conversationSid}/Webhooks/${webhook.sid}`,
  };
}
