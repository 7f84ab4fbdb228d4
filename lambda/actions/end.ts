import { decide } from '../domain/decide';
import { type Conversation, holderOf } from '../domain/record';
import { type Command, type CommandResult, runCommand } from './command';
import type { Deps } from './ports';

/** Ends the conversation for good. Whoever holds its assigned task wraps up afterwards, where wrap-up is on. */
export async function end(command: Command, deps: Deps): Promise<CommandResult> {
  return runCommand(
    command,
    (record, settings, context) =>
      decide(record, 'end', { keepsWrapUp: settings.wrapUp && holdsAssignedTask(command, record) }, context),
    deps,
  );
}

function holdsAssignedTask({ caller }: Command, record: Conversation): boolean {
  return (
    record.task?.status === 'assigned' && caller.workerSid !== null && holderOf(record) === caller.workerSid
  );
}
