import { newestOfCustomer } from '../../domain/messages';
import type { Outcome } from '../../domain/outcome';
import type { Conversation } from '../../domain/record';
import type { Settings } from '../../domain/settings';
import type { Deps } from '../ports';
import { unlessGone } from '../presence';

/** Before a leave that has lasted as long as it may is closed: a reply whose webhook was lost may still be there. */
export async function lookForReply(record: Conversation, settings: Settings, deps: Deps): Promise<Outcome> {
  const { conversationSid } = record;
  const read = await unlessGone(() => deps.twilio.newestMessages(conversationSid), record, deps);
  if (read.kind === 'gone') return { result: 'conversation-closed' };
  const messages = read.kind === 'there' ? read.answer : [];
  const index = newestOfCustomer(messages, record, settings);
  return index === undefined ? { result: 'no-reply' } : { result: 'customer-wrote', index };
}
