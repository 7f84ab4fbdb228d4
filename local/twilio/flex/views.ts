import { type Channel, type ChannelParticipant, type Interaction, type Invite } from '../records';
import { type ApiRequest } from '../requests';

function interactionUrl({ base }: ApiRequest, interactionSid: string): string {
  return `${base}/v1/Interactions/${interactionSid}`;
}

function channelUrl(request: ApiRequest, channel: { interactionSid: string; channelSid: string }): string {
  return `${interactionUrl(request, channel.interactionSid)}/Channels/${channel.channelSid}`;
}

export function interactionView(request: ApiRequest, interaction: Interaction): object {
  const url = interactionUrl(request, interaction.sid);
  return {
    sid: interaction.sid,
    channel: { type: interaction.channelType, sid: interaction.channelSid },
    routing: null,
    interaction_context_sid: null,
    webhook_ttid: interaction.webhookTtid,
    url,
    links: { channels: `${url}/Channels` },
  };
}

export function channelView(request: ApiRequest, channel: Channel): object {
  const url = channelUrl(request, { interactionSid: channel.interactionSid, channelSid: channel.sid });
  return {
    sid: channel.sid,
    interaction_sid: channel.interactionSid,
    type: channel.type,
    status: channel.status,
    error_code: null,
    error_message: '',
    url,
    links: {
      participants: `${url}/Participants`,
      invites: `${url}/Invites`,
      transfers: `${url}/Transfers`,
    },
  };
}

export function inviteView(request: ApiRequest, invite: Invite): object {
  return {
    sid: invite.sid,
    interaction_sid: invite.interactionSid,
    channel_sid: invite.channelSid,
    routing: { reservation: null, properties: invite.properties },
    url: `${channelUrl(request, invite)}/Invites/${invite.sid}`,
  };
}

/** No status: the list does not have one. Source: Twilio's OpenAPI document, participants. */
export function participantView(request: ApiRequest, participant: ChannelParticipant): object {
  return {
    sid: participant.sid,
    interaction_sid: participant.interactionSid,
    channel_sid: participant.channelSid,
    type: participant.type,
    routing_properties: participant.routing,
    url: `${channelUrl(request, participant)}/Participants/${participant.sid}`,
  };
}
