import { idsOf } from '../domain/pending';
import { type Conversation, isKnownOver } from '../domain/record';
import { type Deps, TwilioError } from './ports';

/** Kind of task that is assumed where the old task's was not told. Source: Flex's default for Conversations. */
const DEFAULT_TASK_CHANNEL = 'chat';

/** Whether an agent can take the conversation now; `full` is also one who is not available. */
export type Capacity = 'room' | 'full' | 'unknown-worker' | 'unreadable';

/**
 * Decided before the invite, because TaskRouter ignores capacity for a task that is targeted at a worker. The task of
 * this very conversation that is still wrapping up does not count.
 */
export async function capacityOf(
  workerSid: string,
  record: Conversation,
  { twilio }: Deps,
): Promise<Capacity> {
  try {
    const taskChannel = record.routing.taskChannelUniqueName ?? DEFAULT_TASK_CHANNEL;
    const capacity = await twilio.capacity(workerSid, taskChannel);
    if (capacity === undefined) return 'unknown-worker';
    if (!capacity.available) return 'full';
    const own = isWrappingItUp(workerSid, record) ? 1 : 0;
    return capacity.assignedTasks - own < capacity.configuredCapacity ? 'room' : 'full';
  } catch (error) {
    if (error instanceof TwilioError) return 'unreadable';
    throw error;
  }
}

/** In the record's wrap-up, or taken out of one that is still to be seen over. */
function isWrappingItUp(workerSid: string, record: Conversation): boolean {
  const { wrapUp, task, parkedBy, pending } = record;
  const isBeingEnded = idsOf(pending, 'close-participant').some((id) => {
    const owed = pending[id]!;
    return owed.kind === 'close-participant' && !isKnownOver(record, owed.taskSid);
  });
  return (wrapUp !== null && task?.workerSid === workerSid) || (isBeingEnded && parkedBy === workerSid);
}
