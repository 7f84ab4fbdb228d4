import { taskChannelSid, WORKFLOW_NAME } from '../demo';
import { type Platform } from '../platform';
import { type Reservation, type Task, type Worker } from '../records';
import { queueName } from './queues';
import { activityName, workerAttributes } from './worker-facts';

/** Fields of TaskRouter's event callbacks; all are text. Source: Twilio docs, TaskRouter event reference. */
export function taskFacts(platform: Platform, task: Task): Record<string, string> {
  return {
    TaskSid: task.sid,
    TaskAttributes: task.attributes,
    TaskAge: String(Math.floor((platform.now() - task.createdAt) / 1000)),
    TaskPriority: String(task.priority),
    TaskAssignmentStatus: task.status,
    ...(task.status === 'canceled' && { TaskCanceledReason: task.reason }),
    ...(task.status === 'completed' && { TaskCompletedReason: task.reason }),
    TaskChannelSid: taskChannelSid(task.taskChannel) ?? '',
    TaskChannelName: task.taskChannel,
    TaskChannelUniqueName: task.taskChannel,
    TaskVersion: String(task.version),
    WorkflowSid: task.workflowSid,
    WorkflowName: WORKFLOW_NAME,
    TaskQueueSid: task.queueSid,
    TaskQueueName: queueName(task.queueSid),
  };
}

export function reservationFacts(reservation: Reservation): Record<string, string> {
  return { ReservationSid: reservation.sid, ReservationVersion: String(reservation.version) };
}

export function workerFacts(worker: Worker): Record<string, string> {
  return {
    WorkerSid: worker.sid,
    WorkerName: worker.name,
    WorkerAttributes: workerAttributes(worker),
    WorkerActivitySid: worker.activitySid,
    WorkerActivityName: activityName(worker.activitySid),
    WorkerVersion: String(worker.version),
  };
}
