import { ConversationContextImpl } from 'twilio/lib/rest/conversations/v1/conversation';
import { MessageListInstance } from 'twilio/lib/rest/conversations/v1/conversation/message';
import {
  WebhookContextImpl,
  WebhookListInstance,
} from 'twilio/lib/rest/conversations/v1/conversation/webhook';
import type { Hook, Twilio } from '../../actions/ports';
import type { MessageFact } from '../../domain/messages';
import { instant } from '../../domain/time';
import { told, toldOrAbsent } from './errors';
import { apiVersion, count, text, textOrNull } from './resources';
import type { Transport } from './transport';

/** The newest page of messages; more than any agent can have missed since the last look. */
const NEWEST_MESSAGES = 50;
/** A conversation has no more. */
const MOST_HOOKS = 5;

/** Conversations: state, timers, whose the newest messages are, and the hooks to Studio. */
export function conversationCalls(
  transport: Transport,
): Pick<Twilio, 'conversation' | 'newestMessages' | 'hooks' | 'addStudioHook' | 'removeHook'> {
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

    hooks: (conversationSid) =>
      told('list conversation webhooks', async () => {
        const all = await WebhookListInstance(version, conversationSid).list({ pageSize: MOST_HOOKS });
        return all.map(({ sid, configuration }): Hook => {
          const { flow_sid: flowSid } = (configuration ?? {}) as { flow_sid?: unknown };
          return { webhookSid: text(sid, 'webhook SID'), flowSid: textOrNull(flowSid) };
        });
      }),

    addStudioHook: (conversationSid, flowSid, from) =>
      told('create conversation webhook', async () => {
        const { sid } = await WebhookListInstance(version, conversationSid).create({
          target: 'studio',
          'configuration.flowSid': flowSid,
          'configuration.filters': ['onMessageAdded'],
          ...(from === null ? {} : { 'configuration.replayAfter': from }),
        });
        return { webhookSid: text(sid, 'webhook SID') };
      }),

    removeHook: async (conversationSid, webhookSid) => {
      await toldOrAbsent('remove conversation webhook', () =>
        new WebhookContextImpl(version, conversationSid, webhookSid).remove(),
      );
    },
  };
}
