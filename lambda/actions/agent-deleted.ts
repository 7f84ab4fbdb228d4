import { type HandoverAsked, handoverIdOf } from '../domain/handover';
import { beginHandover } from './begin-handover';
import { firstPage } from './handover';
import type { HandoverDeps } from './ports';

/**
 * An agent is gone from the workspace for good: what that agent has paused goes back to its queues, as at its deadline.
 * TaskRouter tells of it more than once, and it is begun once.
 *
 * @throws ChangedMeanwhile
 */
export async function agentDeleted(
  workerSid: string,
  deps: HandoverDeps,
  mayStart: () => boolean,
): Promise<void> {
  const asked: HandoverAsked = { fromWorkerSid: workerSid, to: null, pausedUpTo: null, by: 'system' };
  if ((await deps.handovers.read(handoverIdOf(asked))) !== undefined) return;
  await firstPage(await beginHandover(asked, deps), deps, mayStart);
}
