import { type Platform } from '../platform';
import { type Conversation, type ScopedWebhook } from '../records';
import { newSid } from '../sids';

/** Puts a webhook of its own on the conversation. */
export function addWebhook(
  platform: Platform,
  conversation: Conversation,
  { target, configuration }: Pick<ScopedWebhook, 'target' | 'configuration'>,
): ScopedWebhook {
  const webhook: ScopedWebhook = {
    sid: newSid('WH'),
    conversationSid: conversation.sid,
    target,
    configuration,
    createdAt: platform.now(),
  };
  platform.store.scopedWebhooks.set(webhook.sid, webhook);
  conversation.webhookSids.push(webhook.sid);
  platform.store.conversations.set(conversation.sid, conversation);
  return webhook;
}

/** Takes one of the conversation's own webhooks off. */
export function removeWebhook(platform: Platform, conversation: Conversation, webhookSid: string): void {
  conversation.webhookSids = conversation.webhookSids.filter((sid) => sid !== webhookSid);
  platform.store.conversations.set(conversation.sid, conversation);
  platform.store.scopedWebhooks.delete(webhookSid);
}
