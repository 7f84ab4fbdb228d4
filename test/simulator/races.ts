import { pauseTimer } from './pause-timer';
import { RACERS_IN, SCENES } from './program/explore/names';
import type { Race, RaceResult } from './program/explore/races';
import { dealt, runInWorkers } from './workers';

/** Every two, each with itself too. */
export const PAIRS: readonly Race[] = SCENES.flatMap((scene) =>
  RACERS_IN[scene].flatMap((one, index, racers) =>
    racers.slice(index).map((other) => ({ scene, racers: [one, other] })),
  ),
);
/** Every three different ones. */
export const TRIPLES: readonly Race[] = SCENES.flatMap((scene) =>
  RACERS_IN[scene].flatMap((one, i, racers) =>
    racers
      .slice(i + 1)
      .flatMap((two, j) => racers.slice(i + j + 2).map((three) => ({ scene, racers: [one, two, three] }))),
  ),
);

/** Tries every order of each race, spread over all cores. */
export async function runRaces(
  program: string,
  races: readonly Race[],
  mostPreemptions: number,
): Promise<RaceResult[]> {
  const timer = await pauseTimer();
  const results: RaceResult[] = [];
  const jobs = dealt(races).map((share) => ({
    kind: 'races' as const,
    races: share,
    mostPreemptions,
    pauseTimer: timer,
  }));
  await runInWorkers<RaceResult>(program, jobs, (result) => void results.push(result));
  const place = ({ race }: RaceResult) => races.findIndex((each) => nameOf(each) === nameOf(race));
  return results.sort((a, b) => place(a) - place(b));
}

function nameOf({ scene, racers }: Race): string {
  return `${scene}: ${racers.join(', ')}`;
}
