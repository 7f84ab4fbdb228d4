import { type Conversation } from '../api/types';

/** These wait for somebody else or for a moment, which may be long; all other effects are a matter of seconds. */
const WAITING = new Set<string>(['await-custom-routing', 'look-for-reply']);

/** Something was decided and is still being carried out. */
export function isOnItsWay({ owed }: Conversation): boolean {
  return owed.some((effect) => !WAITING.has(effect));
}

/** Whether the conversation is going to change soon by itself. */
export function isChanging(conversation: Conversation): boolean {
  const { status } = conversation.task ?? {};
  return isOnItsWay(conversation) || status === 'pending' || status === 'reserved';
}

/** Where the conversation is, in a few words. */
export function statusOf({ channelState, wrapUp, heldBy, pause, task, workerName }: Conversation): string {
  if (wrapUp === 'pause') return 'Wrapping up, then paused';
  if (wrapUp === 'leave') return 'Wrapping up, then left for the customer’s reply';
  if (wrapUp === 'end') return 'Wrapping up, then ended';
  if (heldBy === 'flex') return 'Put aside by Flex’s own Pause or Leave';
  if (pause) return 'Paused';
  if (channelState === 'inactive') return 'Left, waits for the customer’s reply';
  if (channelState === 'closed') return 'Ended';
  if (task?.status === 'assigned') return `With ${workerName ?? 'an agent'}`;
  if (task?.status === 'wrapping') return 'Wrapping up';
  return 'Waits for an agent';
}

const CHANNELS: Readonly<Record<string, string>> = {
  web: 'Web chat',
  chat: 'Chat',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  messenger: 'Messenger',
  email: 'Email',
};

/** Flex's name of a channel's type in words. */
export function channelName(channelType: string): string {
  return CHANNELS[channelType] ?? channelType;
}

/** Names are not always known, and never under HIPAA. */
export function customerOf({ customerName }: Pick<Conversation, 'customerName'>): string {
  return customerName ?? 'Customer';
}
