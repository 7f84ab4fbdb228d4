import { type StandInConversation } from '../stand-in/client';

/** How the customer of a conversation is called; "–" where there is none */
export function nameOfCustomer(
  conversationSid: string | null,
  conversations: readonly StandInConversation[],
): string {
  if (conversationSid === null) return '–';
  const known = conversations.find((each) => each.conversationSid === conversationSid);
  return known?.customerName ?? conversationSid;
}
