import { EventListInstance } from 'twilio/lib/rest/taskrouter/v1/workspace/event';
import { TaskContextImpl } from 'twilio/lib/rest/taskrouter/v1/workspace/task';
import {
  ReservationContextImpl,
  type ReservationInstance,
  ReservationListInstance,
} from 'twilio/lib/rest/taskrouter/v1/workspace/task/reservation';
import { WorkerContextImpl, WorkerListInstance } from 'twilio/lib/rest/taskrouter/v1/workspace/worker';
import { WorkerChannelContextImpl } from 'twilio/lib/rest/taskrouter/v1/workspace/worker/workerChannel';
import type { Reservation, Task, Twilio, Worker } from '../../actions/ports';
import { chatIdentity } from '../../domain/chat-identity';
import { listedEvent } from './listed-event';
import { told, toldOrAbsent } from './errors';
import { apiVersion, count, momentOrNull, parsedAttributes, text, textOrNull } from './resources';
import type { Transport } from './transport';

const PAGE_SIZE = 100;
/** The most that Twilio gives. */
const EVENTS_A_PAGE = 1_000;

/** TaskRouter: tasks, reservations, workers. Tasks are read, never canceled or deleted. */
export function taskRouterCalls(
  transport: Transport,
  workspaceSid: string,
): Pick<
  Twilio,
  'task' | 'reservations' | 'setReservation' | 'capacity' | 'worker' | 'workers' | 'workerIdentity' | 'events'
> {
  const version = apiVersion('taskrouter.twilio.com', transport);
  const worker = (workerSid: string) => new WorkerContextImpl(version, workspaceSid, workerSid);
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

    capacity: (workerSid, taskChannelUniqueName) =>
      toldOrAbsent('read worker', async () => {
        const channel = new WorkerChannelContextImpl(version, workspaceSid, workerSid, taskChannelUniqueName);
        const [agent, room] = await Promise.all([
          worker(workerSid).fetch(),
          toldOrAbsent('read worker', () => channel.fetch()),
        ]);
        const available = isYes(agent.available);
        if (room === undefined) return { available, assignedTasks: 0, configuredCapacity: 0 };
        return {
          available,
          assignedTasks: count(room.assignedTasks, 'assigned tasks'),
          configuredCapacity: count(room.configuredCapacity, 'configured capacity'),
        };
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

    worker: (workerSid) => toldOrAbsent('read worker', async () => workerOf(await worker(workerSid).fetch())),

    workers: (pageToken) =>
      told('list workers', async () => {
        const page = await WorkerListInstance(version, workspaceSid).page({
          pageSize: PAGE_SIZE,
          ...(pageToken === undefined ? {} : { pageToken }),
        });
        return { workers: page.instances.map(workerOf), nextPageToken: tokenIn(page.nextPageUrl) };
      }),

    workerIdentity: (workerSid) =>
      told('read worker', async () => chatIdentity((await worker(workerSid).fetch()).attributes)),
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

function workerOf({ sid, friendlyName, attributes, available }: WorkerResource): Worker {
  return {
    workerSid: text(sid, 'worker SID'),
    name: fullName(attributes) ?? text(friendlyName, 'friendly name'),
    available: isYes(available),
  };
}

/** What is neither true nor false means that no task goes there. */
function isYes(value: unknown): boolean {
  return value === true;
}

/** A worker, as far as the package reads one. */
interface WorkerResource {
  readonly sid: unknown;
  readonly friendlyName: unknown;
  readonly attributes: unknown;
  readonly available: unknown;
}

/** Flex keeps an agent's full name in the attributes; the friendly name is the user's. */
function fullName(attributes: unknown): string | null {
  try {
    return textOrNull(parsedAttributes(attributes)['full_name']);
  } catch {
    return null;
  }
}

function tokenIn(nextPageUrl: string | undefined): string | null {
  return nextPageUrl === undefined ? null : new URL(nextPageUrl).searchParams.get('PageToken');
}
