import { apply, type Decision, NOTHING } from '../decision';
import type { Context } from '../pending';
import type { Conversation } from '../record';
import { oweParticipantClosed } from '../wrap-up';

/** The agent ends the wrap-up: the participant is closed, and the task is over by that. */
export function completeWrapUp(record: Conversation, _input: unknown, context: Context): Decision {
  const next = oweParticipantClosed(record, context);
  return next.pending === record.pending ? NOTHING : apply(next);
}
