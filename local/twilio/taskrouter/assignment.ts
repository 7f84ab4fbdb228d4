import { type Platform } from '../platform';
import { type Task, type Worker } from '../records';
import { queueOf } from './queues';
import { reserve } from './reservation-moves';
import { hasRoom, isAvailable } from './worker-facts';

/** Offers each pending task to the worker who has idled longest; higher priority first, then the older task. */
export function assignPendingTasks(platform: Platform): void {
  const pending = platform.store.tasks.pending();
  pending.sort((one, other) => other.priority - one.priority || one.number - other.number);
  const full = new Set<string>();
  for (const task of pending) {
    if (full.has(task.taskChannel) && task.routingTarget === null) continue;
    const workers = candidates(platform, task);
    if (workers.length === 0) full.add(task.taskChannel);
    for (const worker of workers) reserve(platform, task, worker);
  }
}

/** Whom to ask now: the worker the task is for, else as many as its queue asks at once. */
function candidates(platform: Platform, task: Task): Worker[] {
  if (task.routingTarget !== null) {
    const target = platform.store.workers.get(task.routingTarget);
    return target ? [target] : [];
  }
  const free = platform.store.workers
    .values()
    .filter((worker) => isInQueues(worker) && isAvailable(worker))
    .filter((worker) => hasRoom(platform, worker.sid, task.taskChannel))
    .sort((one, other) => one.lastBusy - other.lastBusy || one.name.localeCompare(other.name));
  const notRejected = free.filter(({ sid }) => !task.rejectedBy.includes(sid));
  return (notRejected.length > 0 ? notRejected : free).slice(0, queueOf(task).maxReservedWorkers);
}

/** All agents are in all queues. */
function isInQueues(worker: Worker): boolean {
  return worker.roles.includes('agent');
}
