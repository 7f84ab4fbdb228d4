import type { MessageFact } from '../domain/messages';
import type { Settings } from '../domain/settings';
import type { Instant } from '../domain/time';
import type { ConversationFacts, Deps } from './ports';

/** What is outside the record and decides whether a conversation may be put aside. */
export interface Surroundings {
  readonly messages: readonly MessageFact[];
  readonly newestIndex: number | null;
  /** When Twilio would close the conversation by itself; null: never, or not known. */
  readonly closesAt: Instant | null;
  /** Pauses that the agent has already; only counted where the settings limit them. */
  readonly pausedByAgent: number;
}

/** Reads the newest messages and the conversation's timers; one of the two suffices. */
export async function surroundingsOf(
  conversationSid: string,
  workerSid: string | null,
  { pause: { maxPerAgent } }: Settings,
  { twilio, store }: Deps,
): Promise<Surroundings | 'closed' | 'unreadable'> {
  const [messages, conversation, pausedByAgent] = await Promise.all([
    orUnreadable(twilio.newestMessages(conversationSid)),
    orUnreadable(twilio.conversation(conversationSid)),
    maxPerAgent === null || workerSid === null ? 0 : store.countPausedBy(workerSid),
  ]);
  if (messages === 'unreadable' && conversation === 'unreadable') return 'unreadable';
  if (conversation !== 'unreadable' && isClosed(conversation)) return 'closed';
  const known = messages === 'unreadable' ? [] : messages;
  return {
    messages: known,
    newestIndex: known.length === 0 ? null : Math.max(...known.map(({ index }) => index)),
    closesAt: conversation === 'unreadable' ? null : (conversation?.closesAt ?? null),
    pausedByAgent,
  };
}

function isClosed(conversation: ConversationFacts | undefined): boolean {
  return conversation === undefined || conversation.state === 'closed';
}

async function orUnreadable<T>(reading: Promise<T>): Promise<T | 'unreadable'> {
  return reading.catch(() => 'unreadable' as const);
}
