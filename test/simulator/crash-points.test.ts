import { buildProgram } from './build';
import { crashPoints } from './crash-points';
import type { CrashResult } from './program/explore/crash-points';
import { CRASH_WAYS } from './program/explore/crash-ways';
import { ACTION_NAMES } from './program/explore/names';

/** The longest that this may take where others work beside it. */
const TIME_LIMIT = 300_000;

describe('a crash before each outside call of each action, and after it with all webhooks lost', () => {
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
    expect(result?.points).toBe(CRASH_WAYS.length * result!.calls);
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
