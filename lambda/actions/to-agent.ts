import { causeOf } from '../domain/authority';
import type { Conversation } from '../domain/record';
import { refuse } from '../domain/decision';
import { type Capacity, capacityOf } from './capacity';
import { type Command, type CommandResult, type DecideCommand, guarded, runCommand } from './command';
import { contextOf } from './context';
import type { Deps } from './ports';

/** What is wrong with a body that names an agent whom there is not. */
export const UNKNOWN_WORKER = 'workerSid: the workspace has no such worker';

/**
 * A command that brings a conversation to an agent. Twilio is asked for that agent's capacity only where the answer
 * makes a difference: not for who may not, and not for a repeat.
 *
 * @param whose the agent; null: nobody is named, and nothing asked
 */
export async function toAgent(
  command: Command,
  whose: (record: Conversation) => string | null,
  decideWith: (capacity: Capacity) => DecideCommand,
  deps: Deps,
): Promise<CommandResult> {
  const stored = await deps.store.read(command.conversationSid);
  const { record } = stored;
  const context = contextOf(deps, causeOf(command.caller));
  const atFirst = guarded(command, decideWith('room'))(record, stored.settings, context);
  // What is wrong with the agent is told before what is wrong with the state.
  if (atFirst.kind === 'refuse' && atFirst.code !== 'wrong-state') return atFirst;

  const workerSid = atFirst.kind === 'nothing' || record === undefined ? null : whose(record);
  const capacity =
    workerSid === null || record === undefined ? 'room' : await capacityOf(workerSid, record, deps);
  if (capacity === 'unreadable') return refuse('twilio-unavailable');
  return runCommand(command, decideWith(capacity), deps, stored);
}
