import { synthesizeWithoutBundling } from '../../lib/synthesize';
import type { Retrier } from '../../local/step-functions/definition';
import { retryAfter } from '../../local/step-functions/retry';
import { StatesError } from '../../local/step-functions/states-error';
import { writtenOut } from './arns';
import { onlyOf } from './templates';

const DAY_SECONDS = 86_400;
const THROTTLED = new StatesError('Lambda.TooManyRequestsException', '');

function deployedRetriers(): readonly Retrier[] {
  const { template } = synthesizeWithoutBundling();
  const { Properties } = onlyOf(template, 'AWS::StepFunctions::StateMachine');
  const definition = JSON.parse(writtenOut(template, Properties['DefinitionString'])) as {
    States: { Reassign: { Retry: Retrier[] } };
  };
  return definition.States.Reassign.Retry;
}

/** The same numbers in each run, spread as evenly as chance (Weyl's sequence of the golden ratio). */
function evenly(): () => number {
  let last = 0;
  return () => (last = (last + 0.618_033_988_749_895) % 1);
}

interface Mass {
  readonly timers: number;
  /** Runs of `reassign` at once; those of the sweep are left out, as if it were down. */
  readonly concurrency: number;
  readonly secondsEach: number;
}

/** Second by second, from the moment when all are due. @returns when the last had its turn, and who had none */
function letAllPass({ timers, concurrency, secondsEach }: Mass, retriers: readonly Retrier[]) {
  const random = evenly();
  const asking = new Map<number, number[]>([[0, Array<number>(timers).fill(0)]]);
  const freeAt = Array<number>(concurrency).fill(0);
  let [lastAt, givenUp] = [0, 0];
  for (let second = 0; asking.size > 0; second++) {
    for (const attempts of asking.get(second) ?? []) {
      const run = freeAt.findIndex((free) => free <= second);
      const again = run < 0 ? retryAfter(retriers, [attempts], THROTTLED, random) : undefined;
      if (run >= 0) [freeAt[run], lastAt] = [second + secondsEach, second];
      else if (again === undefined) givenUp++;
      else put(asking, second + Math.max(1, Math.round(again.delayMs / 1000)), attempts + 1);
    }
    asking.delete(second);
  }
  return { lastAt, givenUp };
}

function put(asking: Map<number, number[]>, second: number, attempts: number): void {
  const others = asking.get(second);
  if (others) others.push(attempts);
  else asking.set(second, [attempts]);
}

describe('ten thousand deadlines at one moment', () => {
  const retriers = deployedRetriers();

  it.each([1, 50])('each have their turn within a day, with %d runs at once', (concurrency) => {
    const { lastAt, givenUp } = letAllPass({ timers: 10_000, concurrency, secondsEach: 2 }, retriers);
    expect(givenUp).toBe(0);
    expect(lastAt).toBeGreaterThanOrEqual((10_000 / concurrency - 1) * 2);
    expect(lastAt).toBeLessThan(DAY_SECONDS);
  });

  it('would not, by the rule for what fails', () => {
    const [, failed] = retriers;
    const rule = [{ ...failed!, ErrorEquals: [THROTTLED.error] }];
    expect(letAllPass({ timers: 10_000, concurrency: 1, secondsEach: 2 }, rule).givenUp).toBeGreaterThan(0);
  });
});
