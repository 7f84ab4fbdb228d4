import type { Conversation } from '../../domain/record';
import { type Deps, TwilioError } from '../ports';

/** Twilio's word of a closed channel, in any case. */
function isClosed(status: string | undefined): boolean {
  return status === undefined || status.toLowerCase() === 'closed';
}

/**
 * Makes a call about something in the channel.
 *
 * @returns `gone` when the channel is closed or is not there any more: 45354, or a 404 that reading the channel
 *   confirms; `absent` when only the thing itself is not there. Other failures are thrown.
 */
export async function unlessGone<T>(
  call: () => Promise<T>,
  record: Conversation,
  { twilio }: Deps,
): Promise<{ kind: 'there'; answer: T } | { kind: 'absent' } | { kind: 'gone' }> {
  try {
    return { kind: 'there', answer: await call() };
  } catch (error) {
    if (!(error instanceof TwilioError)) throw error;
    if (error.kind === 'closed') return { kind: 'gone' };
    if (error.kind !== 'not-found') throw error;
    return { kind: isClosed(await twilio.channelStatus(record)) ? 'gone' : 'absent' };
  }
}

export async function isChannelClosed(record: Conversation, { twilio }: Deps): Promise<boolean> {
  return isClosed(await twilio.channelStatus(record));
}

/** The agent's participant of a task; undefined when the channel has none (any more). */
export async function participantOf(
  taskSid: string,
  record: Conversation,
  { twilio }: Deps,
): Promise<string | undefined> {
  const all = await twilio.participants(record);
  return all.find((each) => each.taskSid === taskSid)?.participantSid;
}
