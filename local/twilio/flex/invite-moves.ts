import { taskChannelSid, WORKFLOW_NAME } from '../demo';
import { badParameter } from '../errors';
import { type Platform } from '../platform';
import { type Channel, type Conversation, type Invite, type Task } from '../records';
import { newSid } from '../sids';
import { queueName } from '../taskrouter/queues';
import { createTask } from '../taskrouter/task-moves';
import { type InviteRouting } from './invite-routing';

/** Characters of a task's attributes, whitespace included. Source: Twilio docs, TaskRouter limits. */
const LONGEST_ATTRIBUTES = 4096;

/**
 * Makes a new task for the conversation. Nothing of earlier tasks is carried over; Flex adds its own keys to
 * the attributes. An agent who still has a live task of the conversation may be named: Flex's API lets that
 * happen, and only its UI refuses the same agent twice (read in Flex UI 2.17.1).
 * @throws TwilioRefusal 400 when the attributes get too long
 */
export function createInvite(
  platform: Platform,
  channel: Channel,
  conversation: Conversation,
  routing: InviteRouting,
): { invite: Invite; task: Task } {
  const sid = newSid('KG');
  const attributes = JSON.stringify(withFlexKeys(routing.attributes, sid, channel, conversation));
  if (attributes.length > LONGEST_ATTRIBUTES) {
    throw badParameter(`Task attributes are longer than ${LONGEST_ATTRIBUTES} characters`);
  }
  const task = createTask(platform, {
    attributes,
    priority: routing.priority,
    workflowSid: routing.workflowSid,
    queueSid: routing.queueSid,
    taskChannel: routing.taskChannel,
    timeout: routing.timeout,
    routingTarget: routing.workerSid,
    conversationSid: conversation.sid,
    channelSid: channel.sid,
  });
  const invite: Invite = {
    sid,
    channelSid: channel.sid,
    interactionSid: channel.interactionSid,
    properties: taskProperties(platform, task),
  };
  platform.store.invites.set(sid, invite);
  channel.inviteSids.push(sid);
  platform.store.channels.set(channel.sid, channel);
  return { invite, task };
}

/**
 * The keys that Flex adds: those that tie the task to the conversation always, the others where not given.
 * Source: examples of Twilio's OpenAPI document, Interaction Channel Invites.
 */
function withFlexKeys(
  given: Record<string, unknown>,
  inviteSid: string,
  channel: Channel,
  { sid, customer }: Conversation,
): Record<string, unknown> {
  return {
    channelType: channel.type,
    customerAddress: customer.address,
    customerName: customer.name,
    customers: { phone: customer.address, name: customer.name },
    conversations: {
      conversation_id: channel.interactionSid,
      media: [{ type: 'ChatTranscript', sid }],
      initiated_by: 'customer',
    },
    initiatedBy: 'customer',
    direction: 'inbound',
    ...given,
    conversationSid: sid,
    flexInteractionSid: channel.interactionSid,
    flexInteractionChannelSid: channel.sid,
    flexChannelInviteSid: inviteSid,
  };
}

/** Dates are whole seconds since 1970 here, and attributes JSON text. Source: as above. */
function taskProperties(platform: Platform, task: Task): Record<string, unknown> {
  const seconds = Math.floor(task.createdAt / 1000);
  return {
    account_sid: platform.options.accountSid,
    workspace_sid: platform.options.workspaceSid,
    sid: task.sid,
    date_created: seconds,
    date_updated: seconds,
    attributes: task.attributes,
    assignment_status: task.status,
    workflow_sid: task.workflowSid,
    workflow_name: WORKFLOW_NAME,
    queue_sid: task.queueSid,
    queue_name: queueName(task.queueSid),
    priority: task.priority,
    age: 0,
    reason: '',
    timeout: task.timeout,
    assignmentCounter: 0,
    task_channel_sid: taskChannelSid(task.taskChannel),
    task_channel_unique_name: task.taskChannel,
    routing_target: task.routingTarget,
    task_queue_entered_date: seconds,
    age_in_queue: 0,
    addons: '{}',
  };
}
