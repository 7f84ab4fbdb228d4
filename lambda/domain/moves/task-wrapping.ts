import { apply, type Decision, NOTHING } from '../decision';
import type { Conversation } from '../record';

/** The current task is in wrap-up, whoever asked for it. */
export function taskWrapping(record: Conversation, { taskSid }: { taskSid: string }): Decision {
  if (record.task?.taskSid !== taskSid || record.task.status !== 'assigned') return NOTHING;
  return apply({ ...record, task: { ...record.task, status: 'wrapping' } });
}
