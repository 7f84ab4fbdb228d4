import { isSid } from '../domain/sids';
import type { Form } from './signature';

/** The conversation that a Conversations event says is closed or gone; undefined for all other events. */
export function closedConversationOf(form: Form): string | undefined {
  const { EventType: type, ConversationSid: sid, StateTo: to } = form;
  const isOver =
    type === 'onConversationRemoved' || (type === 'onConversationStateUpdated' && to === 'closed');
  return isOver && isSid('CH', sid) ? sid : undefined;
}
