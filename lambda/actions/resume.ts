import { decide } from '../domain/decide';
import { refuse } from '../domain/decision';
import { type Conversation, placeOf } from '../domain/record';
import { type Command, type CommandResult, type DecideCommand, guarded, runCommand } from './command';
import { contextOf } from './context';
import { type Deps, TwilioError } from './ports';

/** Kind of task that is assumed where the old task's was not told. Source: Flex's default for Conversations. */
const DEFAULT_TASK_CHANNEL = 'chat';

/** Brings a paused conversation back to the agent who paused it, unless that agent is at capacity. */
export async function resume(command: Command, deps: Deps): Promise<CommandResult> {
  const stored = await deps.store.read(command.conversationSid);
  const decideWith =
    (atCapacity: boolean): DecideCommand =>
    (record, settings, context) =>
      decide(record, 'resume', { atCapacity, whenAtCapacity: settings.pause.whenAtCapacity }, context);
  const atFirst = guarded(command, decideWith(false))(stored.record, stored.settings, contextOf(deps));
  if (atFirst.kind === 'refuse') return atFirst;

  const { record } = stored;
  const full = atFirst.kind === 'apply' && record !== undefined ? await isAtCapacity(record, deps) : false;
  if (full === 'unknown') return refuse('twilio-unavailable');
  return runCommand(command, decideWith(full), deps, stored);
}

/**
 * Decided before the invite, because TaskRouter ignores capacity for a task that is targeted at a worker. The
 * task of this very conversation that is still wrapping up does not count.
 */
async function isAtCapacity(record: Conversation, { twilio }: Deps): Promise<boolean | 'unknown'> {
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
