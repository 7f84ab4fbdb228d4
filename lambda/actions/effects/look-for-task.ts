import type { Outcome } from '../../domain/outcome';
import { type Conversation, isKnownOver } from '../../domain/record';
import { type Deps, TwilioError } from '../ports';

/** Flex's own states of a channel that its own Leave and Pause have put aside. */
const HELD_BY_FLEX = ['pause', 'inactive'];

/** Where the conversation is, whose task ended without our asking: with another task, with Flex, closed, or nowhere. */
export async function lookForTask(record: Conversation, deps: Deps): Promise<Outcome> {
  const status = (await deps.twilio.channelStatus(record))?.toLowerCase();
  if (status === undefined || status === 'closed') return { result: 'conversation-closed' };
  if (HELD_BY_FLEX.includes(status)) return { result: 'held-by-flex' };
  for (const taskSid of await candidates(record, deps)) {
    const found = await liveTask(taskSid, deps);
    if (found !== undefined) return found;
  }
  return { result: 'no-task' };
}

/** Tasks of the channel's invites and agents, newest first, but those known to be over. */
async function candidates(record: Conversation, { twilio }: Deps): Promise<string[]> {
  const [invites, participants] = await Promise.all([twilio.invites(record), twilio.participants(record)]);
  const all = [...participants.map(({ taskSid }) => taskSid), ...invites.map(({ taskSid }) => taskSid)];
  return [...new Set(all)]
    .filter((taskSid) => taskSid !== null)
    .filter((taskSid) => !isKnownOver(record, taskSid));
}

async function liveTask(taskSid: string, { twilio }: Deps): Promise<Outcome | undefined> {
  const task = await twilio.task(taskSid);
  if (task === undefined) return undefined;
  const { status, ...facts } = task;
  if (status !== 'pending' && status !== 'reserved' && status !== 'assigned') return undefined;
  const reservation = status === 'assigned' ? await acceptedReservation(taskSid, twilio) : undefined;
  const workerSid = reservation?.workerSid ?? null;
  return {
    result: 'task-found',
    task: {
      ...facts,
      status,
      reservationSid: reservation?.reservationSid ?? null,
      workerSid,
      workerName: reservation?.workerName ?? null,
      workerIdentity: workerSid === null ? null : await identityOf(workerSid, twilio),
    },
  };
}

async function acceptedReservation(taskSid: string, twilio: Deps['twilio']) {
  return (await twilio.reservations(taskSid)).find(({ status }) => status === 'accepted');
}

/** A worker that was deleted meanwhile has none. */
async function identityOf(workerSid: string, twilio: Deps['twilio']): Promise<string | null> {
  try {
    return await twilio.workerIdentity(workerSid);
  } catch (error) {
    if (error instanceof TwilioError && error.kind === 'not-found') return null;
    throw error;
  }
}
