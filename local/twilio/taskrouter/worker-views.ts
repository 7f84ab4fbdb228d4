import { CAPACITY, taskChannelSid } from '../demo';
import { iso, type Platform } from '../platform';
import { type Worker } from '../records';
import { type ApiRequest } from '../requests';
import { readableSid } from '../sids';
import { activityName, assignedTasks, isAvailable, workerAttributes } from './worker-facts';
import { owner, workspaceUrl } from './workspace';

export function workerView(platform: Platform, request: ApiRequest, worker: Worker): object {
  const workspace = workspaceUrl(platform, request);
  const url = `${workspace}/Workers/${worker.sid}`;
  return {
    ...owner(platform),
    sid: worker.sid,
    friendly_name: worker.name,
    attributes: workerAttributes(worker),
    available: isAvailable(worker),
    activity_sid: worker.activitySid,
    activity_name: activityName(worker.activitySid),
    date_created: iso(worker.createdAt),
    date_updated: iso(worker.updatedAt),
    date_status_changed: iso(worker.activitySince),
    url,
    links: {
      workspace,
      activity: `${workspace}/Activities/${worker.activitySid}`,
      channels: `${url}/Channels`,
    },
  };
}

export function workerChannelView(
  platform: Platform,
  request: ApiRequest,
  worker: Worker,
  uniqueName: string,
): object {
  const sid = workerChannelSid(worker, uniqueName);
  const assigned = assignedTasks(platform, worker.sid, uniqueName);
  return {
    ...owner(platform),
    sid,
    worker_sid: worker.sid,
    task_channel_sid: taskChannelSid(uniqueName),
    task_channel_unique_name: uniqueName,
    assigned_tasks: assigned,
    configured_capacity: CAPACITY,
    available: true,
    available_capacity_percentage: Math.max(0, Math.round(((CAPACITY - assigned) / CAPACITY) * 100)),
    date_created: iso(worker.createdAt),
    date_updated: iso(worker.updatedAt),
    url: `${workspaceUrl(platform, request)}/Workers/${worker.sid}/Channels/${sid}`,
  };
}

/** A worker's channels have SIDs made from the worker's and the task channel's. */
export function workerChannelSid(worker: Worker, uniqueName: string): string {
  const channelDigits = (taskChannelSid(uniqueName) ?? '').slice(2, 4);
  return readableSid('WC', worker.sid.slice(2).replace(/0+$/, '') + channelDigits);
}
