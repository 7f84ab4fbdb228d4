import { apply, type Decision, refuse, wrongState } from '../decision';
import type { Context } from '../pending';
import type { Conversation } from '../record';
import { forgetFiredTimer, oweTimerStop } from '../timers';
import { bringBack } from './bring-back';

export interface ResumeInput {
  /** The agent who paused is not available or full. */
  readonly atCapacity: boolean;
  readonly whenAtCapacity: 'workflow' | 'refuse';
}

/** Back to the agent who paused, by a new task; when that agent is full, through the workflow with the agent named. */
export function resumePause(
  record: Conversation,
  { atCapacity, whenAtCapacity }: ResumeInput,
  context: Context,
): Decision {
  if (record.pause === null) return wrongState(record);
  if (atCapacity && whenAtCapacity === 'refuse') return refuse('at-capacity');
  const stopped = { ...record, pending: oweTimerStop(record, context) };
  const { workerSid } = record.pause;
  return apply(bringBack(stopped, { purpose: 'resume', workerSid, direct: !atCapacity }, context));
}

/** The time limit is over: back to the queue it came from, to the next available agent. */
export function passDeadline(record: Conversation, _input: unknown, context: Context): Decision {
  const fired = { ...record, lastCommand: null, pending: forgetFiredTimer(record, context) };
  return apply(bringBack(fired, { purpose: 'reassign', workerSid: null, direct: false }, context));
}
