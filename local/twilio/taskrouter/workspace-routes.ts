import { ACTIVITIES } from '../demo';
import { notFound } from '../errors';
import { page } from '../paging';
import { type Platform } from '../platform';
import { type ApiAnswer, type ApiRequest, ok, param, type Route } from '../requests';
import { findQueue } from './queues';
import { checkWorkspace, WORKSPACE } from './workspace';
import { activityView, queueView } from './workspace-views';

export const WORKSPACE_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: `${WORKSPACE}/Activities`, handle: listActivities },
  { method: 'GET', pattern: `${WORKSPACE}/TaskQueues/{Sid}`, handle: fetchQueue },
];

function listActivities(platform: Platform, request: ApiRequest): ApiAnswer {
  checkWorkspace(platform, request);
  return page(request, {
    key: 'activities',
    items: ACTIVITIES,
    idOf: ({ sid }) => sid,
    render: (activity) => activityView(platform, request, activity),
  });
}

function fetchQueue(platform: Platform, request: ApiRequest): ApiAnswer {
  checkWorkspace(platform, request);
  const queue = findQueue(param(request, 'Sid'));
  if (!queue) throw notFound(request.path);
  return ok(queueView(platform, request, queue));
}
