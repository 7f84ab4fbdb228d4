import { EVERYONE, OUR_NUMBER, TASK_CHANNELS } from '../demo';
import { keepForNow } from '../flex/channel-age';
import { createInvite } from '../flex/invite-moves';
import { DEFAULT_TIMEOUT_SECONDS } from '../flex/invite-routing';
import { addChannelParticipant } from '../flex/joining';
import { type Platform } from '../platform';
import { type Channel, type Conversation, type Task } from '../records';
import { newSid } from '../sids';
import { addParticipant, findParticipant } from './participant-moves';
import { defaultTimers, restartTimers } from './timers';

/** Channels whose customers are known by an address; on the others they have an identity of their own. */
const ADDRESS_PREFIX: Readonly<Record<string, string>> = {
  sms: '',
  whatsapp: 'whatsapp:',
  messenger: 'messenger:',
};

export type ChannelType = Exclude<(typeof TASK_CHANNELS)[number], 'default'>;

/** What a customer can write from: the types that a task channel of their own exists for. */
export const CHANNEL_TYPES = TASK_CHANNELS.filter((name): name is ChannelType => name !== 'default');

/** A customer starts a conversation: conversation, interaction, channel, and the first task, pending in the default queue. */
export function startConversation(
  platform: Platform,
  type: ChannelType,
  customerName?: string,
): { conversation: Conversation; task: Task } {
  const conversation = newConversation(platform, type, customerName);
  const channel: Channel = {
    sid: conversation.channelSid,
    interactionSid: newSid('KD'),
    conversationSid: conversation.sid,
    type,
    status: 'active',
    inviteSids: [],
    participantSids: [],
  };
  platform.store.interactions.set(channel.interactionSid, {
    sid: channel.interactionSid,
    channelSid: channel.sid,
    channelType: type,
    webhookTtid: null,
  });
  keepForNow(platform, channel);
  addChannelParticipant(platform, channel, 'customer', null);
  const { task } = createInvite(platform, channel, conversation, {
    workflowSid: platform.options.workflowSid,
    queueSid: EVERYONE.sid,
    workerSid: null,
    taskChannel: type,
    attributes: {},
    priority: 0,
    timeout: DEFAULT_TIMEOUT_SECONDS,
  });
  return { conversation, task };
}

function newConversation(platform: Platform, type: string, customerName?: string): Conversation {
  const number = platform.nextNumber();
  const name = customerName ?? `Customer ${number}`;
  const prefix = ADDRESS_PREFIX[type];
  const address =
    prefix === undefined ? `visitor-${number}` : `${prefix}+1555${String(number).padStart(7, '0')}`;
  const now = platform.now();
  const conversation: Conversation = {
    sid: newSid('CH'),
    state: 'active',
    createdAt: now,
    updatedAt: now,
    friendlyName: name,
    attributes: '{}',
    channelSid: newSid('UO'),
    channelType: type,
    customer: { name, address, participantSid: '' },
    timers: defaultTimers(platform, now),
    participantSids: [],
    webhookSids: [],
    messageCount: 0,
    lastAgent: null,
  };
  if (prefix === undefined) addParticipant(platform, conversation, address, null);
  else addParticipant(platform, conversation, null, { type, address, proxy_address: prefix + OUR_NUMBER });
  conversation.customer.participantSid = findParticipant(platform, conversation, address)?.sid ?? '';
  restartTimers(platform, conversation);
  return conversation;
}
