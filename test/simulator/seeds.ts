import { pauseTimer } from './pause-timer';
import type { Job } from './program/worker';
import type { Failure, Result } from './program/seed';
import { dealt, runInWorkers } from './workers';

export interface Seeds {
  readonly first: number;
  readonly count: number;
  /** fast-check's way to a shrunk plan, of one seed. */
  readonly path?: string | undefined;
  /** Whether plans that fail are shrunk: for one seed or a few, as each smaller plan is simulated too. */
  readonly shrinks: boolean;
  /** Each step is told on standard output. */
  readonly trace?: boolean;
}

/** Simulates seeds, spread over all cores. @param program as `buildProgram` makes it */
export async function simulateSeeds(
  program: string,
  { first, count, path, shrinks, trace = false }: Seeds,
): Promise<Result> {
  const timer = await pauseTimer();
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  const jobs = dealt(seeds).map((share): Job => ({
    kind: 'seeds',
    seeds: share,
    shrinks,
    trace,
    pauseTimer: timer,
    ...(path === undefined ? {} : { path }),
  }));
  const sum = new Sum();
  await runInWorkers<Result>(program, jobs, (result) => sum.add(result));
  sum.failures.sort((a, b) => a.seed - b.seed);
  return sum;
}

class Sum implements Result {
  seeds = 0;
  simulatedMilliseconds = 0;
  readonly runs: Record<string, number> = {};
  readonly answers: Record<string, number> = {};
  readonly faults: Record<string, number> = {};
  readonly races: Record<string, number> = {};
  readonly checked: Record<string, number> = {};
  readonly latenessMilliseconds: number[] = [];
  readonly failures: Failure[] = [];

  add(more: Result): void {
    this.seeds += more.seeds;
    this.simulatedMilliseconds += more.simulatedMilliseconds;
    for (const kind of ['runs', 'answers', 'faults', 'races', 'checked'] as const)
      for (const [name, count] of Object.entries(more[kind]))
        this[kind][name] = (this[kind][name] ?? 0) + count;
    this.latenessMilliseconds.push(...more.latenessMilliseconds);
    this.failures.push(...more.failures);
  }
}
