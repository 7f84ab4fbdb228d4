import { badParameter, conversationClosed, notFound, TwilioRefusal } from '../errors';
import { type Platform } from '../platform';
import { type Channel, type Conversation } from '../records';
import { page } from '../paging';
import { type ApiAnswer, type ApiRequest, isRecord, ok, param, parseJson, type Route } from '../requests';
import { closeChannel, inactivateChannel } from './channel-moves';
import { channelView, interactionView } from './views';

export const CHANNEL_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/v1/Interactions/{InteractionSid}', handle: fetchInteraction },
  { method: 'GET', pattern: '/v1/Interactions/{InteractionSid}/Channels', handle: listChannels },
  { method: 'GET', pattern: '/v1/Interactions/{InteractionSid}/Channels/{ChannelSid}', handle: fetchChannel },
  {
    method: 'POST',
    pattern: '/v1/Interactions/{InteractionSid}/Channels/{ChannelSid}',
    handle: updateChannel,
  },
];

/** The channel that the path names. @throws TwilioRefusal 404 */
export function channelOf(platform: Platform, request: ApiRequest): Channel {
  const channel = platform.store.channels.get(param(request, 'ChannelSid'));
  if (channel?.interactionSid !== param(request, 'InteractionSid')) throw notFound(request.path);
  return channel;
}

/** The open conversation of a channel that is open too. @throws TwilioRefusal 45354 */
export function openConversationOf(platform: Platform, channel: Channel): Conversation {
  const conversation = platform.store.conversations.get(channel.conversationSid);
  if (!conversation || conversation.state === 'closed' || channel.status === 'closed')
    throw conversationClosed();
  return conversation;
}

function interactionOf(platform: Platform, request: ApiRequest) {
  const interaction = platform.store.interactions.get(param(request, 'InteractionSid'));
  if (!interaction) throw notFound(request.path);
  return interaction;
}

function fetchInteraction(platform: Platform, request: ApiRequest): ApiAnswer {
  return ok(interactionView(request, interactionOf(platform, request)));
}

function listChannels(platform: Platform, request: ApiRequest): ApiAnswer {
  const channel = platform.store.channels.get(interactionOf(platform, request).channelSid);
  return page(request, {
    key: 'channels',
    items: channel ? [channel] : [],
    idOf: ({ sid }) => sid,
    render: (one) => channelView(request, one),
  });
}

function fetchChannel(platform: Platform, request: ApiRequest): ApiAnswer {
  return ok(channelView(request, channelOf(platform, request)));
}

function updateChannel(platform: Platform, request: ApiRequest): ApiAnswer {
  const channel = channelOf(platform, request);
  const status = request.form.get('Status');
  const routing = routingStatus(request.form.get('Routing'));
  if (!status) throw new TwilioRefusal(400, 45358, 'Missing required parameter Status');
  if (status !== 'closed' && status !== 'inactive') {
    throw new TwilioRefusal(400, 45359, 'Status must be closed or inactive');
  }
  if (status === 'inactive' && routing !== 'closed') {
    throw badParameter('Routing.status is required, and must be closed, when Status is inactive');
  }
  openConversationOf(platform, channel);
  if (status === 'inactive') inactivateChannel(platform, channel);
  else closeChannel(platform, channel, routing === 'closed' ? 'completed' : 'wrapping');
  return ok(channelView(request, channel));
}

/** `Routing={"status":"closed"}`; null when it was not sent. */
function routingStatus(text: string | null): string | null {
  if (text === null) return null;
  const routing = parseJson('Routing', text);
  if (!isRecord(routing) || (routing.status !== 'closed' && routing.status !== 'wrapup')) {
    throw badParameter('Routing.status must be closed or wrapup');
  }
  return routing.status;
}
