import { DEMO_USERS } from '../../../local/twilio/demo';
import type { Task } from '../../../local/twilio/records';
import type { Violation } from './checks';
import { HOUR, MINUTE, SECOND } from './constants';
import { Quiet } from './explore/quiet';
import { START } from './plan';
import { isLive } from './twilio';
import type { World } from './world';

export interface MassJob {
  readonly kind: 'mass';
  /** With one and the same deadline. */
  readonly pauses: number;
  /** Requests that Twilio answers; 429 to all above. */
  readonly perSecond: number;
  /** Runs of `reassign` that Lambda allows; what is called beyond that is throttled. */
  readonly mostAtOnce: number;
  /** Step Functions calls nobody until all are back, and then calls for each. */
  readonly timersAreDown: boolean;
  /** The pause timer's state machine. */
  readonly pauseTimer: unknown;
}

export interface MassResult {
  readonly pauses: number;
  readonly handover: { readonly pauses: number; readonly milliseconds: number };
  /** How long after the deadline each new task was made, in order. */
  readonly latenessMilliseconds: readonly number[];
  /** From the handover on. */
  readonly requests: { readonly asked: number; readonly refused: number };
  readonly throttledRuns: number;
  /** Conversations with no new task or several, or for which something is still owed. */
  readonly wrong: readonly string[];
  readonly checked: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
}

const AT_ONCE = 500;
const LONGEST = 12 * HOUR;
const AGENTS = DEMO_USERS.flatMap(({ workerSid, roles }) => (roles.includes('agent') && workerSid) || []);

/** An agent's pauses are handed over to another, and all deadlines come at one moment, while Twilio's rate is limited. */
export async function mass(job: MassJob): Promise<MassResult> {
  const { pauses, perSecond, mostAtOnce, timersAreDown, pauseTimer } = job;
  const quiet = await Quiet.held(pauseTimer, { wrapUp: false, capacity: pauses });
  const { world } = quiet;
  const deadline = world.time.moment() + HOUR - (world.time.moment() % MINUTE);
  await pauseAll(world, pauses, new Date(deadline).toISOString().replace('.000Z', 'Z'));
  if (!timersAreDown) world.stepFunctions.release();
  world.isSwept = true;
  world.functions.mostAtOnce = mostAtOnce;
  world.twilio.limitTo(perSecond);
  const handover = await handOver(quiet);
  await world.pass(deadline - world.time.moment());
  for (let passed = 0; passed < LONGEST && wrong(world, deadline).length > 0; passed += SECOND)
    await world.pass(SECOND);
  if (timersAreDown) {
    world.stepFunctions.release();
    await world.pass(MINUTE);
  }
  return {
    pauses,
    handover,
    latenessMilliseconds: tasksSince(deadline, world)
      .map(({ createdAt }) => createdAt - deadline)
      .sort((a, b) => a - b),
    requests: world.twilio.requests,
    throttledRuns: world.functions.throttled,
    wrong: wrong(world, deadline),
    checked: world.promises.checked,
    violations: world.promises.violations,
  };
}

/** The agents pause each conversation that they accept. */
async function pauseAll(world: World, pauses: number, until: string): Promise<void> {
  const asked = new Set<string>();
  world.people.desks.areOpen = true;
  while (asked.size < pauses) {
    const more = Math.min(AT_ONCE, pauses - world.table.records.size);
    for (let i = 0; i < more; i++) world.people.act(START);
    await world.pass(MINUTE);
    for (const { conversationSid, task } of world.table.records.values()) {
      if (asked.has(conversationSid) || task?.status !== 'assigned') continue;
      asked.add(conversationSid);
      world.people.askOnce('pause', conversationSid, task.workerSid, { until }, `pause ${conversationSid}`);
    }
    await world.pass(5 * SECOND);
  }
  world.people.desks.areOpen = false;
}

async function handOver(quiet: Quiet): Promise<MassResult['handover']> {
  const { world } = quiet;
  const began = world.time.moment();
  const pausedBy = (workerSid: string) =>
    [...world.table.records.values()].filter(({ pause }) => pause?.workerSid === workerSid).length;
  const [from, to] = [...AGENTS].sort((a, b) => pausedBy(b) - pausedBy(a)) as [string, string];
  const pauses = pausedBy(from);
  world.people.handOverOnce({ fromWorkerSid: from, toWorkerSid: to }, 'handover');
  while (pausedBy(from) > 0 && world.time.moment() - began < HOUR / 2) await world.pass(SECOND);
  return { pauses, milliseconds: world.time.moment() - began };
}

function tasksSince(moment: number, { twilio }: World): Task[] {
  return twilio.platform.store.tasks.values().filter(({ createdAt }) => createdAt >= moment);
}

/** Each has exactly one new task, nobody has accepted it, and nothing is owed. */
function wrong(world: World, deadline: number): string[] {
  const tasks = new Map<string, Task[]>();
  for (const task of tasksSince(deadline, world))
    tasks.set(task.conversationSid, [...(tasks.get(task.conversationSid) ?? []), task]);
  return [...world.table.records.values()].flatMap(({ conversationSid, pending, pause }) => {
    const [task, ...others] = tasks.get(conversationSid) ?? [];
    const isRight = task !== undefined && isLive(task) && others.length === 0 && pause === null;
    return isRight && Object.keys(pending).length === 0 ? [] : [conversationSid];
  });
}
