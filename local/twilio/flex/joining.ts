import { type Platform } from '../platform';
import {
  type Channel,
  type ChannelParticipant,
  type Conversation,
  type Reservation,
  type Task,
} from '../records';
import { newSid } from '../sids';
import { all } from '../store';
import { addParticipant, removeParticipant } from '../conversations/participant-moves';
import { keepForNow } from './channel-age';

/** The agent who accepted becomes a participant of the channel and of the conversation. */
export function joinAsAgent(platform: Platform, task: Task, reservation: Reservation): void {
  const channel = platform.store.channels.get(task.channelSid);
  const conversation = platform.store.conversations.get(task.conversationSid);
  const worker = platform.store.workers.get(reservation.workerSid);
  if (!channel || channel.status === 'closed') return;
  addChannelParticipant(platform, channel, 'agent', {
    task_sid: task.sid,
    worker_sid: reservation.workerSid,
    reservation_sid: reservation.sid,
  });
  keepForNow(platform, channel);
  if (worker && conversation && conversation.state !== 'closed') {
    conversation.lastAgent = worker.identity;
    addParticipant(platform, conversation, worker.identity, null);
  }
}

export function addChannelParticipant(
  platform: Platform,
  channel: Channel,
  type: ChannelParticipant['type'],
  routing: ChannelParticipant['routing'],
): void {
  const participant: ChannelParticipant = {
    sid: newSid('UT'),
    channelSid: channel.sid,
    interactionSid: channel.interactionSid,
    type,
    routing,
  };
  channel.participantSids.push(participant.sid);
  platform.store.channelParticipants.set(participant.sid, participant);
  platform.store.channels.set(channel.sid, channel);
}

/** The participant is closed: it is listed no more, and its agent leaves the conversation unless there by another task. */
export function leave(platform: Platform, channel: Channel, participant: ChannelParticipant): void {
  channel.participantSids = channel.participantSids.filter((sid) => sid !== participant.sid);
  platform.store.channels.set(channel.sid, channel);
  platform.store.channelParticipants.delete(participant.sid);
  const workerSid = participant.routing?.worker_sid;
  const remaining = all(platform.store.channelParticipants, channel.participantSids);
  if (!workerSid || remaining.some(({ routing }) => routing?.worker_sid === workerSid)) return;
  const conversation = platform.store.conversations.get(channel.conversationSid);
  if (conversation) removeAgent(platform, conversation, workerSid);
}

function removeAgent(platform: Platform, conversation: Conversation, workerSid: string): void {
  const identity = platform.store.workers.get(workerSid)?.identity;
  if (identity) removeParticipant(platform, conversation, identity);
}
