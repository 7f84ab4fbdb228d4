import type { FunctionName } from '../../../lib/function-names';
import { TIMEOUT_SECONDS } from '../../../lib/function-names';
import type { Faults } from './faults';
import { nothingMore, type SimulatedTime } from './simulated-time';

/** One call of one function: what AWS would call an invocation. */
export interface Run {
  readonly name: FunctionName;
  /** The same in every simulation of the same plan, also a shrunk one. */
  readonly key: string;
  readonly id: string;
  readonly startedAt: number;
  /** Milliseconds by which the clock of its machine is wrong. */
  readonly skew: number;
  /** Outside calls made so far. */
  calls: number;
  isOver: boolean;
  die: () => void;
}

/** `died`: no answer, as of a machine that is gone or a function at its time limit. */
export type Ended<T> =
  | { readonly kind: 'answered'; readonly answer: T }
  | { readonly kind: 'threw'; readonly error: unknown }
  | { readonly kind: 'died' };

/** When an outside call is carried out and answered, in milliseconds from its being made, and what is answered. */
export interface Fate<T> {
  /** null: it is never carried out. */
  readonly carriedOutAfter: number | null;
  readonly answeredAfter: number;
  /** What comes back in place of the call's own answer. */
  readonly instead?: { readonly answer: T } | { readonly error: Error };
}

/** Hears of each step that a run could make next, and makes it when it is to be made. */
export interface Director {
  starts(key: string, begin: () => Promise<void>): void;
  /** @param carryOutAndGoOn answers what the run is answered */
  calls(key: string, name: string, carryOutAndGoOn: () => Promise<unknown>): void;
}

/** For who wants to see what happened, step by step. */
export type Trace = (line: () => string) => void;

export type OutsideCall = <T>(name: string, perform: () => T | Promise<T>, fate: Fate<T>) => Promise<T>;

/**
 * Runs of functions, side by side. A run is at work only between two of its outside calls, alone; which one goes on
 * is decided by when the calls are carried out and answered.
 */
export class Runs {
  private working: Run | undefined;
  private served: Run | undefined;
  private count = 0;
  /** How often each function was called. */
  readonly counts: Record<string, number> = {};
  /** Those under way. */
  readonly open = new Set<Run>();
  /** Who decides, in place of chance, which run goes on. */
  director: Director | undefined;

  constructor(
    private readonly time: SimulatedTime,
    private readonly faults: Faults,
    private readonly trace: Trace,
  ) {}

  /** The run whose code is being executed, or whose outside call is being carried out. */
  get current(): Run | undefined {
    return this.working ?? this.served;
  }

  start<T>(name: FunctionName, key: string, work: () => Promise<T>): Promise<Ended<T>> {
    return new Promise((ended) => {
      const begin = () => this.begin(name, key, work, ended);
      if (this.director) this.director.starts(key, begin);
      else this.time.after(0, begin);
    });
  }

  private begin<T>(
    name: FunctionName,
    key: string,
    work: () => Promise<T>,
    ended: (how: Ended<T>) => void,
  ): Promise<void> {
    const over = (how: Ended<T>) => {
      if (run.isOver) return;
      run.isOver = true;
      this.open.delete(run);
      this.trace(() => `${run.key} ${name} ${how.kind} ${'answer' in how ? JSON.stringify(how.answer) : ''}`);
      ended(how);
    };
    const run: Run = {
      name,
      key,
      id: `run-${++this.count}`,
      startedAt: this.time.moment(),
      skew: this.faults.skewOf(key),
      calls: 0,
      isOver: false,
      die: () => over({ kind: 'died' }),
    };
    this.open.add(run);
    this.trace(() => `${key} ${name} begins`);
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    this.time.after(TIMEOUT_SECONDS[name] * 1000, run.die);
    return this.goOnWith(run, () => {
      work().then(
        (answer) => over({ kind: 'answered', answer }),
        (error: unknown) => over({ kind: 'threw', error }),
      );
    });
  }

  /** Makes an outside call for the run that is at work. */
  readonly call: OutsideCall = <T>(
    name: string,
    perform: () => T | Promise<T>,
    { carriedOutAfter, answeredAfter, instead }: Fate<T>,
  ): Promise<T> => {
    const run = this.working;
    if (run === undefined) throw new Error(`${name} was called by nobody`);
    run.calls++;
    this.trace(
      () => `${run.key} ${run.name} calls ${name}, ${toldOf(carriedOutAfter, answeredAfter, instead)}`,
    );
    const dies = this.faults.crashAt(run, name);
    if (dies === 'before') run.die();
    if (run.isOver) return new Promise(() => undefined);
    let own: T | undefined;
    let failure: { error: Error } | undefined;
    const carryOut = async () => {
      this.served = run;
      try {
        own = await perform();
      } catch (error) {
        failure = { error: error as Error };
      }
      this.served = undefined;
      if (dies === 'after') run.die();
    };
    return new Promise<T>((resolve, reject) => {
      const outcomeOf = () => instead ?? failure ?? { answer: own! };
      const goOn = () =>
        this.goOnWith(run, () => {
          const outcome = outcomeOf();
          if ('error' in outcome) reject(outcome.error);
          else resolve(outcome.answer);
        });
      if (this.director) {
        this.director.calls(run.key, name, async () => {
          await carryOut();
          await goOn();
          return outcomeOf();
        });
        return;
      }
      if (carriedOutAfter !== null) this.time.after(carriedOutAfter, carryOut);
      this.time.after(answeredAfter, goOn);
    });
  };

  /** Executes the run's code until it waits for outside calls again. */
  private async goOnWith(run: Run, goOn: () => void): Promise<void> {
    if (run.isOver) return;
    this.working = run;
    goOn();
    await nothingMore();
    this.working = undefined;
  }
}

function toldOf(carriedOutAfter: number | null, answeredAfter: number, instead: object | undefined): string {
  const done = carriedOutAfter === null ? 'never carried out' : `carried out after ${carriedOutAfter} ms`;
  return `${done}, ${instead === undefined ? 'answered' : 'fails'} after ${answeredAfter} ms`;
}
