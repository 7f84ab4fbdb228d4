import type { Conversation } from '../domain/record';
import {
  type ChannelAddress,
  type ConversationFacts,
  type Deps,
  type Reservation,
  type Task,
  TwilioError,
} from './ports';

/** Of what an action has, nothing but Twilio is asked here. */
type TwilioDeps = Pick<Deps, 'twilio'>;

/** Twilio's word of a closed channel, in any case. */
function isClosed(status: string | undefined): boolean {
  return status === undefined || status.toLowerCase() === 'closed';
}

/** Flex's own states of a channel that its own Leave and Pause have put aside. */
export function isHeldByFlex(status: string | undefined): boolean {
  return ['pause', 'inactive'].includes(status?.toLowerCase() ?? '');
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
  deps: TwilioDeps,
): Promise<{ kind: 'there'; answer: T } | { kind: 'absent' } | { kind: 'gone' }> {
  try {
    return { kind: 'there', answer: await call() };
  } catch (error) {
    if (!(error instanceof TwilioError)) throw error;
    if (error.kind === 'closed') return { kind: 'gone' };
    if (error.kind !== 'not-found') throw error;
    return { kind: (await isChannelClosed(record, deps)) ? 'gone' : 'absent' };
  }
}

export async function isChannelClosed(address: ChannelAddress, { twilio }: TwilioDeps): Promise<boolean> {
  return isClosed(await twilio.channelStatus(address));
}

/**
 * What Twilio tells of the conversation.
 *
 * @returns `closed` when it is closed, or is not there and reading the channel confirms that; undefined when the
 *   channel does not
 */
export async function conversationFacts(
  record: Pick<Conversation, 'conversationSid'> & ChannelAddress,
  deps: TwilioDeps,
): Promise<ConversationFacts | 'closed' | undefined> {
  const facts = await deps.twilio.conversation(record.conversationSid);
  if (facts === undefined) return (await isChannelClosed(record, deps)) ? 'closed' : undefined;
  return facts.state === 'closed' ? 'closed' : facts;
}

/** The agent's participant of a task; undefined when the channel has none (any more). */
export async function participantOf(
  taskSid: string,
  record: Conversation,
  { twilio }: TwilioDeps,
): Promise<string | undefined> {
  const all = await twilio.participants(record);
  return all.find((each) => each.taskSid === taskSid)?.participantSid;
}

/** Completed, canceled, or not there any more: TaskRouter deletes a task five minutes after its end. */
export function isOver(task: Task | undefined): boolean {
  return task === undefined || task.status === 'completed' || task.status === 'canceled';
}

/** Of a task that is over: only one that nobody has accepted is canceled; one that is gone may have been anything. */
export function mayHaveBeenTaken(task: Task | undefined): boolean {
  return task?.status !== 'canceled';
}

/** The reservation of the agent who has the task; undefined when none has. */
export async function heldReservation(
  taskSid: string,
  { twilio }: TwilioDeps,
): Promise<Reservation | undefined> {
  const all = await twilio.reservations(taskSid);
  return all.find(({ status }) => status === 'accepted' || status === 'wrapping');
}

/** The agent's chat identity; null also for a worker that was deleted meanwhile. */
export async function identityOf(workerSid: string, { twilio }: TwilioDeps): Promise<string | null> {
  try {
    return await twilio.workerIdentity(workerSid);
  } catch (error) {
    if (error instanceof TwilioError && error.kind === 'not-found') return null;
    throw error;
  }
}
