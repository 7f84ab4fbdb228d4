import { decide } from '../domain/decide';
import { NOTHING } from '../domain/decision';
import { type MessageFact, newestOfCustomer } from '../domain/messages';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import { capacityOf } from './capacity';
import { changeAndSettle } from './change-and-settle';
import type { Deps } from './ports';

/** Somebody has written. What the customer writes to a conversation that was put aside brings it back, or is told. */
export async function newMessages(
  conversationSid: string,
  messages: readonly MessageFact[],
  deps: Deps,
): Promise<void> {
  const first = await deps.store.read(conversationSid);
  if (newestOfCustomer(messages, first.record, first.settings) === undefined) return;
  const atCapacity = await isFullWhereItMatters(first.record, first.settings, deps);
  await changeAndSettle(
    conversationSid,
    'customer',
    (record, settings, context) => {
      const index = newestOfCustomer(messages, record, settings);
      if (record === undefined || index === undefined) return NOTHING;
      return decide(record, 'customer-writes', { index, atCapacity, settings }, context);
    },
    deps,
    first,
  );
}

/** An agent of whom Twilio tells nothing now counts as full: then the workflow decides, or the agent is told. */
async function isFullWhereItMatters(
  record: Conversation | undefined,
  { pause: { onCustomerReply } }: Settings,
  deps: Deps,
): Promise<boolean> {
  if (onCustomerReply !== 'resume' || !record?.pause) return true;
  return (await capacityOf(record.pause.workerSid, record, deps)) !== 'room';
}
