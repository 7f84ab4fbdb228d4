import { ACTIVITIES, TASK_CHANNELS } from '../demo';
import { badParameter, notFound } from '../errors';
import { page } from '../paging';
import { type Platform } from '../platform';
import { type Worker } from '../records';
import { type ApiAnswer, type ApiRequest, checkIfMatch, etag, ok, param, type Route } from '../requests';
import { reject } from './reservation-moves';
import { hasTasks, isAvailable } from './worker-facts';
import { deleteWorker, setActivity } from './worker-moves';
import { workerChannelSid, workerChannelView, workerView } from './worker-views';
import { checkWorkspace, WORKSPACE } from './workspace';

export const WORKER_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: `${WORKSPACE}/Workers`, handle: listWorkers },
  { method: 'GET', pattern: `${WORKSPACE}/Workers/{WorkerSid}`, handle: fetchWorker },
  { method: 'POST', pattern: `${WORKSPACE}/Workers/{WorkerSid}`, handle: updateWorker },
  { method: 'DELETE', pattern: `${WORKSPACE}/Workers/{WorkerSid}`, handle: removeWorker },
  { method: 'GET', pattern: `${WORKSPACE}/Workers/{WorkerSid}/Channels`, handle: listWorkerChannels },
  {
    method: 'GET',
    pattern: `${WORKSPACE}/Workers/{WorkerSid}/Channels/{Channel}`,
    handle: fetchWorkerChannel,
  },
];

function workerOf(platform: Platform, request: ApiRequest): Worker {
  checkWorkspace(platform, request);
  const worker = platform.store.workers.get(param(request, 'WorkerSid'));
  if (!worker) throw notFound(request.path);
  return worker;
}

function listWorkers(platform: Platform, request: ApiRequest): ApiAnswer {
  checkWorkspace(platform, request);
  const { query } = request;
  const wanted: [string, (worker: Worker) => string][] = [
    ['FriendlyName', ({ name }) => name],
    ['ActivitySid', ({ activitySid }) => activitySid],
    ['Available', (worker) => String(isAvailable(worker))],
  ];
  const matches = (worker: Worker) =>
    wanted.every(([name, valueOf]) => !query.has(name) || query.get(name) === valueOf(worker));
  return page(request, {
    key: 'workers',
    items: platform.store.workers.values().filter(matches),
    idOf: ({ sid }) => sid,
    render: (worker) => workerView(platform, request, worker),
  });
}

function fetchWorker(platform: Platform, request: ApiRequest): ApiAnswer {
  const worker = workerOf(platform, request);
  return ok(workerView(platform, request, worker), etag(worker.version));
}

function updateWorker(platform: Platform, request: ApiRequest): ApiAnswer {
  const worker = workerOf(platform, request);
  checkIfMatch(request, worker.version);
  const activitySid = request.form.get('ActivitySid');
  if (activitySid !== null && !ACTIVITIES.some(({ sid }) => sid === activitySid)) {
    throw badParameter('ActivitySid is unknown to the workspace');
  }
  if (activitySid !== null) setActivity(platform, worker, activitySid);
  if (request.form.get('RejectPendingReservations') === 'true') rejectPending(platform, worker);
  return ok(workerView(platform, request, worker), etag(worker.version));
}

/** A worker who has tasks is not deleted. */
function removeWorker(platform: Platform, request: ApiRequest): ApiAnswer {
  const worker = workerOf(platform, request);
  checkIfMatch(request, worker.version);
  if (hasTasks(platform, worker.sid)) throw badParameter('The worker has tasks');
  deleteWorker(platform, worker);
  return { status: 204 };
}

function rejectPending(platform: Platform, worker: Worker): void {
  for (const reservation of platform.store.reservations.values()) {
    const task = platform.store.tasks.get(reservation.taskSid);
    if (task && reservation.workerSid === worker.sid && reservation.status === 'pending') {
      reject(platform, task, reservation);
    }
  }
}

function listWorkerChannels(platform: Platform, request: ApiRequest): ApiAnswer {
  const worker = workerOf(platform, request);
  return page(request, {
    key: 'channels',
    items: TASK_CHANNELS,
    idOf: (uniqueName) => workerChannelSid(worker, uniqueName),
    render: (uniqueName) => workerChannelView(platform, request, worker, uniqueName),
  });
}

/** By unique name of the task channel, or by the worker channel's SID. */
function fetchWorkerChannel(platform: Platform, request: ApiRequest): ApiAnswer {
  const worker = workerOf(platform, request);
  const asked = param(request, 'Channel');
  const uniqueName = TASK_CHANNELS.find((name) => name === asked || workerChannelSid(worker, name) === asked);
  if (!uniqueName) throw notFound(request.path);
  return ok(workerChannelView(platform, request, worker, uniqueName));
}
