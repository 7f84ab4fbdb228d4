import * as v from 'valibot';
import { getConversation } from './actions/get-conversation';
import { historyPage } from './actions/get-history';
import { historyBookmarkIn, historyCursorOf } from './http/cursor';
import { historyViewOf } from './http/history-view';
import { conversationIn } from './http/path';
import { problem, problemOf } from './http/problem';
import { queryOf } from './http/query';
import { tagged } from './http/reply';
import { HISTORY_QUERY, problemsOf } from './http/schemas';
import { apiHandler } from './runtime/api';
import { history } from './runtime/history';
import { store } from './runtime/store';

/** GET /conversations/{conversationSid}/history */
export const handler = apiHandler(async (event, caller) => {
  const conversationSid = conversationIn(event);
  if (conversationSid === undefined) return problem('not-found');
  const found = await getConversation(conversationSid, caller, { store: store() });
  if (found.kind === 'refuse') return problemOf(found);

  const query = v.safeParse(HISTORY_QUERY, queryOf(event));
  if (!query.success) return problem('invalid-request', { detail: problemsOf(query.issues) });
  const { limit, cursor } = query.output;
  const from = cursor === undefined ? undefined : historyBookmarkIn(cursor, conversationSid);
  if (cursor !== undefined && from === undefined)
    return problem('invalid-request', { detail: 'cursor: is none that this history has given' });

  const page = await historyPage(conversationSid, limit, from, { history: history() });
  return tagged(event, historyViewOf(page, page.next && historyCursorOf(page.next, conversationSid)));
});
