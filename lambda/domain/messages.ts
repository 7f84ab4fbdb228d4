import type { Conversation } from './record';
import type { Settings } from './settings';

/** What tells whose message it is; its text is not read. */
export interface MessageFact {
  readonly index: number;
  readonly author: string | null;
  readonly participantSid: string | null;
}

/** A customer's message: it has a participant, and its author is neither an agent who held the conversation nor a bot. */
export function isCustomers(
  { author, participantSid }: MessageFact,
  { agentIdentities }: Conversation,
  botIdentities: readonly string[],
): boolean {
  if (participantSid === null) return false;
  return author === null || !(agentIdentities.includes(author) || botIdentities.includes(author));
}

/** Index of the customer's newest message that is news. Only of a conversation that was put aside: in all others the agent reads along. */
export function newestOfCustomer(
  messages: readonly MessageFact[],
  record: Conversation | undefined,
  { botIdentities }: Pick<Settings, 'botIdentities'>,
): number | undefined {
  if (record === undefined || (record.pause === null && record.leave === null)) return undefined;
  const last = record.lastMessageIndex ?? -1;
  const news = messages.filter(({ index }) => index > last);
  const indexes = news
    .filter((message) => isCustomers(message, record, botIdentities))
    .map(({ index }) => index);
  return indexes.length === 0 ? undefined : Math.max(...indexes);
}
