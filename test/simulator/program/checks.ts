export interface Violation {
  readonly promise: string;
  /** Moment of the simulated clock. */
  readonly at: string;
  readonly detail: string;
}

/** One look at one promise. @param detail what there was to see, told only where it does not hold */
export type Check = (promise: string, holds: boolean, detail: () => string) => void;

/** Each look at a promise, counted, and what was broken. */
export class Checks {
  readonly violations: Violation[] = [];
  readonly counts: Record<string, number> = {};

  constructor(private readonly now: () => Date) {}

  readonly check: Check = (promise, holds, detail) => {
    this.counts[promise] = (this.counts[promise] ?? 0) + 1;
    if (holds) return;
    this.violations.push({ promise, at: this.now().toISOString(), detail: detail() });
  };
}
