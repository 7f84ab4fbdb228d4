import { foundClosed } from './actions/found-closed';
import { closedConversationOf } from './http/conversation-events';
import { json } from './http/reply';
import { webhookHandler } from './runtime/webhooks';

/** POST /webhooks/conversations: Conversations' post-event webhook, which waits 5 s. */
export const handler = webhookHandler({
  budgetMilliseconds: 2_500,
  taken: json(200, {}),
  take: (form) => {
    const conversationSid = closedConversationOf(form);
    return conversationSid === undefined ? undefined : (deps) => foundClosed(conversationSid, deps);
  },
});
