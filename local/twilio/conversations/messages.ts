import { badParameter, notFound } from '../errors';
import { page } from '../paging';
import { type Platform } from '../platform';
import { type Conversation, type Message } from '../records';
import {
  type ApiAnswer,
  type ApiRequest,
  created,
  jsonObject,
  ok,
  oneOf,
  param,
  type Route,
  wantsWebhook,
} from '../requests';
import { messageKey } from '../store';
import { CONVERSATION, conversationOf } from './conversations';
import { addMessage } from './message-moves';
import { messageView } from './views';

export const MESSAGE_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: `${CONVERSATION}/Messages`, handle: listMessages },
  { method: 'POST', pattern: `${CONVERSATION}/Messages`, handle: postMessage },
  { method: 'GET', pattern: `${CONVERSATION}/Messages/{Sid}`, handle: fetchMessage },
];

/** Body of one message, in characters. */
const LONGEST_BODY = 1600;

/** Oldest first. */
export function messagesOf(platform: Platform, { sid, messageCount }: Conversation): Message[] {
  const keys = Array.from({ length: messageCount }, (_, index) => messageKey(sid, index));
  return keys.map((key) => platform.store.messages.get(key)).filter((message) => message !== undefined);
}

function listMessages(platform: Platform, request: ApiRequest): ApiAnswer {
  const messages = messagesOf(platform, conversationOf(platform, request));
  const order = oneOf('Order', request.query.get('Order') ?? 'asc', ['asc', 'desc']);
  return page(request, {
    key: 'messages',
    items: order === 'desc' ? messages.reverse() : messages,
    idOf: ({ sid }) => sid,
    render: (message) => messageView(platform, request, message),
  });
}

function fetchMessage(platform: Platform, request: ApiRequest): ApiAnswer {
  const sid = param(request, 'Sid');
  const message = messagesOf(platform, conversationOf(platform, request)).find((one) => one.sid === sid);
  if (!message) throw notFound(request.path);
  return ok(messageView(platform, request, message));
}

function postMessage(platform: Platform, request: ApiRequest): ApiAnswer {
  const conversation = conversationOf(platform, request);
  if (conversation.state === 'closed') throw badParameter('The conversation is closed');
  const body = request.form.get('Body') ?? '';
  if (body.length > LONGEST_BODY) throw badParameter(`Body is longer than ${LONGEST_BODY} characters`);
  const written = {
    author: request.form.get('Author') ?? 'system',
    body,
    attributes: jsonObject('Attributes', request.form.get('Attributes') ?? '{}'),
    source: 'API' as const,
  };
  const message = addMessage(platform, conversation, written, wantsWebhook(request));
  return created(messageView(platform, request, message));
}
