import { removeWebhook } from '../conversations/webhook-moves';
import { DEMO_FLOW_SID, EVERYONE } from '../demo';
import { createInvite } from '../flex/invite-moves';
import { DEFAULT_TIMEOUT_SECONDS } from '../flex/invite-routing';
import { type Platform } from '../platform';
import { type Conversation, type Message, type ScopedWebhook } from '../records';
import { all } from '../store';

interface Studio {
  readonly flow_sid?: string;
  readonly filters?: readonly string[];
}

/**
 * Hands a new message to the demo flow, where one of the conversation's webhooks leads there. Flows of any other SID are
 * not here, and do nothing.
 */
export function startFlows(platform: Platform, conversation: Conversation, message: Message): void {
  for (const webhook of all(platform.store.scopedWebhooks, conversation.webhookSids))
    handOver(platform, conversation, webhook, message);
}

/** Hands over one message to one webhook. */
export function handOver(
  platform: Platform,
  conversation: Conversation,
  { sid, target, configuration }: ScopedWebhook,
  message: Message,
): void {
  const { flow_sid: flowSid, filters = ['onMessageAdded'] } = configuration as Studio;
  const isTold = target === 'studio' && filters.includes('onMessageAdded');
  const isCustomers = message.participantSid === conversation.customer.participantSid;
  if (isTold && isCustomers && flowSid === DEMO_FLOW_SID) sendToFlex(platform, conversation, sid);
}

/**
 * All of the demo flow: the widget Send to Flex. It makes a task for the conversation in its channel, by the default
 * workflow, and the flow has nothing more to do with the conversation. Source: Twilio docs, Studio, Send to Flex.
 */
function sendToFlex(platform: Platform, conversation: Conversation, webhookSid: string): void {
  const channel = platform.store.channels.get(conversation.channelSid);
  if (channel?.status !== 'active' || conversation.state === 'closed') return;
  removeWebhook(platform, conversation, webhookSid);
  createInvite(platform, channel, conversation, {
    workflowSid: platform.options.workflowSid,
    queueSid: EVERYONE.sid,
    workerSid: null,
    taskChannel: channel.type,
    attributes: { studioFlowSid: DEMO_FLOW_SID },
    priority: 0,
    timeout: DEFAULT_TIMEOUT_SECONDS,
  });
}
