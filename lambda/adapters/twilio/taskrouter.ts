import { EventListInstance } from 'twilio/lib/rest/taskrouter/v1/workspace/event';
import { TaskContextImpl } from 'twilio/lib/rest/taskrouter/v1/workspace/task';
import {
  ReservationContextImpl,
  type ReservationInstance,
  ReservationListInstance,
} from 'twilio/lib/rest/taskrouter/v1/workspace/task/reservation';
import type { Reservation, Task, Twilio } from '../../actions/ports';
import { listedEvent } from './listed-event';
import { told, toldOrAbsent } from './errors';
import { apiVersion, count, momentOrNull, PAGE_SIZE, parsedAttributes, text, textOrNull } from './resources';
import type { Transport } from './transport';

/** The most that Twilio gives. */
const EVENTS_A_PAGE = 1_000;

/** TaskRouter: tasks, reservations and events. Tasks are read, never canceled or deleted. */
export function taskRouterCalls(
  transport: Transport,
  workspaceSid: string,
): Pick<Twilio, 'task' | 'reservations' | 'setReservation' | 'events'> {
  const version = apiVersion('taskrouter.twilio.com', transport);
  return {
    task: (taskSid) =>
      toldOrAbsent('read task', async (): Promise<Task> => {
        const task = await new TaskContextImpl(version, workspaceSid, taskSid).fetch();
        return {
          taskSid,
          status: text(task.assignmentStatus, 'assignment status') as Task['status'],
          attributes: parsedAttributes(task.attributes),
          workflowSid: textOrNull(task.workflowSid),
          queueSid: textOrNull(task.taskQueueSid),
          taskChannelUniqueName: textOrNull(task.taskChannelUniqueName),
          priority: count(task.priority ?? 0, 'priority'),
        };
      }),

    reservations: (taskSid) =>
      told('list reservations', async () => {
        const all = await ReservationListInstance(version, workspaceSid, taskSid).list({
          pageSize: PAGE_SIZE,
        });
        return all.map(reservationOf);
      }),

    setReservation: (taskSid, reservationSid, status) =>
      told('update reservation', async () => {
        const reservation = new ReservationContextImpl(version, workspaceSid, taskSid, reservationSid);
        return reservationOf(await reservation.update({ reservationStatus: status }));
      }),

    events: ({ from, to }) =>
      told('list events', async () => {
        const startDate = new Date(from - (from % 1000));
        const endDate = to === undefined ? {} : { endDate: new Date(to) };
        const events = await EventListInstance(version, workspaceSid).list({
          startDate,
          ...endDate,
          pageSize: EVENTS_A_PAGE,
        });
        return events
          .map(listedEvent)
          .filter((event) => event !== undefined)
          .reverse() // newest first: of two at the same moment, the one listed last happened first
          .sort((a, b) => a.at - b.at);
      }),
  };
}

function reservationOf(reservation: ReservationInstance): Reservation {
  const { sid, workerSid, workerName, reservationStatus } = reservation;
  return {
    reservationSid: text(sid, 'reservation SID'),
    workerSid: text(workerSid, 'worker SID'),
    workerName: textOrNull(workerName),
    status: text(reservationStatus, 'reservation status'),
    acceptedAt: acceptedAt(reservation),
  };
}

/** A reservation has the dates of its creation and of its last change alone. */
function acceptedAt({ reservationStatus, dateCreated, dateUpdated }: ReservationInstance): number | null {
  if (reservationStatus === 'accepted') return momentOrNull(dateUpdated);
  const wasAccepted = reservationStatus === 'wrapping' || reservationStatus === 'completed';
  return wasAccepted ? momentOrNull(dateCreated) : null;
}
