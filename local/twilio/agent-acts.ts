import { AVAILABLE, CAPACITY, OFFLINE } from './demo';
import { StandInRefusal } from './errors';
import { type Platform } from './platform';
import { type Reservation, type Task, type Worker } from './records';
import { assignPendingTasks } from './taskrouter/assignment';
import { accept, reject } from './taskrouter/reservation-moves';
import { holdingReservation, pendingReservations } from './taskrouter/reservation-status';
import { completeTask, wrapUpTask } from './taskrouter/task-moves';
import { hasRoom } from './taskrouter/worker-facts';
import { setActivity } from './taskrouter/worker-moves';

/** What an agent did: whose reservation of which task. */
export interface AgentAct {
  readonly taskSid: string;
  readonly reservationSid: string;
  readonly workerSid: string;
}

/**
 * An agent comes back to the desk for it: while the task is pending and offered to nobody, the agents who are offline,
 * as those are who let an offer lapse, become available one after the other, whoever has been offline longest first.
 * TaskRouter assigns as always, so that an older task may get the agent before. An agent without room for the task stays
 * away, and nothing happens to a task in any other status.
 * @throws StandInRefusal 404 no such task
 */
export function returnToDesk(platform: Platform, taskSid: string): void {
  const task = taskOf(platform, taskSid);
  assignPendingTasks(platform);
  for (const worker of offlineAgents(platform)) {
    if (task.status !== 'pending') return;
    if (!hasRoom(platform, worker.sid, task.taskChannel)) continue;
    setActivity(platform, worker, AVAILABLE.sid);
    assignPendingTasks(platform);
  }
}

/** @throws StandInRefusal 404 no such task; 409 nobody has a pending reservation of it: all are at capacity, or it is over */
export function acceptAsAgent(platform: Platform, taskSid: string): AgentAct {
  const task = taskOf(platform, taskSid);
  if (task.status === 'pending') throw allAtCapacity(platform, task);
  const reservation = offered(platform, task);
  accept(platform, task, reservation);
  return act(reservation);
}

/** @throws StandInRefusal as `acceptAsAgent` */
export function declineAsAgent(platform: Platform, taskSid: string): AgentAct {
  const task = taskOf(platform, taskSid);
  const reservation = offered(platform, task);
  reject(platform, task, reservation);
  return act(reservation);
}

/**
 * Complete: ends task and reservation, by way of wrap-up where the agent is not in it yet. Channel and
 * conversation stay open and the agent stays in them, as with Flex UI's plain reservation complete.
 * @throws StandInRefusal 404 no such task; 409 nobody holds it
 */
export function completeAsAgent(platform: Platform, taskSid: string): AgentAct {
  const task = taskOf(platform, taskSid);
  const reservation = holdingReservation(platform, task);
  if (!reservation) throw new StandInRefusal(409, `The task is ${task.status}, no agent holds it`);
  if (task.status === 'assigned') wrapUpTask(platform, task);
  completeTask(platform, task);
  return act(reservation);
}

function agents(platform: Platform): Worker[] {
  return platform.store.workers.values().filter(({ roles }) => roles.includes('agent'));
}

function offlineAgents(platform: Platform): Worker[] {
  return agents(platform)
    .filter(({ activitySid }) => activitySid === OFFLINE.sid)
    .sort((one, other) => one.activitySince - other.activitySince || one.name.localeCompare(other.name));
}

function allAtCapacity(platform: Platform, { taskChannel }: Task): StandInRefusal {
  const names = agents(platform).map(({ name }) => name);
  const each = `${CAPACITY} ${taskChannel} tasks each, offers and wrap-ups included`;
  return new StandInRefusal(
    409,
    `The task is pending, and all agents are at capacity: ${names.join(', ')} have ${each}`,
  );
}

function taskOf(platform: Platform, taskSid: string): Task {
  const task = platform.store.tasks.get(taskSid);
  if (!task) throw new StandInRefusal(404, 'There is no such task');
  return task;
}

function offered(platform: Platform, task: Task): Reservation {
  const [reservation] = pendingReservations(platform, task);
  if (!reservation) throw new StandInRefusal(409, `The task is ${task.status}, it is offered to no agent`);
  return reservation;
}

function act({ taskSid, sid, workerSid }: Reservation): AgentAct {
  return { taskSid, reservationSid: sid, workerSid };
}
