import { apply, type Decision, wrongState } from '../decision';
import { withIdentity } from '../identities';
import { dropInvite } from '../invites';
import { type Context, owe } from '../pending';
import { type Conversation, holderOf, type Pause } from '../record';
import type { Settings } from '../settings';
import { oweTimer } from '../timers';
import { type Instant, MINUTE, plusSeconds } from '../time';
import { oweParticipantClosed } from '../wrap-up';

/** What was written or closed in the very second of the pause is found this much later. */
const FIRST_COMPARISON_SECONDS = MINUTE;

export interface PauseInput {
  readonly workerSid: string;
  /** The token's identity: the agent's in conversations too, where the worker's attributes name none. */
  readonly identity: string;
  readonly deadline: Instant;
  readonly limitSeconds: number;
  readonly reason: string | null;
  readonly note: string | null;
  readonly settings: Settings;
}

/** Active, and the caller holds it: the deadline is fixed, the timer owed, and the task goes to wrap-up or is closed. */
export function startPause(record: Conversation, input: PauseInput, context: Context): Decision {
  if (record.task === null || holderOf(record) !== input.workerSid) return wrongState(record);
  const pause: Pause = {
    pauseId: context.newId(),
    workerSid: input.workerSid,
    pausedAt: context.now,
    deadline: input.deadline,
    limitSeconds: input.limitSeconds,
    timers: 1,
    reason: input.reason,
    note: input.note,
  };
  const free: Conversation = { ...record, pending: dropInvite(record, context) };
  const begun: Conversation = {
    ...free,
    wrapUp: 'pause',
    heldBy: null,
    pause,
    parkedBy: input.workerSid,
    agentIdentities: withIdentity(record.agentIdentities, input.identity),
    compareAt: plusSeconds(context.now, FIRST_COMPARISON_SECONDS),
    pending: oweTimer(free, pause, context),
  };
  return apply(input.settings.wrapUp ? toWrapUp(begun, context) : oweParticipantClosed(begun, context));
}

function toWrapUp(record: Conversation, context: Context): Conversation {
  if (record.task === null) return record;
  const effect = { kind: 'wrap-up-task', taskSid: record.task.taskSid } as const;
  return { ...record, pending: owe(record.pending, effect, context) };
}
