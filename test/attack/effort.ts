/** How hard these tests try: a little each time, as hard as `npm run attack` says when it runs them. */
const { ATTACK_INPUTS: inputs, ATTACK_SEED: seed } = process.env;

/** For each test. */
export const TIME_LIMIT = inputs === undefined ? 90_000 : 12 * 3600 * 1000;

interface EffortOptions {
  readonly numRuns: number;
  readonly seed: number;
  readonly endOnFailure: boolean;
}

/** Of fast-check's properties. @param few inputs where nobody asks for more; @param share of those that are asked for */
export function effort(few: number, share = 1): EffortOptions {
  return {
    numRuns: inputs === undefined ? few : Math.max(1, Math.round(Number(inputs) * share)),
    seed: Number(seed ?? 1),
    endOnFailure: inputs === undefined, // making a failure smaller takes its time
  };
}

/** Counts what came out of what was tried, and prints it behind the tests of a file when many were asked for. */
export function useFigures(): (title: string, outcome: string) => void {
  const figures = new Map<string, Map<string, number>>();
  afterAll(() => {
    if (inputs === undefined) return;
    for (const [title, outcomes] of figures) process.stdout.write(lineOf(title, outcomes));
  });
  return (title, outcome) => {
    const outcomes = figures.get(title) ?? new Map<string, number>();
    figures.set(title, outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1));
  };
}

function lineOf(title: string, outcomes: ReadonlyMap<string, number>): string {
  const all = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  const each = [...outcomes].sort().map(([outcome, count]) => `${outcome}: ${count}`);
  return `${title}: ${all} inputs (${each.join(', ')})\n`;
}
