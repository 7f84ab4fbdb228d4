import type { Outcome } from '../../domain/outcome';
import { type Conversation, isKnownOver } from '../../domain/record';
import type { Deps } from '../ports';
import { heldReservation, identityOf, isHeldByFlex } from '../presence';

/** Where the conversation is, whose task ended without our asking: with another task, with Flex, closed, or nowhere. */
export async function lookForTask(record: Conversation, deps: Deps): Promise<Outcome> {
  const status = (await deps.twilio.channelStatus(record))?.toLowerCase();
  if (status === undefined || status === 'closed') return { result: 'conversation-closed' };
  if (isHeldByFlex(status)) return { result: 'held-by-flex' };
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

async function liveTask(taskSid: string, deps: Deps): Promise<Outcome | undefined> {
  const task = await deps.twilio.task(taskSid);
  if (task === undefined) return undefined;
  const { status, ...facts } = task;
  if (status !== 'pending' && status !== 'reserved' && status !== 'assigned') return undefined;
  const reservation = status === 'assigned' ? await heldReservation(taskSid, deps) : undefined;
  const workerSid = reservation?.workerSid ?? null;
  return {
    result: 'task-found',
    task: {
      ...facts,
      // Without its agent's reservation the accept is still to come, and must not be taken for a doubled one.
      status: status === 'assigned' && reservation === undefined ? 'pending' : status,
      reservationSid: reservation?.reservationSid ?? null,
      workerSid,
      workerName: reservation?.workerName ?? null,
      acceptedAt: reservation?.acceptedAt ?? null,
      workerIdentity: workerSid === null ? null : await identityOf(workerSid, deps),
    },
  };
}
