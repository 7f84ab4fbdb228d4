import { pauseTimer } from './pause-timer';
import type { ActionName } from './program/explore/names';
import type { CrashResult } from './program/explore/crash-points';
import { dealt, runInWorkers } from './workers';

/** Lets each action crash at each of its outside calls, spread over all cores. */
export async function crashPoints(
  program: string,
  actions: readonly ActionName[],
  isThorough: boolean,
): Promise<CrashResult[]> {
  const timer = await pauseTimer();
  const results: CrashResult[] = [];
  const jobs = dealt(actions).map((share) => ({
    kind: 'crash points' as const,
    actions: share,
    isThorough,
    pauseTimer: timer,
  }));
  await runInWorkers<CrashResult>(program, jobs, (result) => void results.push(result));
  return results.sort((a, b) => actions.indexOf(a.action) - actions.indexOf(b.action));
}
