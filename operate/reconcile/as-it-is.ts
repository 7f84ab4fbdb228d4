import { decideEvent } from '../../lambda/actions/task-event';
import { decide } from '../../lambda/domain/decide';
import { newestOfCustomer } from '../../lambda/domain/messages';
import { type Context } from '../../lambda/domain/pending';
import { type Conversation } from '../../lambda/domain/record';
import { type Settings } from '../../lambda/domain/settings';
import { type TaskEvent } from '../../lambda/domain/task-events';
import { type AtTwilio, type OpenAtTwilio } from './at-twilio';
import { lastHolder, type TimersOfOne, withPauseAsItIs } from './pause-as-it-is';
import { moved, withTaskAsItIs } from './task-as-it-is';

/** A record, and who had the conversation last. */
export interface Told {
  readonly record: Conversation;
  readonly holder: string | null;
}

/** What TaskRouter's events since the backup make of a record. @returns undefined: they do not tell of the conversation either */
export function afterEvents(
  read: Conversation | undefined,
  events: readonly TaskEvent[],
  settings: Settings,
  context: Context,
): Told | undefined {
  let record = read;
  let holder = read && lastHolder(read);
  for (const event of events) {
    const decision = decideEvent(event, record, settings, context);
    if (decision.kind === 'apply') record = decision.next;
    holder = (record && lastHolder(record)) ?? holder;
  }
  return record && { record, holder: holder ?? null };
}

/** The record as the conversation is now: closed, with an agent, waiting for one, paused or left. */
export function asItIs(
  { record, holder }: Told,
  twilio: AtTwilio,
  timers: TimersOfOne,
  settings: Settings,
  context: Context,
): Conversation {
  if (record.channelState === 'closed' || twilio === 'closed') {
    const closed =
      record.channelState === 'closed'
        ? record
        : moved(record, decide(record, 'found-closed', undefined, context));
    const nothing: OpenAtTwilio = {
      live: undefined,
      ownTask: undefined,
      outermostInvited: [],
      messages: [],
    };
    return withPauseAsItIs(closed, null, timers, nothing, settings, context);
  }
  const withTask = withTaskAsItIs(record, twilio, settings, context);
  const last = lastHolder(withTask) ?? holder;
  const withPause = withPauseAsItIs(withTask, last, timers, twilio, settings, context);
  return withReply(withPause, twilio, settings, context);
}

/** What the customer has written counts as written now. */
function withReply(
  record: Conversation,
  { messages }: OpenAtTwilio,
  settings: Settings,
  context: Context,
): Conversation {
  const index = newestOfCustomer(messages, record, settings);
  if (index === undefined) return record;
  return moved(record, decide(record, 'customer-writes', { index, atCapacity: true, settings }, context));
}
