import { type Platform } from '../platform';
import { type Task, type TaskStatus } from '../records';
import { newSid } from '../sids';
import { recordEvent } from './events';
import { queueName } from './queues';
import { holdingReservation, pendingReservations, setReservationStatus } from './reservation-status';
import { markBusy } from './worker-moves';

/** A task is deleted five minutes after it is completed or canceled. Source: Twilio docs, TaskRouter, Task lifecycle. */
const DELETED_AFTER_MS = 5 * 60 * 1000;

export type NewTask = Pick<
  Task,
  | 'attributes'
  | 'priority'
  | 'workflowSid'
  | 'queueSid'
  | 'taskChannel'
  | 'timeout'
  | 'routingTarget'
  | 'conversationSid'
  | 'channelSid'
>;

/** Creates a pending task, which enters its queue at once. */
export function createTask(platform: Platform, asked: NewTask): Task {
  const now = platform.now();
  const task: Task = {
    ...asked,
    sid: newSid('WT'),
    number: platform.nextNumber(),
    createdAt: now,
    updatedAt: now,
    status: 'pending',
    reason: '',
    queueEnteredAt: now,
    reservationSids: [],
    rejectedBy: [],
    version: 0,
  };
  platform.store.tasks.set(task.sid, task);
  platform.setAlarm('task-timeout', task.sid, now + task.timeout * 1000);
  recordEvent(platform, 'task.created', `Task ${task.sid} created`, { task });
  recordEvent(platform, 'workflow.entered', `Task ${task.sid} entered Workflow ${task.workflowSid}`, {
    task,
  });
  recordEvent(
    platform,
    'task-queue.entered',
    `Task ${task.sid} entered TaskQueue ${queueName(task.queueSid)}`,
    {
      task,
    },
  );
  return task;
}

/** Writes the task with its new status; events are the caller's. */
export function setTaskStatus(
  platform: Platform,
  task: Task,
  status: TaskStatus,
  reason = task.reason,
): void {
  task.status = status;
  task.reason = reason;
  touch(platform, task);
}

export function changeTask(
  platform: Platform,
  task: Task,
  change: Partial<Pick<Task, 'attributes' | 'priority'>>,
): void {
  Object.assign(task, change);
  touch(platform, task);
  recordEvent(platform, 'task.updated', `Task ${task.sid} updated`, { task });
}

/** Ends a task that nobody has accepted. */
export function cancelTask(platform: Platform, task: Task, reason: string): void {
  const offered = pendingReservations(platform, task);
  setTaskStatus(platform, task, 'canceled', reason);
  for (const reservation of offered) setReservationStatus(platform, task, reservation, 'canceled');
  recordEvent(platform, 'task.canceled', `Task ${task.sid} canceled: ${reason}`, { task });
  isOver(platform, task);
}

/** Moves an assigned task to wrap-up, together with its reservation. */
export function wrapUpTask(platform: Platform, task: Task): void {
  const reservation = holdingReservation(platform, task);
  setTaskStatus(platform, task, 'wrapping');
  if (reservation) setReservationStatus(platform, task, reservation, 'wrapping');
  recordEvent(platform, 'task.wrapup', `Task ${task.sid} wrapping`, { task });
}

/** Completes an assigned or wrapping task, together with its reservation. */
export function completeTask(platform: Platform, task: Task, reason = ''): void {
  const reservation = holdingReservation(platform, task);
  setTaskStatus(platform, task, 'completed', reason);
  if (reservation) {
    setReservationStatus(platform, task, reservation, 'completed');
    markBusy(platform, reservation.workerSid);
  }
  recordEvent(platform, 'task.completed', `Task ${task.sid} completed`, { task });
  isOver(platform, task);
}

/** Removes a task that has been assigned for 24 hours without being completed. Source: Twilio docs, TaskRouter limits. */
export function systemDeleteTask(platform: Platform, task: Task): void {
  const reservation = holdingReservation(platform, task);
  recordEvent(platform, 'task.system-deleted', `Task ${task.sid} deleted: assigned for too long`, { task });
  removeTask(platform, task);
  if (reservation) markBusy(platform, reservation.workerSid);
}

/** Removes a task without an event. */
export function removeTask(platform: Platform, task: Task): void {
  for (const sid of task.reservationSids) platform.store.reservations.delete(sid);
  platform.store.tasks.delete(task.sid);
}

function isOver(platform: Platform, task: Task): void {
  platform.clearAlarm('task-timeout', task.sid);
  platform.clearAlarm('assigned-too-long', task.sid);
  platform.setAlarm('task-deletion', task.sid, platform.now() + DELETED_AFTER_MS);
}

function touch(platform: Platform, task: Task): void {
  task.updatedAt = platform.now();
  task.version += 1;
  platform.store.tasks.set(task.sid, task);
}
