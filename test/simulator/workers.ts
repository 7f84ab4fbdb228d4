import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job } from './program/worker';

/** Half-empty workers wait for the full one: jobs are made for this many. */
export const WORKERS = Math.max(1, availableParallelism());

/** What a simulation makes is garbage a moment later: with more room for what is young, less of it is looked at twice. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 128 };

/** Runs the program once for each job, side by side, and hands over what they post. */
export async function runInWorkers<Message>(
  program: string,
  jobs: readonly Job[],
  onMessage: (message: Message) => void,
): Promise<void> {
  await Promise.all(jobs.map((job) => runInWorker(program, job, onMessage)));
}

function runInWorker<Message>(
  program: string,
  job: Job,
  onMessage: (message: Message) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { eval: true, workerData: job, resourceLimits: RESOURCE_LIMITS });
    worker.on('message', onMessage);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

/** Deals items out to the workers, one after the other. */
export function dealt<T>(items: readonly T[]): T[][] {
  const hands = Array.from({ length: Math.min(WORKERS, items.length) }, (): T[] => []);
  items.forEach((item, index) => hands[index % hands.length]!.push(item));
  return hands;
}
