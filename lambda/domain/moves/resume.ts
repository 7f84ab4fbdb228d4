import { apply, type Decision, refuse, wrongState } from '../decision';
import { oweInvite } from '../invites';
import type { Context } from '../pending';
import { type Conversation, type Purpose, withoutTask } from '../record';
import { forgetFiredTimer, oweTimerStop } from '../timers';
import { oweParticipantClosed } from '../wrap-up';

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
  return apply(leavePause(stopped, { purpose: 'resume', workerSid, direct: !atCapacity }, context));
}

/** The time limit is over: back to the queue it came from, to the next available agent. */
export function passDeadline(record: Conversation, _input: unknown, context: Context): Decision {
  const fired = { ...record, lastCommand: null, pending: forgetFiredTimer(record, context) };
  return apply(leavePause(fired, { purpose: 'reassign', workerSid: null, direct: false }, context));
}

function leavePause(
  record: Conversation,
  invite: { purpose: Purpose; workerSid: string | null; direct: boolean },
  context: Context,
): Conversation {
  const ended = withoutTask(oweParticipantClosed(record, context), false);
  const active = { ...ended, channelState: 'active', wrapUp: null, pause: null, compareAt: null } as const;
  return oweInvite(active, invite, context);
}
