import type { Outcome } from '../../domain/outcome';
import type { Effect } from '../../domain/pending';
import type { Conversation } from '../../domain/record';
import { type Deps, TwilioError } from '../ports';
import { isChannelClosed } from '../presence';

/** Closes the channel for good. One that is closed or gone already is as it should be. */
export async function closeChannel(
  { endTasks }: Extract<Effect, { kind: 'close-channel' }>,
  record: Conversation,
  deps: Deps,
): Promise<Outcome> {
  try {
    await deps.twilio.closeChannel(record, endTasks);
  } catch (error) {
    if (!(error instanceof TwilioError) || !(await isDoneAlready(error, record, deps))) throw error;
  }
  return { result: 'channel-closed', endTasks };
}

async function isDoneAlready({ kind }: TwilioError, record: Conversation, deps: Deps): Promise<boolean> {
  if (kind === 'closed') return true;
  return (kind === 'not-found' || kind === 'refused') && (await isChannelClosed(record, deps));
}
