import type { MessageFact } from '../domain/messages';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import type { Instant } from '../domain/time';
import { conversationFacts } from './presence';
import type { ChannelAddress, Deps } from './ports';

/** What is outside the record and decides whether a conversation may be put aside. */
export interface Surroundings {
  readonly messages: readonly MessageFact[];
  readonly newestIndex: number | null;
  /** When Twilio would close the conversation by itself; null: never, or not known. */
  readonly closesAt: Instant | null;
  /** Pauses that the agent has already; only counted where the settings limit them. */
  readonly pausedByAgent: number;
}

/**
 * Reads the newest messages and the conversation's timers; one of the two suffices.
 *
 * @param pausesOf the agent whose pauses count; null: nobody's
 */
export async function surroundingsOf(
  record: Pick<Conversation, 'conversationSid'> & ChannelAddress,
  pausesOf: string | null,
  { pause: { maxPerAgent } }: Settings,
  deps: Deps,
): Promise<Surroundings | 'closed' | 'unreadable'> {
  const [messages, conversation, pausedByAgent] = await Promise.all([
    orUnreadable(deps.twilio.newestMessages(record.conversationSid)),
    orUnreadable(conversationFacts(record, deps)),
    maxPerAgent === null || pausesOf === null ? 0 : deps.store.countPausedBy(pausesOf),
  ]);
  if (conversation === 'closed') return 'closed';
  if (messages === 'unreadable' && conversation === 'unreadable') return 'unreadable';
  const known = messages === 'unreadable' ? [] : messages;
  return {
    messages: known,
    newestIndex: known.length === 0 ? null : Math.max(...known.map(({ index }) => index)),
    closesAt: conversation === 'unreadable' ? null : conversation.closesAt,
    pausedByAgent,
  };
}

async function orUnreadable<T>(reading: Promise<T | undefined>): Promise<T | 'unreadable'> {
  return reading.then(
    (read) => read ?? 'unreadable',
    () => 'unreadable' as const,
  );
}
