import { badParameter, notFound } from '../errors';
import { page } from '../paging';
import { type Platform } from '../platform';
import { type Reservation, type ReservationStatus, type Task } from '../records';
import {
  type ApiAnswer,
  type ApiRequest,
  checkIfMatch,
  etag,
  ok,
  oneOf,
  param,
  required,
  type Route,
} from '../requests';
import { all } from '../store';
import { accept, reject } from './reservation-moves';
import { completeTask, wrapUpTask } from './task-moves';
import { reservationView } from './task-views';
import { taskOf } from './tasks';
import { WORKSPACE } from './workspace';

const PATTERN = `${WORKSPACE}/Tasks/{TaskSid}/Reservations`;

export const RESERVATION_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: PATTERN, handle: listReservations },
  { method: 'GET', pattern: `${PATTERN}/{Sid}`, handle: fetchReservation },
  { method: 'POST', pattern: `${PATTERN}/{Sid}`, handle: updateReservation },
];

type Asked = 'accepted' | 'rejected' | 'wrapping' | 'completed';

/** What a worker may do, by what has happened so far. */
const MOVES: Record<
  Asked,
  {
    from: readonly ReservationStatus[];
    move: (platform: Platform, task: Task, reservation: Reservation) => void;
  }
> = {
  accepted: { from: ['pending'], move: accept },
  rejected: { from: ['pending'], move: reject },
  wrapping: { from: ['accepted'], move: wrapUpTask },
  completed: { from: ['accepted', 'wrapping'], move: (platform, task) => completeTask(platform, task) },
};

function listReservations(platform: Platform, request: ApiRequest): ApiAnswer {
  const task = taskOf(platform, request);
  const status = request.query.get('ReservationStatus');
  const workerSid = request.query.get('WorkerSid');
  return page(request, {
    key: 'reservations',
    items: all(platform.store.reservations, task.reservationSids)
      .filter((one) => status === null || one.status === status)
      .filter((one) => workerSid === null || one.workerSid === workerSid),
    idOf: ({ sid }) => sid,
    render: (reservation) => reservationView(platform, request, reservation),
  });
}

function reservationOf(platform: Platform, request: ApiRequest): { task: Task; reservation: Reservation } {
  const task = taskOf(platform, request);
  const reservation = platform.store.reservations.get(param(request, 'Sid'));
  if (reservation?.taskSid !== task.sid) throw notFound(request.path);
  return { task, reservation };
}

function fetchReservation(platform: Platform, request: ApiRequest): ApiAnswer {
  const { reservation } = reservationOf(platform, request);
  return ok(reservationView(platform, request, reservation), etag(reservation.version));
}

function updateReservation(platform: Platform, request: ApiRequest): ApiAnswer {
  const { task, reservation } = reservationOf(platform, request);
  checkIfMatch(request, reservation.version);
  const asked = oneOf('ReservationStatus', required(request, 'ReservationStatus'), [
    'accepted',
    'rejected',
    'wrapping',
    'completed',
  ]);
  const { from, move } = MOVES[asked];
  if (!from.includes(reservation.status)) {
    throw badParameter(`Reservation is ${reservation.status}, it cannot become ${asked}`);
  }
  move(platform, task, reservation);
  return ok(reservationView(platform, request, reservation), etag(reservation.version));
}
