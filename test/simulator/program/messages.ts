import type { Platform } from '../../../local/twilio/platform';

/** Index of the customer's newest message in a conversation, by what Twilio has; -1: there is none. */
export function newestOfCustomer({ store }: Platform, conversationSid: string): number {
  const customer = store.conversations.get(conversationSid)?.customer.participantSid;
  const indexes = store.messages
    .values()
    .filter((message) => message.conversationSid === conversationSid && message.participantSid === customer)
    .map(({ index }) => index);
  return Math.max(-1, ...indexes);
}
