import type { Conversation } from '../domain/record';
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
  { routing, wrapUp, task }: Conversation,
  { twilio }: Deps,
): Promise<Capacity> {
  try {
    const taskChannel = routing.taskChannelUniqueName ?? DEFAULT_TASK_CHANNEL;
    const capacity = await twilio.capacity(workerSid, taskChannel);
    if (capacity === undefined) return 'unknown-worker';
    if (!capacity.available) return 'full';
    const own = wrapUp !== null && task?.workerSid === workerSid ? 1 : 0;
    return capacity.assignedTasks - own < capacity.configuredCapacity ? 'room' : 'full';
  } catch (error) {
    if (error instanceof TwilioError) return 'unreadable';
    throw error;
  }
}
