import { newMessages } from './actions/customer-messages';
import { foundClosed } from './actions/found-closed';
import { closedConversationOf, messageOf } from './http/conversation-events';
import { json } from './http/reply';
import { webhookHandler } from './runtime/webhooks';

/** POST /webhooks/conversations: Conversations' post-event webhook, which waits 5 s. */
export const handler = webhookHandler({
  budgetMilliseconds: 2_500,
  taken: json(200, {}),
  take: (form) => {
    const closed = closedConversationOf(form);
    if (closed !== undefined) return (deps) => foundClosed(closed, deps);
    const written = messageOf(form);
    return written && ((deps) => newMessages(written.conversationSid, [written.message], deps));
  },
});
