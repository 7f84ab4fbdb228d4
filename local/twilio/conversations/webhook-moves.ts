import { type Platform } from '../platform';
import { type Conversation } from '../records';

/** Takes one of the conversation's own webhooks off. */
export function removeWebhook(platform: Platform, conversation: Conversation, webhookSid: string): void {
  conversation.webhookSids = conversation.webhookSids.filter((sid) => sid !== webhookSid);
  platform.store.conversations.set(conversation.sid, conversation);
  platform.store.scopedWebhooks.delete(webhookSid);
}
