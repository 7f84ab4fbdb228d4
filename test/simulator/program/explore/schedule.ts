import type { Director } from '../runs';
import { nothingMore } from '../simulated-time';
import { Heard } from './state';

/** A run with the steps that it could make next: its beginning, or outside calls that it waits for. */
interface Process {
  readonly key: string;
  readonly steps: { readonly name: string; readonly make: () => Promise<unknown> }[];
  /** What its calls were answered, on which hangs all that it does next. */
  readonly heard: Heard;
}

/** One step of a schedule: who could have gone on, and who did. */
export interface Step {
  readonly able: readonly number[];
  readonly chosen: number;
  /** Who went on before; null at first. */
  readonly before: number | null;
  /** Before this step. */
  readonly preemptions: number;
  /** Whether others can notice whether the step comes before or after one of theirs. */
  readonly isSeen: boolean;
}

/**
 * Calls that touch nothing which other runs change or look at, so that their place among others' steps makes no
 * difference; that of an entry of the history does beside the end of all of them, which is seen.
 */
const UNSEEN = [
  'post validate',
  'readEventCursor',
  'moveEventCursor',
  'readSettings',
  'publish',
  'write history',
  'read history',
];

/** Lets runs go on one step at a time, as a schedule says, and then each as long as it can. */
export class Schedule implements Director {
  readonly steps: Step[] = [];
  private readonly processes: Process[] = [];

  /**
   * @param prefix    which process makes each of the first steps
   * @param isReached whether another schedule, with so many preemptions, has been where all processes are now
   */
  constructor(
    private readonly prefix: readonly number[],
    private readonly isReached: (preemptions: number, processes: string) => boolean,
  ) {}

  starts(key: string, begin: () => Promise<void>): void {
    this.processes.push({ key, steps: [{ name: 'begin', make: begin }], heard: new Heard() });
  }

  calls(key: string, name: string, make: () => Promise<unknown>): void {
    this.processes.find((process) => process.key === key)?.steps.push({ name, make });
  }

  /** Until nobody can go on. @returns false: it ends before, where another has been */
  async run(): Promise<boolean> {
    let before: number | null = null;
    let preemptions = 0;
    for (;;) {
      const able = this.processes.flatMap(({ steps }, index) => (steps.length > 0 ? [index] : []));
      if (able.length === 0) return true;
      const isNew = this.steps.length >= this.prefix.length && able.length > 1;
      if (isNew && this.isReached(preemptions, this.whereAllAre(before))) return false;
      const wanted = this.prefix[this.steps.length] ?? before;
      const chosen: number = wanted !== null && able.includes(wanted) ? wanted : able[0]!;
      const process = this.processes[chosen]!;
      const { name, make } = process.steps.shift()!;
      this.steps.push({ able, chosen, before, preemptions, isSeen: !UNSEEN.includes(name) });
      const answer = await make();
      await nothingMore();
      process.heard.add(JSON.stringify([name, answer]));
      preemptions += Number(isPreemption(able, before, chosen));
      before = chosen;
    }
  }

  private whereAllAre(before: number | null): string {
    return JSON.stringify([
      before,
      this.processes.map(({ key, steps, heard }) => {
        return steps.length === 0 ? key : [key, steps.map(({ name }) => name), heard.digest, heard.ids];
      }),
    ]);
  }
}

/** A run that could have gone on does not. */
function isPreemption(able: readonly number[], before: number | null, chosen: number): boolean {
  return before !== null && able.includes(before) && chosen !== before;
}

/**
 * Schedules that begin as one that was run and then differ in one step, with at most so many preemptions: steps at
 * which a run that could have gone on did not. Each schedule follows from one other only.
 */
export function variations(
  steps: readonly Step[],
  prefix: readonly number[],
  mostPreemptions: number,
): number[][] {
  const found: number[][] = [];
  const chosen = steps.map((step) => step.chosen);
  steps.forEach(({ able, chosen: was, before, preemptions, isSeen }, index) => {
    if (index < prefix.length || !isSeen) return;
    for (const other of able) {
      if (other !== was && preemptions + Number(isPreemption(able, before, other)) <= mostPreemptions)
        found.push([...chosen.slice(0, index), other]);
    }
  });
  return found;
}
