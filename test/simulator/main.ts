import { parseArgs } from 'node:util';
import { findBugs } from './bug-hunt';
import { BUGS } from './bugs';
import { buildProgram } from './build';
import { crashPoints } from './crash-points';
import { ACTION_NAMES } from './program/explore/names';
import { massDeadline } from './mass';
import type { Race } from './program/explore/races';
import { PAIRS, runRaces, TRIPLES } from './races';
import { bugLines, crashLines, massLines, raceLines, seedLines } from './report';
import { simulateSeeds } from './seeds';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    path: { type: 'string' },
    trace: { type: 'boolean', default: false },
    'crash-points': { type: 'boolean', default: false },
    races: { type: 'boolean', default: false },
    preemptions: { type: 'string', default: '4' },
    bugs: { type: 'boolean', default: false },
    mass: { type: 'string' },
    'per-second': { type: 'string', default: '50' },
    'at-once': { type: 'string', default: '1000' },
    'without-timers': { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

/** Preemptions of three that race. */
const MOST_OF_TRIPLES = 2;

/** Lines to print, and how many promises were broken, or bugs not found. */
interface Outcome {
  readonly lines: readonly string[];
  readonly failures: number;
}

async function seeds(): Promise<Outcome> {
  const began = performance.now();
  const result = await simulateSeeds(await buildProgram(), {
    first: Number(values.seed ?? values.from),
    count: values.seed === undefined ? Number(values.seeds) : 1,
    path: values.path,
    shrinks: values.seed !== undefined && !values.trace,
    trace: values.trace,
  });
  return { lines: seedLines(result, secondsSince(began)), failures: result.failures.length };
}

async function everyCrashPoint(): Promise<Outcome> {
  const began = performance.now();
  const actions = ACTION_NAMES.filter((name) => values.only === undefined || name === values.only);
  const results = await crashPoints(await buildProgram(), actions, true);
  const failures = results.flatMap((result) => result.failures).length;
  return { lines: crashLines(results, secondsSince(began)), failures };
}

async function everyRace(): Promise<Outcome> {
  const began = performance.now();
  const program = await buildProgram();
  const most = Number(values.preemptions);
  const those = (races: readonly Race[]) =>
    races.filter(({ scene }) => values.only === undefined || scene === values.only);
  const results = [
    ...(await runRaces(program, those(PAIRS), most)),
    ...(await runRaces(program, those(TRIPLES), Math.min(most, MOST_OF_TRIPLES))),
  ];
  const failures = results.flatMap((result) => result.failures).length;
  return { lines: raceLines(results, secondsSince(began)), failures };
}

async function everyBug(): Promise<Outcome> {
  const bugs = BUGS.filter(({ name }) => values.only === undefined || name === values.only);
  const hunts = await findBugs(bugs, Number(values.seeds));
  return { lines: bugLines(hunts), failures: hunts.filter(({ promise }) => promise === undefined).length };
}

async function everythingAtOneMinute(): Promise<Outcome> {
  const began = performance.now();
  const result = await massDeadline({
    pauses: Number(values.mass),
    perSecond: Number(values['per-second']),
    mostAtOnce: Number(values['at-once']),
    timersAreDown: values['without-timers'],
  });
  const failures = result.violations.length + result.wrong.length;
  return { lines: massLines(result, secondsSince(began)), failures };
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}

/** Ends with 1 when a promise was broken, or a planted bug was not found. */
async function main(): Promise<void> {
  const run = values.mass
    ? everythingAtOneMinute
    : values['crash-points']
      ? everyCrashPoint
      : values.races
        ? everyRace
        : values.bugs
          ? everyBug
          : seeds;
  const { lines, failures } = await run();
  for (const line of lines) process.stdout.write(`${line}\n`);
  process.exitCode = failures > 0 ? 1 : 0;
}

void main();
