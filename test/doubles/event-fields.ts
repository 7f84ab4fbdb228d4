import type { AgentDeleted, EventFields, TaskEvent } from '../../lambda/domain/task-events';
import type { FakeTask, FakeWorker } from './fake-resources';

export function deletedFields({ workerSid }: AgentDeleted): EventFields {
  return { EventType: 'worker.deleted', WorkerSid: workerSid };
}

/** The news of a task as TaskRouter's form, and its event list, have it. */
export function eventFields(news: TaskEvent, task: FakeTask, workers: Map<string, FakeWorker>): EventFields {
  const ofTask = { TaskSid: task.taskSid, TaskAttributes: JSON.stringify(task.attributes) };
  switch (news.kind) {
    case 'over':
      return { ...ofTask, EventType: task.status === 'canceled' ? 'task.canceled' : 'task.completed' };
    case 'wrapping':
      return { ...ofTask, EventType: 'task.wrapup' };
    case 'reserved':
      return { ...ofTask, ...reservation(news.reserved), EventType: 'reservation.created' };
    case 'accepted': {
      const worker = workers.get(news.task.workerSid);
      return {
        ...ofTask,
        ...reservation(news.task),
        EventType: 'reservation.accepted',
        WorkerName: worker?.name ?? '',
        WorkerAttributes: JSON.stringify({ contact_uri: `client:${worker?.identity}` }),
        WorkflowSid: task.workflowSid ?? '',
        TaskQueueSid: task.queueSid ?? '',
        TaskChannelUniqueName: task.taskChannelUniqueName ?? '',
        TaskPriority: String(task.priority),
      };
    }
  }
}

function reservation({ reservationSid, workerSid }: { reservationSid: string; workerSid: string }) {
  return { ReservationSid: reservationSid, WorkerSid: workerSid };
}
