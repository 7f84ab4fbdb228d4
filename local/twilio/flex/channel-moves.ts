import { closeConversation } from '../conversations/conversation-moves';
import { type Platform } from '../platform';
import { type Channel, type ChannelParticipant } from '../records';
import { all } from '../store';
import { cancelTask, completeTask, wrapUpTask } from '../taskrouter/task-moves';
import { keepForNow } from './channel-age';
import { leave } from './joining';

/** What becomes of assigned tasks when their channel ends: completed at once, or their agents wrap up. */
export type TasksGoTo = 'completed' | 'wrapping';

/** Closes the channel and its conversation. Tasks that nobody has accepted are canceled. */
export function closeChannel(platform: Platform, channel: Channel, tasksGoTo: TasksGoTo): void {
  endTasks(platform, channel, tasksGoTo);
  if (tasksGoTo === 'completed') agentsLeave(platform, channel);
  channel.status = 'closed';
  keepForNow(platform, channel);
  const conversation = platform.store.conversations.get(channel.conversationSid);
  if (conversation) closeConversation(platform, conversation, { webhook: true });
}

/** Flex's own Leave: tasks are over, agents are out, the conversation stays open. */
export function inactivateChannel(platform: Platform, channel: Channel): void {
  endTasks(platform, channel, 'completed');
  agentsLeave(platform, channel);
  channel.status = 'inactive';
  keepForNow(platform, channel);
}

/** Deletes the channel with its invites and participants; the conversation stays. */
export function removeChannel(platform: Platform, channel: Channel): void {
  for (const sid of channel.inviteSids) platform.store.invites.delete(sid);
  for (const sid of channel.participantSids) platform.store.channelParticipants.delete(sid);
  platform.store.channels.delete(channel.sid);
}

function endTasks(platform: Platform, channel: Channel, tasksGoTo: TasksGoTo): void {
  const ofConversation = platform.store.tasks.ofConversation(channel.conversationSid);
  for (const task of ofConversation.filter(({ channelSid }) => channelSid === channel.sid)) {
    const assigned = task.status === 'assigned' || task.status === 'wrapping';
    if (assigned && tasksGoTo === 'completed') completeTask(platform, task);
    if (task.status === 'assigned') wrapUpTask(platform, task);
    if (task.status === 'pending' || task.status === 'reserved') {
      cancelTask(platform, task, 'Interaction channel closed');
    }
  }
}

function agentsLeave(platform: Platform, channel: Channel): void {
  const isAgent = ({ type }: ChannelParticipant) => type === 'agent';
  for (const agent of all(platform.store.channelParticipants, channel.participantSids).filter(isAgent)) {
    leave(platform, channel, agent);
  }
}
