import { availableParallelism } from 'node:os';
import { buildProgram } from './build';
import type { PlantedBug } from './bugs';
import { pauseTimer } from './pause-timer';
import type { Result } from './program/seed';
import type { CrashResult } from './program/explore/crash-points';
import type { RaceResult } from './program/explore/races';
import type { Job } from './program/worker';
import { runInWorkers } from './workers';

/** Of those who race for a planted bug. */
const PREEMPTIONS = 2;

/** What it took to find a planted bug. */
export interface Hunt {
  readonly bug: string;
  /** Tried until then; none where it was looked for at the crash points of an action, or in a race. */
  readonly seeds: number;
  /** The promise that was broken first; undefined: none was. */
  readonly promise: string | undefined;
}

/** Simulates seed after seed with each bug in the code until a promise is broken. @param most seeds for each, at most */
export async function findBugs(bugs: readonly PlantedBug[], most: number): Promise<Hunt[]> {
  const timer = await pauseTimer();
  const hunts: Hunt[] = [];
  const waiting = bugs.values();
  const hunter = async () => {
    for (const bug of waiting) hunts.push(await huntFor(bug, most, timer));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, hunter));
  const place = (bug: string) => bugs.findIndex(({ name }) => name === bug);
  return hunts.sort((a, b) => place(a.bug) - place(b.bug));
}

function huntFor(bug: PlantedBug, most: number, timer: unknown): Promise<Hunt> {
  const everywhere = jobOf(bug, timer);
  return everywhere === undefined ? hunt(bug, most, timer) : huntIn(bug, everywhere);
}

/** Where the bug shows, and seeds hardly come; undefined where seeds do. */
function jobOf({ crashes, races }: PlantedBug, pauseTimer: unknown): Job | undefined {
  if (crashes) return { kind: 'crash points', actions: [crashes], isThorough: false, pauseTimer };
  return races && { kind: 'races', races: [races], mostPreemptions: PREEMPTIONS, pauseTimer };
}

async function hunt(bug: PlantedBug, most: number, timer: unknown): Promise<Hunt> {
  const seeds = Array.from({ length: most }, (_, index) => index + 1);
  const job = { kind: 'seeds' as const, seeds, shrinks: false, untilOneFails: true, pauseTimer: timer };
  let tried = 0;
  let promise: string | undefined;
  await runInWorkers<Result>(await buildProgram(bug), [job], ({ failures }) => {
    tried++;
    promise = failures[0]?.violations[0]?.promise;
  });
  return { bug: bug.name, seeds: tried, promise };
}

async function huntIn(bug: PlantedBug, job: Job): Promise<Hunt> {
  let promise: string | undefined;
  await runInWorkers<CrashResult | RaceResult>(await buildProgram(bug), [job], ({ failures }) => {
    promise = failures[0]?.violations[0]?.promise;
  });
  return { bug: bug.name, seeds: 0, promise };
}
