import { buildProgram } from './build';
import { ENDERS_IN, SCENES } from './program/explore/names';
import type { Race, RaceResult } from './program/explore/races';
import { PAIRS, runRaces } from './races';

/** The longest that this may take where others work beside it. */
const TIME_LIMIT = 300_000;
const ENDERS = SCENES.flatMap((scene) => ENDERS_IN[scene].map((racer) => [scene, racer] as const));

describe('two at once, in every order, with one preemption where it is paused', () => {
  let results: RaceResult[];

  beforeAll(async () => {
    const program = await buildProgram();
    const others = await runRaces(
      program,
      PAIRS.filter((race) => !isPaused(race)),
      0,
    );
    results = [...others, ...(await runRaces(program, PAIRS.filter(isPaused), 1))];
  }, TIME_LIMIT);

  it('break no promise', () => {
    expect(results).toHaveLength(PAIRS.length);
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
  });

  it.each(ENDERS)('%s: %s wins in some orders, and not in others', (scene, racer) => {
    const against = results.filter(
      ({ race: { scene: where, racers } }) =>
        where === scene &&
        racers.includes(racer) &&
        racers.some((other) => other !== racer && ENDERS_IN[scene].includes(other)),
    );
    const won = against.map(({ winners }) => winners[racer] ?? 0);
    expect(Math.min(...won)).toBeGreaterThan(0);
    against.forEach(({ winners, schedules }) => expect(winners[racer]).toBeLessThan(schedules));
  });
});

/** `npm run simulate -- --races` tries more in all scenes. */
function isPaused({ scene }: Race): boolean {
  return scene === 'paused';
}
