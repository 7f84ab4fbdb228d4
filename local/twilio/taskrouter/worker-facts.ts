import { ACTIVITIES, AVAILABLE, CAPACITY } from '../demo';
import { type Platform } from '../platform';
import { type Reservation, type Worker } from '../records';

export function isAvailable(worker: Worker): boolean {
  return worker.activitySid === AVAILABLE.sid;
}

export function activityName(activitySid: string): string {
  return ACTIVITIES.find(({ sid }) => sid === activitySid)?.name ?? '';
}

/** JSON text, with the keys that Flex gives its workers. */
export function workerAttributes(worker: Worker): string {
  return JSON.stringify({
    contact_uri: `client:${worker.identity}`,
    full_name: worker.name,
    roles: worker.roles,
    skills: [],
  });
}

/** Whether the reservation takes up its worker's capacity; a task in wrap-up still does. */
function takesCapacity({ status }: Reservation): boolean {
  return status === 'pending' || status === 'accepted' || status === 'wrapping';
}

/** How many tasks of the channel the worker has, those only offered included. */
export function assignedTasks(platform: Platform, workerSid: string, taskChannel: string): number {
  const ofWorker = (reservation: Reservation) =>
    reservation.workerSid === workerSid && reservation.taskChannel === taskChannel;
  return platform.store.reservations.values().filter((one) => ofWorker(one) && takesCapacity(one)).length;
}

export function hasTasks(platform: Platform, workerSid: string): boolean {
  return platform.store.reservations
    .values()
    .some((one) => one.workerSid === workerSid && takesCapacity(one));
}

export function hasRoom(platform: Platform, workerSid: string, taskChannel: string): boolean {
  return assignedTasks(platform, workerSid, taskChannel) < CAPACITY;
}
