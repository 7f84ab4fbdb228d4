import fc from 'fast-check';
import { type Plan, PLANS } from './plan';
import type { Violation } from './checks';
import { BEGIN } from './constants';
import { PLANNED, World } from './world';

/** What came of simulations. */
export interface Result {
  readonly seeds: number;
  readonly simulatedMilliseconds: number;
  readonly runs: Record<string, number>;
  readonly answers: Record<string, number>;
  readonly faults: Record<string, number>;
  readonly checked: Record<string, number>;
  readonly races: Record<string, number>;
  /** How late each deadline was, by the true clock. */
  readonly latenessMilliseconds: readonly number[];
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly seed: number;
  /** fast-check's way from the first plan of the seed to the shrunk one. */
  readonly path: string;
  readonly plan: Plan;
  /** Whether smaller plans were tried. */
  readonly isShrunk: boolean;
  readonly violations: readonly Violation[];
}

/** Simulates one plan, to its end. */
export async function simulate(
  plan: Plan,
  pauseTimer: unknown,
  trace?: (line: string) => void,
): Promise<World> {
  const world: World = new World(plan, pauseTimer, (line) =>
    trace?.(`${world.time.now().toISOString()} ${line()}`),
  );
  for (const [number, act] of plan.acts.entries()) {
    await world.occasions.waitFor(act);
    if (world.time.moment() > BEGIN + PLANNED) break;
    trace?.(`${world.time.now().toISOString()} act ${number + 1} ${JSON.stringify(act)}`);
    world.people.act(act);
  }
  await world.pass(Math.max(0, BEGIN + PLANNED - world.time.moment()));
  await world.settle();
  world.promises.finish();
  return world;
}

export interface SeedsJob {
  readonly kind: 'seeds';
  readonly seeds: readonly number[];
  /** The pause timer's state machine. */
  readonly pauseTimer: unknown;
  /** fast-check's way to a shrunk plan, of one seed. */
  readonly path?: string;
  /** Whether a plan that fails is shrunk. */
  readonly shrinks: boolean;
  /** No further seed once one has failed. */
  readonly untilOneFails?: boolean;
  /** Each step is told. */
  readonly trace?: boolean;
}

class PromiseBroken extends Error {}

/** Simulates the plan of a seed; where it fails, ever smaller plans that still do. */
export async function simulateSeed(
  seed: number,
  { pauseTimer, path, shrinks, trace }: Omit<SeedsJob, 'kind' | 'seeds'>,
): Promise<Result> {
  let first: World | undefined;
  let last: World | undefined;
  const property = fc.asyncProperty(PLANS, async (plan) => {
    const world = await simulate(
      plan,
      pauseTimer,
      trace ? (line) => process.stdout.write(`${line}\n`) : undefined,
    );
    first ??= world;
    if (world.promises.violations.length === 0) return;
    last = world;
    throw new PromiseBroken(world.promises.violations[0]!.promise);
  });
  const outcome = await fc.check(property, {
    seed,
    numRuns: 1,
    unbiased: true,
    endOnFailure: !shrinks,
    ...(path === undefined ? {} : { path }),
    interruptAfterTimeLimit: 60_000,
  });
  if (first === undefined) throw new Error(`seed ${seed} was not simulated`);
  if (outcome.failed && !(outcome.errorInstance instanceof PromiseBroken)) throw outcome.errorInstance;
  const failures: Failure[] = outcome.failed
    ? [
        {
          seed,
          path: outcome.counterexamplePath ?? '',
          plan: outcome.counterexample![0],
          isShrunk: shrinks,
          violations: last?.promises.violations ?? [],
        },
      ]
    : [];
  return {
    seeds: 1,
    simulatedMilliseconds: first.time.moment() - BEGIN,
    runs: first.runs.counts,
    answers: first.promises.tally.answers,
    faults: first.faults.counts,
    checked: first.promises.checked,
    races: first.promises.tally.races,
    latenessMilliseconds: first.promises.pauses.lateness,
    failures,
  };
}
