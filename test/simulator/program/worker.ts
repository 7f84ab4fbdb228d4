import { parentPort, workerData } from 'node:worker_threads';
import { type SeedsJob, simulateSeed } from './seed';

/** What a worker is to do; it posts a message for each part that is done. */
export type Job = SeedsJob;

async function work(job: Job): Promise<void> {
  switch (job.kind) {
    case 'seeds':
      for (const seed of job.seeds) {
        const result = await simulateSeed(seed, job);
        parentPort?.postMessage(result);
        if (job.untilOneFails && result.failures.length > 0) return;
      }
  }
}

// Errors are thrown by the thousand, and none is looked at.
Error.stackTraceLimit = 0;
void work(workerData as Job);
