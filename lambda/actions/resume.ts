import { decide } from '../domain/decide';
import type { Command, CommandResult } from './command';
import type { Deps } from './ports';
import { toAgent } from './to-agent';

/** Brings a paused conversation back to the agent who paused it, unless that agent is at capacity. */
export async function resume(command: Command, deps: Deps): Promise<CommandResult> {
  return toAgent(
    command,
    ({ pause }) => pause?.workerSid ?? null,
    (capacity) => (record, settings, context) => {
      const { whenAtCapacity } = settings.pause;
      return decide(record, 'resume', { atCapacity: capacity !== 'room', whenAtCapacity }, context);
    },
    deps,
  );
}
