import { type Platform } from '../platform';
import { type Conversation, type ConversationParticipant } from '../records';
import { newSid } from '../sids';
import { all } from '../store';

/** Adds a participant, unless one of this identity is there. */
export function addParticipant(
  platform: Platform,
  conversation: Conversation,
  identity: string | null,
  binding: ConversationParticipant['binding'],
): void {
  if (identity !== null && findParticipant(platform, conversation, identity)) return;
  const participant: ConversationParticipant = {
    sid: newSid('MB'),
    conversationSid: conversation.sid,
    identity,
    binding,
    createdAt: platform.now(),
  };
  conversation.participantSids.push(participant.sid);
  platform.store.conversationParticipants.set(participant.sid, participant);
  platform.store.conversations.set(conversation.sid, conversation);
}

export function removeParticipant(platform: Platform, conversation: Conversation, identity: string): void {
  const participant = findParticipant(platform, conversation, identity);
  if (!participant) return;
  conversation.participantSids = conversation.participantSids.filter((sid) => sid !== participant.sid);
  platform.store.conversationParticipants.delete(participant.sid);
  platform.store.conversations.set(conversation.sid, conversation);
}

export function findParticipant(
  platform: Platform,
  conversation: Conversation,
  author: string,
): ConversationParticipant | undefined {
  return all(platform.store.conversationParticipants, conversation.participantSids).find(
    ({ identity, binding }) => identity === author || binding?.address === author,
  );
}
