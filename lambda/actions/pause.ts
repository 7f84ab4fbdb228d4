import { decide } from '../domain/decide';
import { type Decision, type Refusal, refuse, wrongState } from '../domain/decision';
import { isCustomers } from '../domain/messages';
import { newDeadline, problemWithNote } from '../domain/pause-request';
import type { Context } from '../domain/pending';
import type { Conversation } from '../domain/record';
import { HIPAA_CHANNELS, type Settings } from '../domain/settings';
import type { Instant } from '../domain/time';
import { adoption } from './adopt';
import { ChangedMeanwhile } from './change-and-settle';
import { type Command, type CommandResult, guarded, runCommand } from './command';
import { contextOf } from './context';
import { foundClosed } from './found-closed';
import type { Deps } from './ports';
import { type Surroundings, surroundingsOf } from './surroundings';

export interface PauseCommand extends Command {
  readonly body: {
    readonly timeLimit?: string | undefined;
    readonly until?: Instant | undefined;
    readonly reason?: string | undefined;
    readonly note?: string | undefined;
    /** Highest message index that the agent has seen. */
    readonly seenIndex?: number | undefined;
    readonly taskSid?: string | undefined;
  };
}

/** The agent's capacity is freed, the deadline is fixed, and the conversation waits for its agent. */
export async function pause(command: PauseCommand, deps: Deps): Promise<CommandResult> {
  const { conversationSid, body, caller } = command;
  const stored = await deps.store.read(conversationSid);
  const fillIn = await adoption(conversationSid, body.taskSid, stored, deps);
  const decideWith =
    (surroundings?: Surroundings) => (record: Conversation, settings: Settings, context: Context) =>
      decidePause(command, record, settings, context, surroundings);

  const atFirst = guarded(command, decideWith(), fillIn)(stored.record, stored.settings, contextOf(deps));
  if (atFirst.kind === 'refuse') return atFirst;
  if (atFirst.kind === 'nothing') return runCommand(command, decideWith(), deps, stored, fillIn);

  const surroundings = await surroundingsOf(atFirst.next, caller.workerSid, stored.settings, deps);
  if (surroundings === 'unreadable') return refuse('twilio-unavailable');
  if (surroundings === 'closed') {
    return closedMeanwhile(conversationSid, deps);
  }
  return runCommand(command, decideWith(surroundings), deps, stored, fillIn);
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

/** The request, then the option, then the table of moves, then what was read from outside, once it was. */
function decidePause(
  { body, caller }: PauseCommand,
  record: Conversation,
  settings: Settings,
  context: Context,
  surroundings?: Surroundings,
): Decision {
  const problem = problemWith(body, settings);
  if (problem !== undefined) return refuse('invalid-request', problem);
  const length = newDeadline(body, settings, caller, context.now);
  if ('kind' in length) return length;
  if (!settings.pause.enabled) return refuse('option-off');
  if (settings.hipaa && !HIPAA_CHANNELS.includes(record.channelType)) return refuse('channel-not-eligible');
  const { reason = null, note = null } = body;
  const { workerSid, identity } = caller;
  const input = { workerSid: workerSid ?? '', identity, ...length, reason, note, settings };
  const decision = decide(record, 'pause', input, context);
  if (decision.kind !== 'apply' || surroundings === undefined) return decision;
  return (
    refusedBy(surroundings, body.seenIndex, length.deadline, decision.next, settings) ?? {
      kind: 'apply',
      next: { ...decision.next, lastMessageIndex: surroundings.newestIndex ?? record.lastMessageIndex },
    }
  );
}

function problemWith({ reason, note }: PauseCommand['body'], settings: Settings): string | undefined {
  const { pause: rules } = settings;
  const problem = problemWithNote(note, settings);
  if (problem !== undefined) return problem;
  if (reason === undefined) return rules.requireReason ? 'A reason is required' : undefined;
  const isKnown = rules.reasons.length === 0 || rules.reasons.includes(reason);
  return isKnown ? undefined : 'The reason is not among those of the settings';
}

function refusedBy(
  { messages, closesAt, pausedByAgent }: Surroundings,
  seenIndex: number | undefined,
  deadline: Instant,
  record: Conversation,
  { botIdentities, pause: { maxPerAgent } }: Settings,
): Refusal | undefined {
  const unseen = messages.some(
    (message) =>
      seenIndex !== undefined && message.index > seenIndex && isCustomers(message, record, botIdentities),
  );
  if (unseen) return refuse('customer-replied');
  if (maxPerAgent !== null && pausedByAgent >= maxPerAgent) return refuse('pause-limit');
  if (closesAt !== null && closesAt < deadline) return refuse('conversation-timer');
  return undefined;
}
