import { buildProgram } from './build';
import { crashPoints } from './crash-points';
import { ACTION_NAMES, ENDERS_IN, SCENES } from './program/explore/names';
import type { CrashResult } from './program/explore/crash-points';
import type { Race, RaceResult } from './program/explore/races';
import { PAIRS, runRaces } from './races';

/** The longest that this may take where others work beside it. */
const TIME_LIMIT = 300_000;
const ENDERS = SCENES.flatMap((scene) => ENDERS_IN[scene].map((racer) => [scene, racer] as const));

describe('a crash at each outside call of each action, with webhooks afterwards and without', () => {
  let results: CrashResult[];

  beforeAll(async () => {
    results = await crashPoints(await buildProgram(), ACTION_NAMES, false);
  }, TIME_LIMIT);

  it('breaks no promise', () => {
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
  });

  it.each(ACTION_NAMES)('was tried at every call of %s', (name) => {
    const result = results.find(({ action }) => action === name);
    expect(result?.calls).toBeGreaterThanOrEqual(2);
    expect(result?.points).toBe(4 * result!.calls);
  });
});

describe('a crash at each outside call of a deadline, and of the sweep that repairs it', () => {
  it(
    'breaks no promise',
    async () => {
      const [result] = await crashPoints(await buildProgram(), ['deadline'], true);
      expect(result?.failures).toEqual([]);
      expect(result?.inSweep).toBeGreaterThan(result!.points);
    },
    TIME_LIMIT,
  );
});

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
