import type { Conversation } from './record';
import { closeParticipantId } from './wrap-up';

/**
 * Tasks beside the current one that live, as far as was told: an agent has accepted another one meanwhile. Nobody
 * removes them; not among them is one whose agent is being taken out.
 */
export function otherTasksOf({ formerTasks, pending }: Conversation): string[] {
  return formerTasks
    .filter(({ taskSid, over }) => !over && !(closeParticipantId(taskSid) in pending))
    .map(({ taskSid }) => taskSid);
}

/** The current task has given way to another, and lives on beside it. */
export function isNewDouble(before: Conversation | undefined, after: Conversation): boolean {
  if (!before?.task || after.task === null) return false;
  return otherTasksOf(after).includes(before.task.taskSid);
}
