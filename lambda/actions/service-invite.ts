import { decide } from '../domain/decide';
import { refuse } from '../domain/decision';
import { attributesToKeep, fits } from '../domain/invite-routing';
import type { GivenRouting } from '../domain/moves/service-invite';
import type { Settings } from '../domain/settings';
import type { Capacity } from './capacity';
import type { Command, CommandResult } from './command';
import type { Deps } from './ports';
import { toAgent, UNKNOWN_WORKER } from './to-agent';

export interface ServiceInviteCommand extends Command {
  readonly body: GivenRouting;
}

/** Custom logic has the next task made by us, so that it is watched like any other. */
export async function serviceInvite(command: ServiceInviteCommand, deps: Deps): Promise<CommandResult> {
  const { body: given } = command;
  return toAgent(
    command,
    () => given.workerSid ?? null,
    (capacity) => (record, settings, context) => {
      const problem = problemWith(given, capacity, settings);
      if (problem !== undefined) return refuse('invalid-request', problem);
      const input = { given, atCapacity: capacity !== 'room', settings };
      return decide(record, 'service-invite', input, context);
    },
    deps,
  );
}

function problemWith(
  { attributes }: GivenRouting,
  capacity: Capacity,
  settings: Settings,
): string | undefined {
  if (capacity === 'unknown-worker') return UNKNOWN_WORKER;
  if (attributes === undefined || fits(attributesToKeep(attributes, settings))) return undefined;
  return 'attributes: longer than a task can have, with those that Flex adds';
}
