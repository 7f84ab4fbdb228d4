import type { MessageFact } from '../domain/messages';
import { isSid } from '../domain/sids';
import type { Form } from './signature';

/** The conversation that a Conversations event says is closed or gone; undefined for all other events. */
export function closedConversationOf(form: Form): string | undefined {
  const { EventType: type, ConversationSid: sid, StateTo: to } = form;
  const isOver =
    type === 'onConversationRemoved' || (type === 'onConversationStateUpdated' && to === 'closed');
  return isOver && isSid('CH', sid) ? sid : undefined;
}

/** A message that a Conversations event tells of, without its text; undefined for all other events. */
export function messageOf(form: Form): { conversationSid: string; message: MessageFact } | undefined {
  const { EventType: type, ConversationSid: conversationSid, Index: index = '' } = form;
  if (type !== 'onMessageAdded' || !isSid('CH', conversationSid)) return undefined;
  if (typeof index !== 'string' || !/^\d{1,9}$/.test(index)) return undefined;
  const message = {
    index: Number(index),
    author: textOrNull(form['Author']),
    participantSid: textOrNull(form['ParticipantSid']),
  };
  return { conversationSid, message };
}

function textOrNull(value: Form[string] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
