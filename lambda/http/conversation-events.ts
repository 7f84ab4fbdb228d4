import type { Form } from './signature';

const CONVERSATION = /^CH[0-9a-fA-F]{32}$/;

/** The conversation that a Conversations event says is closed or gone; undefined for all other events. */
export function closedConversationOf(form: Form): string | undefined {
  const { EventType: type, ConversationSid: sid, StateTo: to } = form;
  const isOver =
    type === 'onConversationRemoved' || (type === 'onConversationStateUpdated' && to === 'closed');
  return isOver && typeof sid === 'string' && CONVERSATION.test(sid) ? sid : undefined;
}
