import { AVAILABLE, DEMO_USERS, OFFLINE } from './demo';
import { StandInRefusal } from './errors';
import { type Platform } from './platform';
import { isAvailable } from './taskrouter/worker-facts';
import { setActivity } from './taskrouter/worker-moves';

/** Somebody who can sign in; `workerSid` is null for the admin, who is no TaskRouter worker. */
export interface DemoAgent {
  readonly workerSid: string | null;
  readonly name: string;
  readonly roles: readonly string[];
  readonly token: string;
  /** Whether tasks are offered; null where there is no worker, or none any more. */
  readonly available: boolean | null;
}

export function demoAgents(platform: Platform): DemoAgent[] {
  return DEMO_USERS.map(({ workerSid, name, roles, token }) => {
    const worker = workerSid === null ? undefined : platform.store.workers.get(workerSid);
    return { workerSid, name, roles, token, available: worker ? isAvailable(worker) : null };
  });
}

/**
 * An agent goes offline, or comes back.
 * @throws StandInRefusal 404 no such worker
 */
export function changeAvailability(platform: Platform, workerSid: string, available: boolean): void {
  const worker = platform.store.workers.get(workerSid);
  if (!worker) throw new StandInRefusal(404, 'There is no such worker');
  setActivity(platform, worker, available ? AVAILABLE.sid : OFFLINE.sid);
}
