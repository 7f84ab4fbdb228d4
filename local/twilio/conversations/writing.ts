import { StandInRefusal } from '../errors';
import { type Platform } from '../platform';
import { type Conversation, type Message } from '../records';
import { addMessage, type NewMessage } from './message-moves';

/** Who may write in a conversation. */
export const WRITERS = ['customer', 'agent', 'bot'] as const;

export type Writer = (typeof WRITERS)[number];

/** Author of the bot's messages. It posts by the API and is no participant, so they have no participant SID. */
export const BOT_IDENTITY = 'bot';

/**
 * Somebody writes in a conversation; all of it raises webhooks. The agent is the one who joined last, also
 * when gone: then the message has no participant SID.
 * @throws StandInRefusal 404 no such conversation; 409 closed, or no agent was ever in it
 */
export function write(platform: Platform, conversationSid: string, from: Writer, body: string): Message {
  const conversation = platform.store.conversations.get(conversationSid);
  if (!conversation) throw new StandInRefusal(404, 'There is no such conversation');
  if (conversation.state === 'closed') throw new StandInRefusal(409, 'The conversation is closed');
  return addMessage(platform, conversation, { ...authorOf(conversation, from), body }, { webhook: true });
}

function authorOf(conversation: Conversation, from: Writer): Pick<NewMessage, 'author' | 'source'> {
  const { customer, lastAgent, channelType } = conversation;
  switch (from) {
    case 'customer':
      return { author: customer.address, source: customerSource(channelType) };
    case 'bot':
      return { author: BOT_IDENTITY, source: 'API' };
    case 'agent':
      if (lastAgent === null) throw new StandInRefusal(409, 'No agent has joined the conversation');
      return { author: lastAgent, source: 'SDK' };
  }
}

function customerSource(channelType: string): NewMessage['source'] {
  if (channelType === 'web' || channelType === 'chat') return 'SDK';
  return channelType === 'sms' ? 'SMS' : 'API';
}
