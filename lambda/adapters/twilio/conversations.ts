import { ConversationContextImpl } from 'twilio/lib/rest/conversations/v1/conversation';
import { MessageListInstance } from 'twilio/lib/rest/conversations/v1/conversation/message';
import type { Twilio } from '../../actions/ports';
import type { MessageFact } from '../../domain/messages';
import { instant } from '../../domain/time';
import { told, toldOrAbsent } from './errors';
import { apiVersion, count, text, textOrNull } from './resources';
import type { Transport } from './transport';

/** The newest page of messages; more than any agent can have missed since the last look. */
const NEWEST_MESSAGES = 50;

/** Conversations: state, timers, and whose the newest messages are. */
export function conversationCalls(transport: Transport): Pick<Twilio, 'conversation' | 'newestMessages'> {
  const version = apiVersion('conversations.twilio.com', transport);
  return {
    conversation: (conversationSid) =>
      toldOrAbsent('read conversation', async () => {
        const conversation = await new ConversationContextImpl(version, conversationSid).fetch();
        const timers = conversation.timers as { date_closed?: unknown } | undefined;
        const closes = timers?.date_closed;
        return {
          state: text(conversation.state, 'state'),
          closesAt: typeof closes === 'string' ? instant(new Date(closes)) : null,
        };
      }),

    newestMessages: (conversationSid) =>
      told('list messages', async () => {
        const page = await MessageListInstance(version, conversationSid).page({
          order: 'desc',
          pageSize: NEWEST_MESSAGES,
        });
        return page.instances.map(({ index, author, participantSid }): MessageFact => ({
          index: count(index, 'message index'),
          author: textOrNull(author),
          participantSid: textOrNull(participantSid),
        }));
      }),
  };
}
