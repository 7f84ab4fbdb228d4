import { apply, type Decision, refuse } from '../decision';
import type { Context } from '../pending';
import type { Conversation } from '../record';
import { oweTimerStop } from '../timers';
import { bringBack } from './bring-back';

export interface ReassignInput {
  /** null: to the queue it came from, to the next available agent. */
  readonly workerSid: string | null;
  /** The named agent is not available or full. */
  readonly atCapacity: boolean;
}

/** What was put aside goes to somebody else; only an agent whom somebody has named stands in the invite. */
export function reassign(
  record: Conversation,
  { workerSid, atCapacity }: ReassignInput,
  context: Context,
): Decision {
  if (atCapacity) return refuse('at-capacity');
  const stopped = { ...record, lastCommand: null, pending: oweTimerStop(record, context) };
  return apply(bringBack(stopped, { purpose: 'reassign', workerSid, direct: workerSid !== null }, context));
}
