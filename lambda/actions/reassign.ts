import { decide } from '../domain/decide';
import { refuse } from '../domain/decision';
import type { Command, CommandResult } from './command';
import type { Deps } from './ports';
import { toAgent, UNKNOWN_WORKER } from './to-agent';

export interface ReassignCommand extends Command {
  readonly body: { readonly workerSid?: string | undefined };
}

/** A supervisor takes what was put aside from its agent, and gives it to the queue or to another one. */
export async function reassign(command: ReassignCommand, deps: Deps): Promise<CommandResult> {
  const { workerSid = null } = command.body;
  return toAgent(
    command,
    () => workerSid,
    (capacity) => (record, _settings, context) => {
      if (capacity === 'unknown-worker') return refuse('invalid-request', UNKNOWN_WORKER);
      return decide(record, 'reassign', { workerSid, atCapacity: capacity !== 'room' }, context);
    },
    deps,
  );
}
