import { type StandInConversation } from '../stand-in/client';

/** How the customer of a conversation is called; its SID where that is not known */
export function nameOfCustomer(
  conversationSid: string,
  conversations: readonly StandInConversation[],
): string {
  const known = conversations.find((each) => each.conversationSid === conversationSid);
  return known?.customerName ?? conversationSid;
}
