import { SECOND } from '../constants';
import type { Violation } from '../checks';
import { type Action, ACTIONS, KEY } from './actions';
import { CRASH_WAYS, type CrashWay, EVERY_CRASH_WAY } from './crash-ways';
import type { ActionName } from './names';
import type { Quiet } from './quiet';

/** An outside call that is the last thing that happens: never made, or carried out and never answered. */
export interface CrashPoint {
  /** Counted from 1. */
  readonly call: number;
  readonly when: CrashWay['when'];
}

export interface CrashResult {
  readonly action: ActionName;
  /** Outside calls of the action. */
  readonly calls: number;
  /** Points tried: each call, in each way. */
  readonly points: number;
  /** As many of those again as the sweep has that repairs them: it crashes too. */
  readonly inSweep: number;
  readonly failures: readonly {
    readonly at: CrashPoint;
    readonly inSweepAt?: CrashPoint;
    readonly webhooksAreLost: boolean;
    readonly violations: readonly Violation[];
  }[];
}

/**
 * Lets one action crash at each of its outside calls in turn.
 *
 * @param isThorough in every way; and each outside call of the sweep that repairs it crashes too
 */
export async function crashEverywhere(
  name: ActionName,
  isThorough: boolean,
  pauseTimer: unknown,
): Promise<CrashResult> {
  const failures: CrashResult['failures'][number][] = [];
  const ways = isThorough ? EVERY_CRASH_WAY : CRASH_WAYS;
  let points = 0;
  let inSweep = 0;
  let calls = 0;
  const tryPoint = async (at: CrashPoint, webhooksAreLost: boolean, inSweepAt?: CrashPoint) => {
    const tried = await crash(ACTIONS[name], at, webhooksAreLost, pauseTimer, inSweepAt);
    const { violations } = tried.quiet.world.promises;
    if (violations.length > 0)
      failures.push({ at, webhooksAreLost, violations, ...(inSweepAt && { inSweepAt }) });
    return tried;
  };
  const tryCall = async (call: number) => {
    for (const { when, webhooksAreLost } of ways) {
      if (!(await tryPoint({ call, when }, webhooksAreLost)).hasCrashed) return false;
      points++;
    }
    return true;
  };
  for (let call = 1; await tryCall(call); call++) {
    calls = call;
    if (!isThorough) continue;
    for (const when of ['before', 'after'] as const) {
      for (let inner = 1; ; inner++) {
        const first = await tryPoint({ call, when }, true, { call: inner, when: 'before' });
        if (!first.hasSweepCrashed) break;
        await tryPoint({ call, when }, true, { call: inner, when: 'after' });
        inSweep += 2;
      }
    }
  }
  return { action: name, calls, points, inSweep, failures };
}

interface Tried {
  readonly quiet: Quiet;
  readonly hasCrashed: boolean;
  readonly hasSweepCrashed: boolean;
}

async function crash(
  { scene, act }: Action,
  at: CrashPoint,
  webhooksAreLost: boolean,
  pauseTimer: unknown,
  inSweepAt?: CrashPoint,
): Promise<Tried> {
  const quiet = await scene(pauseTimer);
  const { world } = quiet;
  let hasCrashed = false;
  let sweep: string | undefined;
  let hasSweepCrashed = false;
  world.faults.crashAt = ({ key, calls }) => {
    if (isActions(key) && calls === at.call && !hasCrashed) {
      hasCrashed = true;
      return at.when;
    }
    if (inSweepAt && hasCrashed && key.startsWith('sweep ') && key !== KEY) sweep ??= key;
    if (inSweepAt && key === sweep && calls === inSweepAt.call) {
      hasSweepCrashed = true;
      return inSweepAt.when;
    }
    return undefined;
  };
  world.webhooks.held ??= [];
  act(quiet);
  await world.pass(30 * SECOND);
  await quiet.settle({ webhooksAreLost });
  return { quiet, hasCrashed, hasSweepCrashed };
}

/** Step Functions counts its calls of the function. */
function isActions(key: string): boolean {
  return key.startsWith(KEY) || key === 'deadline 1';
}
