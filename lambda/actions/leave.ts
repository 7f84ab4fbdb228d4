import { decide } from '../domain/decide';
import { type Decision, refuse } from '../domain/decision';
import { durationSeconds } from '../domain/duration';
import type { Context } from '../domain/pending';
import type { Conversation } from '../domain/record';
import { DURATION_LIMITS, isEligible, type Settings } from '../domain/settings';
import { plusSeconds } from '../domain/time';
import type { CommandResult } from './command';
import type { Deps } from './ports';
import { putAside, type PutAsideCommand, withSurroundings } from './put-aside';
import type { Surroundings } from './surroundings';

/** The agent goes, and the conversation stays open for the customer's reply. */
export async function leave(command: PutAsideCommand, deps: Deps): Promise<CommandResult> {
  return putAside(command, (...read) => decideLeave(command, ...read), deps);
}

/** The option, then the table of moves, then what was read from outside, once it was. */
function decideLeave(
  { body, caller }: PutAsideCommand,
  record: Conversation,
  settings: Settings,
  context: Context,
  surroundings?: Surroundings,
): Decision {
  if (!settings.leave.enabled) return refuse('option-off');
  if (!isEligible(record.channelType, settings)) return refuse('channel-not-eligible');
  const expiresAt = plusSeconds(
    context.now,
    durationSeconds(settings.leave.expiresAfter) ?? DURATION_LIMITS.leaveExpiresAfter.most,
  );
  const { workerSid, identity } = caller;
  const input = { workerSid: workerSid ?? '', identity, expiresAt, reason: body.reason ?? null, settings };
  const decision = decide(record, 'leave', input, context);
  return surroundings === undefined
    ? decision
    : withSurroundings(decision, surroundings, body.seenIndex, expiresAt, settings);
}
