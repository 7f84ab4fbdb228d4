import { availableParallelism } from 'node:os';
import { buildProgram } from './build';
import type { PlantedBug } from './bugs';
import { pauseTimer } from './pause-timer';
import type { ActionName } from './program/explore/names';
import type { Result } from './program/seed';
import type { CrashResult } from './program/explore/crash-points';
import type { Race, RaceResult } from './program/explore/races';
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
  if (bug.crashes) return huntInCrashes(bug, bug.crashes, timer);
  return bug.races ? huntInRaces(bug, bug.races, timer) : hunt(bug, most, timer);
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

async function huntInCrashes(bug: PlantedBug, action: ActionName, timer: unknown): Promise<Hunt> {
  const job = { kind: 'crash points' as const, actions: [action], sweepsToo: false, pauseTimer: timer };
  let promise: string | undefined;
  await runInWorkers<CrashResult>(await buildProgram(bug), [job], ({ failures }) => {
    promise = failures[0]?.violations[0]?.promise;
  });
  return { bug: bug.name, seeds: 0, promise };
}

async function huntInRaces(bug: PlantedBug, race: Race, timer: unknown): Promise<Hunt> {
  const job = {
    kind: 'races' as const,
    races: [race],
    mostPreemptions: PREEMPTIONS,
    pauseTimer: timer,
  };
  let promise: string | undefined;
  await runInWorkers<RaceResult>(await buildProgram(bug), [job], ({ failures }) => {
    promise = failures[0]?.violations[0]?.promise;
  });
  return { bug: bug.name, seeds: 0, promise };
}
