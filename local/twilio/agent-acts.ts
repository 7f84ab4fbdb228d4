import { StandInRefusal } from './errors';
import { type Platform } from './platform';
import { type Reservation, type Task } from './records';
import { accept, reject } from './taskrouter/reservation-moves';
import { holdingReservation, pendingReservations } from './taskrouter/reservation-status';
import { completeTask, wrapUpTask } from './taskrouter/task-moves';

/** What an agent did: whose reservation of which task. */
export interface AgentAct {
  readonly taskSid: string;
  readonly reservationSid: string;
  readonly workerSid: string;
}

/** @throws StandInRefusal 404 no such task; 409 nobody has a pending reservation of it */
export function acceptAsAgent(platform: Platform, taskSid: string): AgentAct {
  const task = taskOf(platform, taskSid);
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
