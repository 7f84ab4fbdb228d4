import {
  type ACTIVITIES,
  AVAILABLE,
  type DemoQueue,
  RESERVATION_TIMEOUT_SECONDS,
  WORKFLOW_NAME,
} from '../demo';
import { type Platform } from '../platform';
import { type ApiRequest } from '../requests';
import { owner, workspaceUrl } from './workspace';

/** Workflow, queues and activities were there before the product was started. */
const BEFORE = { date_created: '2026-01-01T00:00:00Z', date_updated: '2026-01-01T00:00:00Z' };

export function workflowView(platform: Platform, request: ApiRequest): object {
  const { options } = platform;
  const url = `${workspaceUrl(platform, request)}/Workflows/${options.workflowSid}`;
  return {
    ...owner(platform),
    sid: options.workflowSid,
    friendly_name: WORKFLOW_NAME,
    assignment_callback_url: null,
    fallback_assignment_callback_url: null,
    configuration: JSON.stringify({ task_routing: { filters: [], default_filter: {} } }),
    document_content_type: 'application/json',
    task_reservation_timeout: RESERVATION_TIMEOUT_SECONDS,
    ...BEFORE,
    url,
    links: { workspace: workspaceUrl(platform, request) },
  };
}

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
