import { type Platform } from '../platform';
import { type Reservation, type ReservationStatus, type Task } from '../records';
import { all } from '../store';
import { recordEvent } from './events';

const EVENT: Record<ReservationStatus, string> = {
  pending: 'reservation.created',
  accepted: 'reservation.accepted',
  rejected: 'reservation.rejected',
  timeout: 'reservation.timeout',
  canceled: 'reservation.canceled',
  rescinded: 'reservation.rescinded',
  wrapping: 'reservation.wrapup',
  completed: 'reservation.completed',
};

/** Writes the reservation with its new status, and the event that tells of it. The task must be up to date. */
export function setReservationStatus(
  platform: Platform,
  task: Task,
  reservation: Reservation,
  status: ReservationStatus,
): void {
  reservation.status = status;
  reservation.updatedAt = platform.now();
  reservation.version += 1;
  platform.store.reservations.set(reservation.sid, reservation);
  if (status !== 'pending') platform.clearAlarm('reservation-timeout', reservation.sid);
  const worker = platform.store.workers.get(reservation.workerSid);
  recordEvent(platform, EVENT[status], `Reservation ${reservation.sid} ${status}`, {
    task,
    reservation,
    worker,
  });
}

/** Reservations still waiting for their worker's answer. */
export function pendingReservations(platform: Platform, task: Task): Reservation[] {
  return all(platform.store.reservations, task.reservationSids).filter(({ status }) => status === 'pending');
}

/** The reservation of the worker who has the task; null before it is assigned and after it is over. */
export function holdingReservation(platform: Platform, task: Task): Reservation | null {
  const held = all(platform.store.reservations, task.reservationSids).find(
    ({ status }) => status === 'accepted' || status === 'wrapping',
  );
  return held ?? null;
}
