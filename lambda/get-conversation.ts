import { getConversation } from './actions/get-conversation';
import { instant } from './domain/time';
import { problem, problemOf } from './http/problem';
import { tagged } from './http/reply';
import { viewOf } from './http/view';
import { apiHandler } from './runtime/api';
import { clock } from './runtime/clock';
import { conversationIn } from './http/path';
import { store } from './runtime/store';

/** GET /conversations/{conversationSid} */
export const handler = apiHandler(async (event, caller) => {
  const conversationSid = conversationIn(event);
  if (conversationSid === undefined) return problem('not-found');
  const result = await getConversation(conversationSid, caller, { store: store() });
  if (result.kind === 'refuse') return problemOf(result);
  return tagged(event, viewOf(result.record, result.settings, instant(clock.now())));
});
