import { causeOf } from '../domain/authority';
import { decide } from '../domain/decide';
import { refuse } from '../domain/decision';
import { isAtCapacity } from './capacity';
import { type Command, type CommandResult, type DecideCommand, guarded, runCommand } from './command';
import { contextOf } from './context';
import type { Deps } from './ports';

/** Brings a paused conversation back to the agent who paused it, unless that agent is at capacity. */
export async function resume(command: Command, deps: Deps): Promise<CommandResult> {
  const stored = await deps.store.read(command.conversationSid);
  const decideWith =
    (atCapacity: boolean): DecideCommand =>
    (record, settings, context) =>
      decide(record, 'resume', { atCapacity, whenAtCapacity: settings.pause.whenAtCapacity }, context);
  const atFirst = guarded(command, decideWith(false))(
    stored.record,
    stored.settings,
    contextOf(deps, causeOf(command.caller)),
  );
  if (atFirst.kind === 'refuse') return atFirst;

  const { record } = stored;
  const full = atFirst.kind === 'apply' && record !== undefined ? await isAtCapacity(record, deps) : false;
  if (full === 'unknown') return refuse('twilio-unavailable');
  return runCommand(command, decideWith(full), deps, stored);
}
