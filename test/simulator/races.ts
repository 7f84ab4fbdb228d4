import { pauseTimer } from './pause-timer';
import { RACERS, SCENES } from './program/explore/names';
import type { Race, RaceResult } from './program/explore/races';
import { dealt, runInWorkers } from './workers';

/** Every two, each with itself too. */
export const PAIRS: readonly Race[] = SCENES.flatMap((scene) =>
  RACERS.flatMap((one, index) => RACERS.slice(index).map((other) => ({ scene, racers: [one, other] }))),
);
/** Every three different ones. */
export const TRIPLES: readonly Race[] = SCENES.flatMap((scene) =>
  RACERS.flatMap((one, i) =>
    RACERS.slice(i + 1).flatMap((two, j) =>
      RACERS.slice(i + j + 2).map((three) => ({ scene, racers: [one, two, three] })),
    ),
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
