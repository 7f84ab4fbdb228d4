import type { Director } from '../runs';
import { nothingMore } from '../simulated-time';

/** A run with the steps that it could make next: its beginning, or outside calls that it waits for. */
interface Process {
  readonly key: string;
  readonly steps: { readonly name: string; readonly make: () => Promise<void> }[];
}

/** One step of a schedule: who could have gone on, and who did. */
export interface Step {
  readonly able: readonly number[];
  readonly chosen: number;
  /** Who went on before; null at first. */
  readonly before: number | null;
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

  /** @param prefix which process makes each of the first steps */
  constructor(private readonly prefix: readonly number[]) {}

  starts(key: string, begin: () => Promise<void>): void {
    this.processes.push({ key, steps: [{ name: 'begin', make: begin }] });
  }

  calls(key: string, name: string, make: () => Promise<void>): void {
    this.processes.find((process) => process.key === key)?.steps.push({ name, make });
  }

  /** Until nobody can go on. */
  async run(): Promise<void> {
    let before: number | null = null;
    for (;;) {
      const able = this.processes.flatMap(({ steps }, index) => (steps.length > 0 ? [index] : []));
      if (able.length === 0) return;
      const wanted = this.prefix[this.steps.length] ?? before;
      const chosen: number = wanted !== null && able.includes(wanted) ? wanted : able[0]!;
      const { name, make } = this.processes[chosen]!.steps.shift()!;
      this.steps.push({ able, chosen, before, isSeen: !UNSEEN.includes(name) });
      await make();
      await nothingMore();
      before = chosen;
    }
  }
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
  let preemptions = 0;
  const chosen = steps.map((step) => step.chosen);
  steps.forEach(({ able, chosen: was, before, isSeen }, index) => {
    if (index >= prefix.length && isSeen) {
      for (const other of able) {
        if (other === was) continue;
        const isPreemption = before !== null && able.includes(before) && other !== before;
        if (preemptions + Number(isPreemption) <= mostPreemptions)
          found.push([...chosen.slice(0, index), other]);
      }
    }
    if (before !== null && able.includes(before) && was !== before) preemptions++;
  });
  return found;
}
