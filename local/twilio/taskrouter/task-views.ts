import { taskChannelSid, WORKFLOW_NAME } from '../demo';
import { iso, type Platform } from '../platform';
import { type Reservation, type Task } from '../records';
import { type ApiRequest } from '../requests';
import { queueName } from './queues';
import { owner, workspaceUrl } from './workspace';

export function taskView(platform: Platform, request: ApiRequest, task: Task): object {
  const workspace = workspaceUrl(platform, request);
  const url = `${workspace}/Tasks/${task.sid}`;
  return {
    ...owner(platform),
    sid: task.sid,
    age: Math.floor((platform.now() - task.createdAt) / 1000),
    assignment_status: task.status,
    attributes: task.attributes,
    addons: '{}',
    date_created: iso(task.createdAt),
    date_updated: iso(task.updatedAt),
    task_queue_entered_date: iso(task.queueEnteredAt),
    virtual_start_time: iso(task.createdAt),
    priority: task.priority,
    reason: task.reason,
    task_queue_sid: task.queueSid,
    task_queue_friendly_name: queueName(task.queueSid),
    task_channel_sid: taskChannelSid(task.taskChannel),
    task_channel_unique_name: task.taskChannel,
    timeout: task.timeout,
    workflow_sid: task.workflowSid,
    workflow_friendly_name: WORKFLOW_NAME,
    ignore_capacity: task.routingTarget !== null,
    routing_target: task.routingTarget,
    url,
    links: {
      task_queue: `${workspace}/TaskQueues/${task.queueSid}`,
      workflow: `${workspace}/Workflows/${task.workflowSid}`,
      workspace,
      reservations: `${url}/Reservations`,
    },
  };
}

export function reservationView(platform: Platform, request: ApiRequest, reservation: Reservation): object {
  const workspace = workspaceUrl(platform, request);
  const task = `${workspace}/Tasks/${reservation.taskSid}`;
  return {
    ...owner(platform),
    sid: reservation.sid,
    task_sid: reservation.taskSid,
    worker_sid: reservation.workerSid,
    worker_name: platform.store.workers.get(reservation.workerSid)?.name ?? '',
    reservation_status: reservation.status,
    date_created: iso(reservation.createdAt),
    date_updated: iso(reservation.updatedAt),
    url: `${task}/Reservations/${reservation.sid}`,
    links: { task, worker: `${workspace}/Workers/${reservation.workerSid}`, workspace },
  };
}
