import { AVAILABLE, DEMO_USERS, OFFLINE } from '../demo';
import { type Platform } from '../platform';
import { type Worker } from '../records';
import { recordEvent } from './events';
import { activityName } from './worker-facts';

/** Adds the demo workers to a workspace that has none: agents available, the supervisor offline. */
export function createWorkers(platform: Platform): void {
  if (platform.store.workers.values().length > 0) return;
  const now = platform.now();
  for (const { workerSid, name, identity, roles } of DEMO_USERS) {
    if (workerSid === null) continue;
    platform.store.workers.set(workerSid, {
      sid: workerSid,
      name,
      identity,
      roles: [...roles],
      activitySid: roles.includes('agent') ? AVAILABLE.sid : OFFLINE.sid,
      activitySince: now,
      createdAt: now,
      updatedAt: now,
      lastBusy: 0,
      version: 0,
    });
  }
}

export function setActivity(platform: Platform, worker: Worker, activitySid: string): void {
  if (worker.activitySid === activitySid) return;
  const now = platform.now();
  const more = {
    WorkerPreviousActivitySid: worker.activitySid,
    WorkerPreviousActivityName: activityName(worker.activitySid),
    WorkerTimeInPreviousActivity: String(Math.floor((now - worker.activitySince) / 1000)),
    WorkerTimeInPreviousActivityMs: String(now - worker.activitySince),
  };
  worker.activitySid = activitySid;
  worker.activitySince = now;
  worker.updatedAt = now;
  worker.version += 1;
  platform.store.workers.set(worker.sid, worker);
  const description = `Worker ${worker.name} updated to ${activityName(activitySid)} Activity`;
  recordEvent(platform, 'worker.activity.update', description, { worker, more });
}

/** The worker is gone for good; nothing is made of the tasks that are targeted at it. */
export function deleteWorker(platform: Platform, worker: Worker): void {
  platform.store.workers.delete(worker.sid);
  recordEvent(platform, 'worker.deleted', `Worker ${worker.name} deleted`, { worker });
}

/** From now on the worker has idled less long than all others. */
export function markBusy(platform: Platform, workerSid: string): void {
  const worker = platform.store.workers.get(workerSid);
  if (!worker) return;
  worker.lastBusy = platform.nextNumber();
  platform.store.workers.set(worker.sid, worker);
}
