import type { Conversation } from './record';

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
