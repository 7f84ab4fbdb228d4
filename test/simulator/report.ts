import type { Failure, Result } from './program/seed';

const YEAR_MILLISECONDS = 365.25 * 24 * 3600 * 1000;

/** What came of simulations, in lines. */
export function reportOf(result: Result, seconds: number): string[] {
  const { seeds, simulatedMilliseconds, failures, checked, latenessMilliseconds } = result;
  const years = simulatedMilliseconds / YEAR_MILLISECONDS;
  return [
    ...table('functions called', result.runs),
    ...table('what people asked, and what they heard', result.answers),
    ...table('faults injected, by kind', result.faults),
    ...table('races for a record, by who wrote first and who had to read again', result.races),
    ...table('promises checked', checked),
    `deadlines passed ${latenessMilliseconds.length}, late by ${lateness(latenessMilliseconds)}`,
    ...failures.flatMap(linesOf),
    `seeds ${seeds}, simulated years ${years.toFixed(1)}, faults ${total(result.faults)}, ` +
      `promises checked ${total(checked)}, violations ${failures.length}, seconds ${seconds.toFixed(1)}`,
  ];
}

function table(title: string, counts: Record<string, number>): string[] {
  const rows = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(0, ...rows.map(([, count]) => String(count).length));
  return [`${title}:`, ...rows.map(([name, count]) => `  ${String(count).padStart(width)}  ${name}`)];
}

/** Of those that no fault kept, half a second is the webhook-free way from the timer to the write. */
function lateness(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => ((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) / 1000).toFixed(1);
  return `${at(0.5)} s in the middle, ${at(0.9)} s for one of ten, ${at(1)} s at most`;
}

/** The violations of the smallest plan that was found, that plan, and the command that simulates it again. */
function linesOf({ seed, path, plan, violations, isShrunk }: Failure): string[] {
  const { rates, acts, ...rest } = plan;
  const strong = Object.entries(rates).filter(([, rate]) => rate > 0);
  if (!isShrunk) return [`seed ${seed}: ${violations[0]?.promise}`, `  npm run simulate -- --seed ${seed}`];
  return [
    `seed ${seed}:`,
    ...violations.map(({ promise, at, detail }) => `  ${at} ${promise}: ${detail}`),
    `  plan ${JSON.stringify(rest)}`,
    `  faults ${JSON.stringify(Object.fromEntries(strong))}`,
    ...acts.map((act) => `  ${JSON.stringify(act)}`),
    `  npm run simulate -- --seed ${seed} --path ${path}`,
  ];
}

function total(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
