import type { Outcome } from '../../domain/outcome';
import type { Effect } from '../../domain/pending';
import type { Conversation } from '../../domain/record';
import type { Deps } from '../ports';

/** Writes an entry under its version, so that a repeat writes the same. The last one gives all of them their end. */
export async function writeHistory(
  { entry }: Extract<Effect, { kind: 'write-history' }>,
  { conversationSid, closedAt }: Conversation,
  { history }: Deps,
): Promise<Outcome> {
  await history.write(conversationSid, entry, closedAt);
  const isLast = entry.events.some(({ type }) => type === 'ConversationEnded');
  if (isLast && closedAt !== null) await history.expire(conversationSid, closedAt);
  return { result: 'done' };
}
