import { type Conversation, placeOf } from '../domain/record';
import { type Deps, TwilioError } from './ports';

/** Kind of task that is assumed where the old task's was not told. Source: Flex's default for Conversations. */
const DEFAULT_TASK_CHANNEL = 'chat';

/**
 * Whether the agent who paused is full or not available: decided before the invite, because TaskRouter ignores capacity for a task that is targeted at a worker. The
 * task of this very conversation that is still wrapping up does not count.
 */
export async function isAtCapacity(record: Conversation, { twilio }: Deps): Promise<boolean | 'unknown'> {
  if (record.pause === null) return false;
  try {
    const { workerSid } = record.pause;
    const capacity = await twilio.capacity(
      workerSid,
      record.routing.taskChannelUniqueName ?? DEFAULT_TASK_CHANNEL,
    );
    if (capacity === undefined || !capacity.available) return true;
    const own = placeOf(record) === 'active, to pause' && record.task?.workerSid === workerSid ? 1 : 0;
    return capacity.assignedTasks - own >= capacity.configuredCapacity;
  } catch (error) {
    if (error instanceof TwilioError) return 'unknown';
    throw error;
  }
}
