import { parentPort, workerData } from 'node:worker_threads';
import { crashEverywhere } from './explore/crash-points';
import type { ActionName } from './explore/names';
import { type Race, runRace } from './explore/races';
import { mass, type MassJob } from './mass';
import { type SeedsJob, simulateSeed } from './seed';

/** What a worker is to do; it posts a message for each part that is done. */
export type Job = SeedsJob | RacesJob | CrashJob | MassJob;

export interface RacesJob {
  readonly kind: 'races';
  readonly races: readonly Race[];
  readonly mostPreemptions: number;
  /** The pause timer's state machine. */
  readonly pauseTimer: unknown;
}

export interface CrashJob {
  readonly kind: 'crash points';
  readonly actions: readonly ActionName[];
  /** In every way; and each outside call of the sweep that repairs it crashes too. */
  readonly isThorough: boolean;
  readonly pauseTimer: unknown;
}

async function work(job: Job): Promise<void> {
  switch (job.kind) {
    case 'crash points':
      for (const action of job.actions)
        parentPort?.postMessage(await crashEverywhere(action, job.isThorough, job.pauseTimer));
      return;
    case 'races':
      for (const race of job.races)
        parentPort?.postMessage(await runRace(race, job.mostPreemptions, job.pauseTimer));
      return;
    case 'mass':
      parentPort?.postMessage(await mass(job));
      return;
    case 'seeds':
      for (const seed of job.seeds) {
        const result = await simulateSeed(seed, job);
        parentPort?.postMessage(result);
        if (job.untilOneFails && result.failures.length > 0) return;
      }
      return;
  }
}

// Errors are thrown by the thousand, and none is looked at.
Error.stackTraceLimit = 0;
void work(workerData as Job);
