import { type Caller, causeOf, mayTake, type Route } from '../domain/authority';
import { apply, type Decision, NOTHING, type Refusal, refuse } from '../domain/decision';
import { type Context, takeAgain } from '../domain/pending';
import { isRepeat, lastCommandOf } from '../domain/repeat';
import type { Conversation, LastCommand } from '../domain/record';
import type { Settings } from '../domain/settings';
import { change } from './change';
import type { Deps } from './ports';
import { settle } from './settle';

/** Somebody's wish about one conversation, as it came in. */
export interface Command {
  readonly route: Route;
  readonly conversationSid: string;
  readonly caller: Caller;
  /** Equal for equal parsed bodies. */
  readonly fingerprint: string;
  /** What is wrong with the body: told only to those who may take the route. */
  readonly problem?: string | undefined;
}

export type CommandResult =
  | {
      readonly kind: 'done';
      readonly record: Conversation;
      readonly settings: Settings;
      /** The command was carried out before: nothing was changed. */
      readonly repeated: boolean;
      /** Where Resume sent it; what has happened since does not change that. */
      readonly routedTo?: LastCommand['routedTo'];
    }
  | Refusal;

export type Read = { readonly record: Conversation | undefined; readonly settings: Settings };
/** Completes a record that was read by what is known besides. */
export type FillIn = (
  record: Conversation | undefined,
  settings: Settings,
  context: Context,
) => Conversation | undefined;
export type DecideCommand = (record: Conversation, settings: Settings, context: Context) => Decision;

/**
 * Every command takes this way: who may, is the body right, what does the table of moves say, is it a repeat,
 * write, carry out. Checks answer in this order: not-found, not-authorized, invalid-request, then the move's own.
 */
export async function runCommand(
  command: Command,
  decide: DecideCommand,
  deps: Deps,
  first?: Read,
  fillIn?: FillIn,
): Promise<CommandResult> {
  const changed = await change(
    command.conversationSid,
    causeOf(command.caller),
    guarded(command, decide, fillIn),
    deps,
    first,
  );
  switch (changed.kind) {
    case 'applied': {
      const { settings } = changed;
      return {
        kind: 'done',
        record: await settle(changed.record, settings, deps),
        settings,
        repeated: false,
        ...sentTo(changed.record),
      };
    }
    case 'nothing': // a repeat, or a wish that is fulfilled already
      return carryOn(command, deps, changed);
    case 'refuse':
      return changed;
  }
}

/** The checks around a move; `nothing` stands for a repeat. */
export function guarded(command: Command, decide: DecideCommand, fillIn: FillIn = (record) => record) {
  return (read: Conversation | undefined, settings: Settings, context: Context): Decision => {
    const record = fillIn(read, settings, context);
    if (record === undefined) return refuse('not-found');
    const repeats = isRepeat(record, command);
    if (!repeats && !mayTake(command.route, record, command.caller)) return refuse('not-authorized');
    if (command.problem !== undefined) return refuse('invalid-request', command.problem);
    const decision = decide(record, settings, context);
    if (decision.kind === 'refuse' && repeats) return NOTHING;
    if (decision.kind !== 'apply') return decision;
    const lastCommand = { ...lastCommandOf(command), ...routedBy(command, decision.next) };
    return apply({ ...decision.next, lastCommand });
  };
}

function routedBy({ route }: Command, { invite }: Conversation) {
  return route === 'resume' && invite !== null
    ? { routedTo: invite.direct ? ('agent' as const) : ('workflow' as const) }
    : {};
}

/** Of a repeat: what is still owed, and nobody is at, is tried again now. */
async function carryOn(command: Command, deps: Deps, { record, settings }: Read): Promise<CommandResult> {
  if (record === undefined) return refuse('not-found');
  const taken = await change(
    command.conversationSid,
    causeOf(command.caller),
    (read, _settings, context) => {
      if (read === undefined) return NOTHING;
      const pending = takeAgain(read.pending, context);
      const isTaken = Object.keys(pending).some((id) => pending[id] !== read.pending[id]);
      return isTaken ? apply({ ...read, pending }) : NOTHING;
    },
    deps,
    { record, settings },
  );
  const latest = taken.record ?? record;
  const settled = taken.kind === 'applied' ? await settle(latest, settings, deps) : latest;
  return {
    kind: 'done',
    record: settled,
    settings,
    repeated: isRepeat(record, command),
    ...sentTo(record),
  };
}

function sentTo({ lastCommand }: Conversation): Pick<LastCommand, 'routedTo'> {
  return lastCommand?.routedTo === undefined ? {} : { routedTo: lastCommand.routedTo };
}
