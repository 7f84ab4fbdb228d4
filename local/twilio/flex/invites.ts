import { page } from '../paging';
import { type Platform } from '../platform';
import { type ApiAnswer, type ApiRequest, created, required, type Route } from '../requests';
import { all } from '../store';
import { channelOf, openConversationOf } from './channels';
import { createInvite } from './invite-moves';
import { parseInviteRouting } from './invite-routing';
import { inviteView } from './views';

const PATTERN = '/v1/Interactions/{InteractionSid}/Channels/{ChannelSid}/Invites';

export const INVITE_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: PATTERN, handle: listInvites },
  { method: 'POST', pattern: PATTERN, handle: postInvite },
];

function listInvites(platform: Platform, request: ApiRequest): ApiAnswer {
  return page(request, {
    key: 'invites',
    items: all(platform.store.invites, channelOf(platform, request).inviteSids),
    idOf: ({ sid }) => sid,
    render: (invite) => inviteView(request, invite),
  });
}

function postInvite(platform: Platform, request: ApiRequest): ApiAnswer {
  const channel = channelOf(platform, request);
  const conversation = openConversationOf(platform, channel);
  const routing = parseInviteRouting(platform, required(request, 'Routing'));
  return created(inviteView(request, createInvite(platform, channel, conversation, routing).invite));
}
