import { eventCallback } from '../connections';
import { OFFLINE } from '../demo';
import { notFound } from '../errors';
import { type Platform } from '../platform';
import { type ApiAnswer, type ApiRequest, ok, param, type Route } from '../requests';
import { WORKSPACE_NAME } from './events';
import { BEFORE } from './workspace-views';

const PATTERN = '/v1/Workspaces/{Sid}';

/** The workspace itself: where it tells its events. */
export const CALLBACK_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: PATTERN, handle: fetchWorkspace },
  { method: 'POST', pattern: PATTERN, handle: updateWorkspace },
];

/** Other things of a workspace that have an address below its own. */
const LINKS = {
  activities: 'Activities',
  statistics: 'Statistics',
  real_time_statistics: 'RealTimeStatistics',
  cumulative_statistics: 'CumulativeStatistics',
  task_queues: 'TaskQueues',
  tasks: 'Tasks',
  workers: 'Workers',
  workflows: 'Workflows',
  task_channels: 'TaskChannels',
  events: 'Events',
};

function fetchWorkspace(platform: Platform, request: ApiRequest): ApiAnswer {
  const { workspaceSid, accountSid } = platform.options;
  if (param(request, 'Sid') !== workspaceSid) throw notFound(request.path);
  const { url: callback, filter } = eventCallback(platform);
  const url = `${request.base}/v1/Workspaces/${workspaceSid}`;
  return ok({
    account_sid: accountSid,
    sid: workspaceSid,
    friendly_name: WORKSPACE_NAME,
    event_callback_url: callback,
    events_filter: filter,
    default_activity_name: OFFLINE.name,
    default_activity_sid: OFFLINE.sid,
    timeout_activity_name: OFFLINE.name,
    timeout_activity_sid: OFFLINE.sid,
    multi_task_enabled: true,
    prioritize_queue_order: 'FIFO',
    ...BEFORE,
    url,
    links: Object.fromEntries(Object.entries(LINKS).map(([name, below]) => [name, `${url}/${below}`])),
  });
}

/** Fields that are not sent stay as they are; an empty filter is none. */
function updateWorkspace(platform: Platform, request: ApiRequest): ApiAnswer {
  const before = eventCallback(platform);
  if (param(request, 'Sid') !== platform.options.workspaceSid) throw notFound(request.path);
  const filter = request.form.get('EventsFilter');
  platform.store.eventCallbacks.set(platform.options.workspaceSid, {
    url: request.form.get('EventCallbackUrl') ?? before.url,
    filter: filter === null ? before.filter : filter || null,
  });
  return fetchWorkspace(platform, request);
}
