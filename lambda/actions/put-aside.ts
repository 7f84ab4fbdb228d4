import { causeOf } from '../domain/authority';
import { type Decision, type Refusal, refuse, wrongState } from '../domain/decision';
import { isCustomers } from '../domain/messages';
import type { Context } from '../domain/pending';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import type { Instant } from '../domain/time';
import { adoption } from './adopt';
import { ChangedMeanwhile } from './change-and-settle';
import { type Command, type CommandResult, type DecideCommand, guarded, runCommand } from './command';
import { contextOf } from './context';
import { foundClosed } from './found-closed';
import type { Deps } from './ports';
import { type Surroundings, surroundingsOf } from './surroundings';

export interface PutAsideCommand extends Command {
  readonly body: {
    readonly reason?: string | undefined;
    /** Highest message index that the agent has seen. */
    readonly seenIndex?: number | undefined;
    readonly taskSid?: string | undefined;
  };
}

/** Decides on the request and the record; and, once it was read, on what is outside of both. */
export type DecidePutAside = (
  record: Conversation,
  settings: Settings,
  context: Context,
  surroundings?: Surroundings,
) => Decision;

/** Pause and Leave take this way: what is outside is read only for a request that would be granted without it. */
export async function putAside(
  command: PutAsideCommand,
  decide: DecidePutAside,
  deps: Deps,
): Promise<CommandResult> {
  const { conversationSid, body, caller } = command;
  const stored = await deps.store.read(conversationSid);
  const fillIn = await adoption(conversationSid, body.taskSid, stored, deps);
  const decideWith =
    (surroundings?: Surroundings) => (record: Conversation, settings: Settings, context: Context) =>
      decide(record, settings, context, surroundings);

  const atFirst = guarded(command, decideWith(), fillIn)(
    stored.record,
    stored.settings,
    contextOf(deps, causeOf(caller)),
  );
  if (atFirst.kind === 'refuse') return atFirst;
  if (atFirst.kind === 'nothing') return runCommand(command, decideWith(), deps, stored, fillIn);

  const pausesOf = command.route === 'pause' ? caller.workerSid : null;
  const surroundings = await surroundingsOf(atFirst.next, pausesOf, stored.settings, deps);
  if (surroundings === 'unreadable') return refuse('twilio-unavailable');
  if (surroundings === 'closed') return closedMeanwhile(conversationSid, deps);
  return runCommand(command, onlyFor(atFirst.next.task, decideWith(surroundings)), deps, stored, fillIn);
}

/** What was asked for one task, and whose surroundings were read, is not done to the next one. */
function onlyFor(task: Conversation['task'], decide: DecideCommand): DecideCommand {
  return (record, settings, context) => {
    const decision = decide(record, settings, context);
    const isAnother = record.task?.taskSid !== task?.taskSid;
    return decision.kind === 'apply' && isAnother ? refuse('changed-meanwhile') : decision;
  };
}

async function closedMeanwhile(conversationSid: string, deps: Deps): Promise<Refusal> {
  try {
    await foundClosed(conversationSid, deps);
    return wrongState({ channelState: 'closed' });
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return refuse('changed-meanwhile');
    throw error;
  }
}

/**
 * What is outside may forbid it; and the newest message is remembered, so that later ones are known.
 *
 * @param until how long the conversation has to stay open
 */
export function withSurroundings(
  decision: Decision,
  { messages, newestIndex, closesAt }: Surroundings,
  seenIndex: number | undefined,
  until: Instant,
  { botIdentities }: Settings,
): Decision {
  if (decision.kind !== 'apply') return decision;
  const { next } = decision;
  const isUnseen = messages.some(
    (message) =>
      seenIndex !== undefined && message.index > seenIndex && isCustomers(message, next, botIdentities),
  );
  if (isUnseen) return refuse('customer-replied');
  if (closesAt !== null && closesAt < until) return refuse('conversation-timer');
  return { kind: 'apply', next: { ...next, lastMessageIndex: newestIndex ?? next.lastMessageIndex } };
}
