import { type Platform } from '../platform';
import { type Conversation } from '../records';
import { keepForNow } from './channel-age';
import { createInvite } from './invite-moves';
import { parseInviteRouting } from './invite-routing';

/**
 * Flex's own return from Leave: the customer's reply makes an inactive channel active, and a new task
 * with the routing of the last one is made. Does nothing for any other channel.
 * Source: Twilio Flex docs, "Leave and pause options for Conversations".
 */
export function reactivate(platform: Platform, conversation: Conversation): void {
  const channel = platform.store.channels.get(conversation.channelSid);
  const last = channel && platform.store.invites.get(channel.inviteSids.at(-1) ?? '');
  if (!last || channel.status !== 'inactive') return;
  channel.status = 'active';
  keepForNow(platform, channel);
  const { attributes, workspace_sid, workflow_sid, queue_sid, task_channel_unique_name, priority } =
    last.properties;
  const routing = parseInviteRouting(
    platform,
    JSON.stringify({
      properties: {
        workspace_sid,
        workflow_sid,
        queue_sid,
        task_channel_unique_name,
        priority,
        attributes: JSON.parse(String(attributes)) as unknown,
      },
    }),
  );
  createInvite(platform, channel, conversation, routing);
}
