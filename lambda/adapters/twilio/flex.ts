import { InteractionChannelContextImpl } from 'twilio/lib/rest/flexApi/v1/interaction/interactionChannel';
import type { ChannelAddress, Participant, Twilio } from '../../actions/ports';
import { told, toldOrAbsent } from './errors';
import { apiVersion, PAGE_SIZE, parsedAttributes, text, textOrNull } from './resources';
import type { Transport } from './transport';

/** Flex Interactions API: channels, participants, invites. */
export function flexCalls(
  transport: Transport,
): Pick<Twilio, 'channelStatus' | 'closeChannel' | 'participants' | 'setParticipant' | 'invite' | 'invites'> {
  const version = apiVersion('flex-api.twilio.com', transport);
  const channel = ({ interactionSid, channelSid }: ChannelAddress) =>
    new InteractionChannelContextImpl(version, interactionSid, channelSid);
  return {
    channelStatus: (address) =>
      toldOrAbsent('read channel', async () => text((await channel(address).fetch()).status, 'status')),

    closeChannel: (address, endTasks) =>
      told('close channel', async () => {
        const routing = endTasks ? { routing: { status: 'closed' } } : {};
        await channel(address).update({ status: 'closed', ...routing });
      }),

    participants: (address) =>
      told('list participants', async () => {
        const all = await channel(address).participants.list({ pageSize: PAGE_SIZE });
        return all.map(({ sid, type, routingProperties }): Participant => {
          const { task_sid: taskSid } = (routingProperties ?? {}) as { task_sid?: unknown };
          return {
            participantSid: text(sid, 'participant SID'),
            type: text(type, 'participant type'),
            taskSid: textOrNull(taskSid),
          };
        });
      }),

    setParticipant: (address, participantSid, status) =>
      told('update participant', async () => {
        await channel(address).participants(participantSid).update({ status });
      }),

    invite: (address, properties) =>
      told('create invite', async () => {
        const invite = await channel(address).invites.create({ routing: { properties } });
        return { taskSid: taskOf(invite) };
      }),

    invites: (address) =>
      told('list invites', async () => {
        const all = await channel(address).invites.list({ pageSize: PAGE_SIZE });
        return all.flatMap((invite) => {
          const { sid: taskSid, attributes } = propertiesOf(invite);
          // One that made no task must not keep the others from being read.
          return typeof taskSid === 'string' ? [{ taskSid, attributes: parsedAttributes(attributes) }] : [];
        });
      }),
  };
}

function propertiesOf({ routing }: { routing: unknown }): Record<string, unknown> {
  return (routing as { properties?: Record<string, unknown> } | undefined)?.properties ?? {};
}

function taskOf(invite: { routing: unknown }): string {
  return text(propertiesOf(invite)['sid'], 'task SID');
}
