import { badParameter, notFound } from '../errors';
import { page } from '../paging';
import { type Platform } from '../platform';
import { type Conversation } from '../records';
import {
  type ApiAnswer,
  type ApiRequest,
  jsonObject,
  ok,
  oneOf,
  param,
  type Route,
  wantsWebhook,
} from '../requests';
import { all } from '../store';
import { removeConversation, setState } from './conversation-moves';
import { restartTimers, timerSeconds } from './timers';
import { conversationView, participantView } from './views';

export const CONVERSATION = '/v1/Conversations/{ConversationSid}';

export const CONVERSATION_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: CONVERSATION, handle: fetchConversation },
  { method: 'POST', pattern: CONVERSATION, handle: updateConversation },
  { method: 'DELETE', pattern: CONVERSATION, handle: deleteConversation },
  { method: 'GET', pattern: `${CONVERSATION}/Participants`, handle: listParticipants },
];

/** The conversation that the path names. @throws TwilioRefusal 404 */
export function conversationOf(platform: Platform, request: ApiRequest): Conversation {
  const conversation = platform.store.conversations.get(param(request, 'ConversationSid'));
  if (!conversation) throw notFound(request.path);
  return conversation;
}

function fetchConversation(platform: Platform, request: ApiRequest): ApiAnswer {
  return ok(conversationView(platform, request, conversationOf(platform, request)));
}

function updateConversation(platform: Platform, request: ApiRequest): ApiAnswer {
  const conversation = conversationOf(platform, request);
  const { form } = request;
  const asked = form.get('State');
  const attributes = form.get('Attributes');
  const state = asked === null ? conversation.state : oneOf('State', asked, ['active', 'inactive', 'closed']);
  const timers = timersIn(request, conversation);
  if (conversation.state === 'closed') throw badParameter('A closed conversation cannot be changed');
  if (attributes !== null) conversation.attributes = jsonObject('Attributes', attributes);
  conversation.friendlyName = form.get('FriendlyName') ?? conversation.friendlyName;
  conversation.timers = timers;
  if (form.has('Timers.Inactive') || form.has('Timers.Closed')) restartTimers(platform, conversation);
  setState(platform, conversation, state, 'API', wantsWebhook(request));
  return ok(conversationView(platform, request, conversation));
}

function timersIn({ form }: ApiRequest, { timers }: Conversation): Conversation['timers'] {
  const inactive = form.get('Timers.Inactive');
  const closed = form.get('Timers.Closed');
  return {
    ...timers,
    ...(inactive !== null && { inactive: timerSeconds('inactive', inactive) }),
    ...(closed !== null && { closed: timerSeconds('closed', closed) }),
  };
}

function deleteConversation(platform: Platform, request: ApiRequest): ApiAnswer {
  removeConversation(platform, conversationOf(platform, request), wantsWebhook(request));
  return { status: 204 };
}

function listParticipants(platform: Platform, request: ApiRequest): ApiAnswer {
  return page(request, {
    key: 'participants',
    items: all(platform.store.conversationParticipants, conversationOf(platform, request).participantSids),
    idOf: ({ sid }) => sid,
    render: (participant) => participantView(platform, request, participant),
  });
}
