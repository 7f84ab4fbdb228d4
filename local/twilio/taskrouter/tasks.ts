import { badParameter, notFound } from '../errors';
import { page, refusePageNumber } from '../paging';
import { type Platform } from '../platform';
import { type Task, type TaskStatus } from '../records';
import {
  type ApiAnswer,
  type ApiRequest,
  checkIfMatch,
  etag,
  jsonObject,
  ok,
  oneOf,
  param,
  type Route,
} from '../requests';
import { cancelTask, changeTask, completeTask, wrapUpTask } from './task-moves';
import { taskView } from './task-views';
import { checkWorkspace, WORKSPACE } from './workspace';

export const TASK_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: `${WORKSPACE}/Tasks`, handle: listTasks },
  { method: 'GET', pattern: `${WORKSPACE}/Tasks/{TaskSid}`, handle: fetchTask },
  { method: 'POST', pattern: `${WORKSPACE}/Tasks/{TaskSid}`, handle: updateTask },
];

type AskedStatus = 'wrapping' | 'completed' | 'canceled';

/** From where a task may be moved by REST; it can be canceled only before it is assigned. Source: Twilio docs, Task lifecycle. */
const FROM: Record<AskedStatus, readonly TaskStatus[]> = {
  wrapping: ['assigned'],
  completed: ['assigned', 'wrapping'],
  canceled: ['pending', 'reserved'],
};

/** Oldest first. The statuses that are asked for come as several parameters, or with commas between them. */
function listTasks(platform: Platform, request: ApiRequest): ApiAnswer {
  checkWorkspace(platform, request);
  refusePageNumber(request);
  const asked = request.query.getAll('AssignmentStatus').flatMap((text) => text.split(','));
  const tasks = platform.store.tasks
    .values()
    .filter(({ status }) => asked.length === 0 || asked.includes(status));
  return page(request, {
    key: 'tasks',
    items: tasks.sort((one, other) => one.number - other.number),
    idOf: ({ sid }) => sid,
    render: (task) => taskView(platform, request, task),
  });
}

/** The task that the path names. @throws TwilioRefusal 404 */
export function taskOf(platform: Platform, request: ApiRequest): Task {
  checkWorkspace(platform, request);
  const task = platform.store.tasks.get(param(request, 'TaskSid'));
  if (!task) throw notFound(request.path);
  return task;
}

function fetchTask(platform: Platform, request: ApiRequest): ApiAnswer {
  const task = taskOf(platform, request);
  return ok(taskView(platform, request, task), etag(task.version));
}

function updateTask(platform: Platform, request: ApiRequest): ApiAnswer {
  const task = taskOf(platform, request);
  checkIfMatch(request, task.version);
  const status = request.form.get('AssignmentStatus');
  if (status === null) changeTask(platform, task, changesIn(request));
  else
    move(platform, task, oneOf('AssignmentStatus', status, ['wrapping', 'completed', 'canceled']), request);
  return ok(taskView(platform, request, task), etag(task.version));
}

function move(platform: Platform, task: Task, status: AskedStatus, request: ApiRequest): void {
  if (!FROM[status].includes(task.status))
    throw badParameter(`Task is ${task.status}, it cannot become ${status}`);
  if (request.form.has('Attributes')) throw badParameter('Status and attributes cannot be updated together');
  const reason = request.form.get('Reason') ?? '';
  if (status === 'wrapping') wrapUpTask(platform, task);
  else if (status === 'completed') completeTask(platform, task, reason);
  else cancelTask(platform, task, reason);
}

function changesIn({ form }: ApiRequest): Parameters<typeof changeTask>[2] {
  const attributes = form.get('Attributes');
  const priority = form.get('Priority');
  if (priority !== null && !/^\d+$/.test(priority)) throw badParameter('Priority must be a whole number');
  return {
    ...(attributes !== null && { attributes: jsonObject('Attributes', attributes) }),
    ...(priority !== null && { priority: Number(priority) }),
  };
}
