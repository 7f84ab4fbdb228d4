import { apply, type Decision, wrongState } from '../decision';
import type { Context } from '../pending';
import type { Conversation, Pause } from '../record';
import { oweTimer } from '../timers';
import type { Instant } from '../time';
import { freeAgent, isHeldBy, putAside, type PutAsideInput } from './put-aside';

export interface PauseInput extends PutAsideInput {
  readonly deadline: Instant;
  readonly limitSeconds: number;
  readonly note: string | null;
}

/** Active, and the caller holds it: the deadline is fixed, the timer owed, and the task goes to wrap-up or is closed. */
export function startPause(record: Conversation, input: PauseInput, context: Context): Decision {
  if (!isHeldBy(record, input)) return wrongState(record);
  const { workerSid, deadline, limitSeconds, reason, note } = input;
  const pause: Pause = {
    pauseId: context.newId(),
    workerSid,
    pausedAt: context.now,
    deadline,
    limitSeconds,
    timers: 1,
    toldMark: null,
    handedOverBy: [],
    reason,
    note,
  };
  const aside = putAside(record, input, context);
  const begun: Conversation = { ...aside, wrapUp: 'pause', pause, pending: oweTimer(aside, pause, context) };
  return apply(freeAgent(begun, input.settings, context));
}
