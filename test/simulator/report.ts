import type { Hunt } from './bug-hunt';
import type { CrashResult } from './program/explore/crash-points';
import { EVERY_CRASH_WAY } from './program/explore/crash-ways';
import type { RaceResult } from './program/explore/races';
import type { MassResult } from './program/mass';
import { percentile } from '../load/latencies';
import type { Violation } from './program/checks';
import type { Failure, Result } from './program/seed';

const MOST_SHOWN = 10;
const YEAR_MILLISECONDS = 365.25 * 24 * 3600 * 1000;

/** What came of simulations, in lines. */
export function seedLines(result: Result, seconds: number): string[] {
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

/** What came of crashes, in lines. */
export function crashLines(results: readonly CrashResult[], seconds: number): string[] {
  const sum = (count: (result: CrashResult) => number) => results.reduce((so, each) => so + count(each), 0);
  return [
    'outside calls, points tried (before and after each, webhooks afterwards or none), and those of the repairing sweep:',
    ...results.map(
      ({ action, calls, points, inSweep }) =>
        [calls, points, inSweep].map((count) => String(count).padStart(6)).join('') + `  ${action}`,
    ),
    ...results.flatMap(({ action, failures }) =>
      failures.flatMap(({ at, inSweepAt, webhooksAreLost, violations }) => [
        `${action}: ${JSON.stringify({ at, inSweepAt, webhooksAreLost })}`,
        ...violations.map(lineOf),
        `  npm run simulate -- --crash-points --only '${action}'`,
      ]),
    ),
    `actions ${results.length}, outside calls ${sum(({ calls }) => calls)}, points ${sum(({ points }) => points)} of ` +
      `${sum(({ calls }) => calls * EVERY_CRASH_WAY.length)}, in the sweep ${sum(({ inSweep }) => inSweep)}, ` +
      `violations ${sum(({ failures }) => failures.length)}, seconds ${seconds.toFixed(1)}`,
  ];
}

/** What came of races, in lines. */
export function raceLines(results: readonly RaceResult[], seconds: number): string[] {
  const sum = (count: (result: RaceResult) => number) => results.reduce((so, each) => so + count(each), 0);
  return [
    'orders tried, different ends, and how often who ended the pause:',
    ...results.map(({ race, schedules, ends, winners }) => {
      const won = Object.entries(winners).map(([racer, count]) => `${racer} ${count}`);
      const counts = String(schedules).padStart(6) + String(ends).padStart(4);
      return `${counts}  ${race.scene}: ${race.racers.join(' × ')}: ${won.join(', ')}`;
    }),
    ...results.flatMap(({ race, failures }) =>
      failures.flatMap(({ schedule, violations }) => [
        `${race.scene}: ${race.racers.join(' × ')}: who makes each step: ${schedule.join('')}`,
        ...violations.map(lineOf),
      ]),
    ),
    `races ${results.length}, orders ${sum(({ schedules }) => schedules)}, ` +
      `violations ${sum(({ failures }) => failures.length)}, seconds ${seconds.toFixed(1)}`,
  ];
}

/** How late each was of many deadlines at one moment, in lines. */
export function massLines(result: MassResult, seconds: number): string[] {
  const { pauses, handover, latenessMilliseconds, requests, throttledRuns, wrong, violations } = result;
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => percentile(latenessMilliseconds, share) / 1000);
  return [
    `${handover.pauses} of ${pauses} pauses handed over within ${(handover.milliseconds / 1000).toFixed(0)} s`,
    `${latenessMilliseconds.length} new tasks after the deadline: p50 ${p50!.toFixed(1)} s, p99 ${p99!.toFixed(1)} s, at most ${most!.toFixed(1)} s`,
    `Twilio asked ${requests.asked} times, and answered 429 to ${requests.refused}; Lambda throttled ${throttledRuns} calls`,
    ...violations.slice(0, MOST_SHOWN).map(lineOf),
    ...wrong
      .slice(0, MOST_SHOWN)
      .map((conversationSid) => `  not one task, or something owed: ${conversationSid}`),
    `promises checked ${total(result.checked)}, violations ${violations.length}, wrong ${wrong.length}, seconds ${seconds.toFixed(1)}`,
  ];
}

/** What it took to find the planted bugs, in lines. */
export function bugLines(hunts: readonly Hunt[]): string[] {
  return [
    'seeds until a promise was broken, bug, promise:',
    ...hunts.map(
      ({ bug, seeds, promise }) => `${String(seeds).padStart(6)}  ${bug}: ${promise ?? 'NOT FOUND'}`,
    ),
    `bugs ${hunts.length}, found ${hunts.filter(({ promise }) => promise !== undefined).length}`,
  ];
}

function lineOf({ promise, at, detail }: Violation): string {
  return `  ${at} ${promise}: ${detail}`;
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
    ...violations.map(lineOf),
    `  plan ${JSON.stringify(rest)}`,
    `  faults ${JSON.stringify(Object.fromEntries(strong))}`,
    ...acts.map((act) => `  ${JSON.stringify(act)}`),
    `  npm run simulate -- --seed ${seed} --path ${path}`,
  ];
}

function total(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
