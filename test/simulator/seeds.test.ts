import { buildProgram } from './build';
import { ASKS } from './program/plan';
import { FAULTS } from './program/faults';
import type { Result } from './program/seed';
import { simulateSeeds } from './seeds';

const A_PART = { first: 1, count: 100, shrinks: false };
/** The longest that this may take where others work beside it. */
const TIME_LIMIT = 300_000;

let program: string;
let result: Result;

beforeAll(async () => {
  program = await buildProgram();
  result = await simulateSeeds(program, A_PART);
}, TIME_LIMIT);

describe(`${A_PART.count} simulations of two weeks`, () => {
  it('break no promise', () => {
    expect(result.failures).toEqual([]);
    expect(result.seeds).toBe(A_PART.count);
  });

  it.each(FAULTS)('had the fault %s', (fault) => {
    expect(result.faults[fault]).toBeGreaterThan(0);
  });

  it.each(['agent at capacity', 'conversation removed'])('had %s', (happening) => {
    expect(result.faults[happening]).toBeGreaterThan(0);
  });

  it.each([...ASKS, 'handover'])('had people ask for %s with success', (ask) => {
    expect(result.answers[`${ask}: 200`]).toBeGreaterThan(0);
  });

  it('let deadlines pass, none of them early', () => {
    expect(result.latenessMilliseconds.length).toBeGreaterThan(A_PART.count);
    expect(result.checked['a deadline is never early']).toBe(result.latenessMilliseconds.length);
    expect(result.checked['a deadline is measured to be late, or right in time']).toBeGreaterThan(0);
  });
});

describe('a seed', () => {
  it(
    'gives the same simulation each time',
    async () => {
      const seed = { first: 17, count: 1, shrinks: false };
      const [once, again] = [await simulateSeeds(program, seed), await simulateSeeds(program, seed)];
      expect({ ...once }).toEqual({ ...again });
    },
    TIME_LIMIT,
  );
});
