import { decide } from '../domain/decide';
import { type Decision, refuse } from '../domain/decision';
import { newDeadline, problemWithNote } from '../domain/pause-request';
import type { Context } from '../domain/pending';
import type { Conversation } from '../domain/record';
import { isEligible, type Settings } from '../domain/settings';
import type { Instant } from '../domain/time';
import type { CommandResult } from './command';
import type { Deps } from './ports';
import { putAside, type PutAsideCommand, withSurroundings } from './put-aside';
import type { Surroundings } from './surroundings';

export interface PauseCommand extends PutAsideCommand {
  readonly body: PutAsideCommand['body'] & {
    readonly timeLimit?: string | undefined;
    readonly until?: Instant | undefined;
    readonly note?: string | undefined;
  };
}

/** The agent's capacity is freed, the deadline is fixed, and the conversation waits for its agent. */
export async function pause(command: PauseCommand, deps: Deps): Promise<CommandResult> {
  return putAside(command, (...read) => decidePause(command, ...read), deps);
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
  if (!isEligible(record.channelType, settings)) return refuse('channel-not-eligible');
  const { reason = null, note = null } = body;
  const { workerSid, identity } = caller;
  const input = { workerSid: workerSid ?? '', identity, ...length, reason, note, settings };
  const decision = decide(record, 'pause', input, context);
  if (surroundings === undefined || decision.kind !== 'apply') return decision;
  const allowed = withSurroundings(decision, surroundings, body.seenIndex, length.deadline, settings);
  const { maxPerAgent } = settings.pause;
  const isFull = maxPerAgent !== null && surroundings.pausedByAgent >= maxPerAgent;
  const isUnseen = allowed.kind === 'refuse' && allowed.code === 'customer-replied';
  return isFull && !isUnseen ? refuse('pause-limit') : allowed;
}

function problemWith({ reason, note }: PauseCommand['body'], settings: Settings): string | undefined {
  const { pause: rules } = settings;
  const problem = problemWithNote(note, settings);
  if (problem !== undefined) return problem;
  if (reason === undefined) return rules.requireReason ? 'A reason is required' : undefined;
  const isKnown = rules.reasons.length === 0 || rules.reasons.includes(reason);
  return isKnown ? undefined : 'The reason is not among those of the settings';
}
