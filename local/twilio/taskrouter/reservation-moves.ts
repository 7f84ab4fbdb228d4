import { OFFLINE } from '../demo';
import { joinAsAgent } from '../flex/joining';
import { type Platform } from '../platform';
import { type Reservation, type Task, type Worker } from '../records';
import { newSid } from '../sids';
import { pendingReservations, setReservationStatus } from './reservation-status';
import { cancelTask, setTaskStatus } from './task-moves';
import { markBusy, setActivity } from './worker-moves';
import { workflowSettings } from './workflows';

/** How long a task may stay assigned, wrap-up included. Source: Twilio docs, TaskRouter limits. */
const ASSIGNED_AT_MOST_MS = 24 * 60 * 60 * 1000;

/** Offers the task to the worker. */
export function reserve(platform: Platform, task: Task, worker: Worker): void {
  const now = platform.now();
  const reservation: Reservation = {
    sid: newSid('WR'),
    taskSid: task.sid,
    workerSid: worker.sid,
    taskChannel: task.taskChannel,
    status: 'pending',
    createdAt: now,
    updatedAt: now,
    version: -1, // 0 once written
  };
  task.reservationSids.push(reservation.sid);
  setTaskStatus(platform, task, 'reserved');
  setReservationStatus(platform, task, reservation, 'pending');
  platform.setAlarm(
    'reservation-timeout',
    reservation.sid,
    now + workflowSettings(platform).reservationTimeoutSeconds * 1000,
  );
}

/** The worker takes the task, and joins its conversation; whoever else was asked hears that it is gone. */
export function accept(platform: Platform, task: Task, reservation: Reservation): void {
  setTaskStatus(platform, task, 'assigned');
  setReservationStatus(platform, task, reservation, 'accepted');
  for (const other of pendingReservations(platform, task)) {
    setReservationStatus(platform, task, other, 'rescinded');
  }
  platform.clearAlarm('task-timeout', task.sid);
  platform.setAlarm('assigned-too-long', task.sid, platform.now() + ASSIGNED_AT_MOST_MS);
  markBusy(platform, reservation.workerSid);
  joinAsAgent(platform, task, reservation);
}

export function reject(platform: Platform, task: Task, reservation: Reservation): void {
  if (!task.rejectedBy.includes(reservation.workerSid)) task.rejectedBy.push(reservation.workerSid);
  refused(platform, task, reservation, 'rejected');
}

/** The worker did not answer in time, and is set offline: the default TimeoutActivity. */
export function timeOut(platform: Platform, task: Task, reservation: Reservation): void {
  const worker = platform.store.workers.get(reservation.workerSid);
  if (worker) setActivity(platform, worker, OFFLINE.sid);
  refused(platform, task, reservation, 'timeout');
}

/**
 * A task for one worker ends when that worker refuses; any other waits for the next worker.
 * Source: Twilio docs, Interaction Channel Invites.
 */
function refused(
  platform: Platform,
  task: Task,
  reservation: Reservation,
  status: 'rejected' | 'timeout',
): void {
  const othersAsked = pendingReservations(platform, task).some(({ sid }) => sid !== reservation.sid);
  setTaskStatus(platform, task, othersAsked ? 'reserved' : 'pending');
  setReservationStatus(platform, task, reservation, status);
  if (task.routingTarget !== null) cancelTask(platform, task, `Routing target: reservation ${status}`);
}
