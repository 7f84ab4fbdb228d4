import { type ACTIVITIES, AVAILABLE, type DemoQueue } from '../demo';
import { type Platform } from '../platform';
import { type ApiRequest } from '../requests';
import { owner, workspaceUrl } from './workspace';

/** Workspace, workflow, queues and activities were there before the product was started. */
export const BEFORE = { date_created: '2026-01-01T00:00:00Z', date_updated: '2026-01-01T00:00:00Z' };

export function queueView(platform: Platform, request: ApiRequest, queue: DemoQueue): object {
  const workspace = workspaceUrl(platform, request);
  return {
    ...owner(platform),
    sid: queue.sid,
    friendly_name: queue.name,
    max_reserved_workers: queue.maxReservedWorkers,
    target_workers: 'roles HAS "agent"',
    task_order: 'FIFO',
    assignment_activity_sid: AVAILABLE.sid,
    assignment_activity_name: AVAILABLE.name,
    reservation_activity_sid: AVAILABLE.sid,
    reservation_activity_name: AVAILABLE.name,
    ...BEFORE,
    url: `${workspace}/TaskQueues/${queue.sid}`,
    links: { workspace },
  };
}

export function activityView(
  platform: Platform,
  request: ApiRequest,
  activity: (typeof ACTIVITIES)[number],
): object {
  const workspace = workspaceUrl(platform, request);
  return {
    ...owner(platform),
    sid: activity.sid,
    friendly_name: activity.name,
    available: activity.available,
    ...BEFORE,
    url: `${workspace}/Activities/${activity.sid}`,
    links: { workspace },
  };
}
