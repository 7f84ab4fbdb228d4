import { decide } from '../domain/decide';
import { type Command, type CommandResult, runCommand } from './command';
import type { Deps } from './ports';

/** The agent ends the wrap-up. */
export async function complete(command: Command, deps: Deps): Promise<CommandResult> {
  return runCommand(
    command,
    (record, _settings, context) => decide(record, 'complete', undefined, context),
    deps,
  );
}
