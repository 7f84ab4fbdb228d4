import { type Conversation, holderOf } from '../../../lambda/domain/record';

/** What goes on with a conversation until somebody ends it: a pause, a leave, custom logic's time, or an agent's hold. */
export function phaseOf(record: Conversation): string {
  const { channelState, pause, leave, pending, task } = record;
  if (channelState === 'closed') return 'closed';
  if (pause) return `pause ${pause.pauseId}`;
  if (leave) return `leave ${leave.leaveId}`;
  if ('await-custom-routing' in pending) return 'custom routing';
  return holderOf(record) === null ? 'nothing' : `task ${task!.taskSid}`;
}
