import { MINUTE } from '../constants';
import type { Violation } from '../checks';
import { nothingMore } from '../simulated-time';
import { phaseOf } from '../phase';
import {
  CUSTOM_ROUTING_MILLISECONDS,
  LEAVE_MILLISECONDS,
  LEFT,
  Quiet,
  TIME_LIMIT_MILLISECONDS,
} from './quiet';
import type { Conversation } from '../../../../lambda/domain/record';
import type { Racer, SceneName } from './names';
import { launch, prepare } from './racers';
import { Schedule, variations } from './schedule';
import { canonical, digestOf, stateOf, withoutVersions } from './state';

export interface Race {
  readonly scene: SceneName;
  readonly racers: readonly Racer[];
}

export interface RaceResult {
  readonly race: Race;
  /** Orders that were tried to their end; all others come to where one of these has been. */
  readonly schedules: number;
  /** How often each ended what was going on: the agent's hold, a pause, a leave or custom logic's time; `nobody` where it goes on. */
  readonly winners: Readonly<Record<string, number>>;
  /** Ends of races that differ, each of which was let settle. */
  readonly ends: number;
  readonly failures: readonly {
    readonly schedule: readonly number[];
    readonly violations: readonly Violation[];
  }[];
}

/** Runs a race in every order of its runs' outside calls, with at most so many preemptions. */
export async function runRace(race: Race, mostPreemptions: number, pauseTimer: unknown): Promise<RaceResult> {
  const winners: Record<string, number> = {};
  const failures: { schedule: readonly number[]; violations: readonly Violation[] }[] = [];
  const ends = new Set<string>();
  const reached = new Map<string, number>();
  const toRun: (readonly number[])[] = [[]];
  let schedules = 0;
  for (let prefix = toRun.pop(); prefix; prefix = toRun.pop()) {
    const quiet = await readyFor(race, pauseTimer);
    const { world } = quiet;
    const phase = phaseOf(recordOf(quiet));
    const heardBefore = { ...world.promises.tally.answers };
    const schedule = new Schedule(prefix, (preemptions, processes) =>
      isReached(
        reached,
        preemptions,
        digestOf(canonical(processes + stateOf(world) + JSON.stringify(world.promises.tally.answers))),
      ),
    );
    const isOver = await start(race, quiet, schedule);
    toRun.push(...variations(schedule.steps, prefix, mostPreemptions));
    if (!isOver) continue;
    schedules++;
    const winner = winnerOf(phase, quiet);
    winners[winner] = (winners[winner] ?? 0) + 1;
    const end = digestOf(withoutVersions(canonical(stateOf(world))));
    const isNew = !ends.has(end);
    ends.add(end);
    checkAnswers(quiet, winner, heardBefore);
    if (isNew) await quiet.settle({ isAllHeard: true });
    const { violations } = world.promises;
    if (violations.length > 0)
      failures.push({ schedule: schedule.steps.map(({ chosen }) => chosen), violations });
  }
  return { race, schedules, winners, ends: ends.size, failures };
}

/** Whether an order that had interrupted no more runs has come here already: then this one goes on as that one. */
function isReached(reached: Map<string, number>, preemptions: number, state: string): boolean {
  if ((reached.get(state) ?? Infinity) <= preemptions) return true;
  reached.set(state, preemptions);
  return false;
}

/** The deadline, the time of a leave or that of custom logic has passed by more than a minute, so that timer, sweep and people may all act. */
async function readyFor({ scene, racers }: Race, pauseTimer: unknown): Promise<Quiet> {
  const [begin, length] = SCENE[scene];
  const quiet = await begin(pauseTimer);
  const { world } = quiet;
  await world.pass(length + MINUTE);
  world.webhooks.held = [];
  for (const racer of new Set(racers)) await prepare(racer, quiet);
  return quiet;
}

/** What the customer writes ends a pause, in one of the ways or the other. */
const SCENE: Readonly<Record<SceneName, [begin: (timer: unknown) => Promise<Quiet>, length: number]>> = {
  held: [(timer) => Quiet.held(timer, { ...LEFT, onCustomerReply: 'queue' }), 0],
  'wrapping up': [(timer) => Quiet.wrappingUp(timer, { onCustomerReply: 'resume' }), TIME_LIMIT_MILLISECONDS],
  paused: [(timer) => Quiet.paused(timer, { onCustomerReply: 'queue' }), TIME_LIMIT_MILLISECONDS],
  leaving: [(timer) => Quiet.leaving(timer), LEAVE_MILLISECONDS],
  left: [(timer) => Quiet.left(timer), LEAVE_MILLISECONDS],
  replied: [(timer) => Quiet.replied(timer), CUSTOM_ROUTING_MILLISECONDS],
};

/** @returns whether it was run to its end */
async function start({ racers }: Race, quiet: Quiet, schedule: Schedule): Promise<boolean> {
  const { runs } = quiet.world;
  runs.director = schedule;
  racers.forEach((racer, index) => launch(racer, quiet, `${racer} ${index}`));
  await nothingMore();
  const isOver = await schedule.run();
  runs.director = undefined;
  return isOver;
}

function winnerOf(phase: string, quiet: Quiet): string {
  const ended = quiet.world.promises.tally.endedBy.get(phase);
  if (ended === undefined) return phaseOf(recordOf(quiet)) === phase ? 'nobody' : 'somebody';
  return ended.replace(/ \d+(\.\d+)?$/, '');
}

function recordOf({ world, conversationSid }: Quiet): Conversation {
  return world.table.records.get(conversationSid)!;
}

/** Of whom only one can have what was going on. */
const ENDERS = ['pause', 'leave', 'resume', 'reassign', 'service invite'];

/** Who did not win was refused, or had nothing to do. */
function checkAnswers(quiet: Quiet, winner: string, heardBefore: Readonly<Record<string, number>>): void {
  const { promises } = quiet.world;
  const heard = Object.entries(promises.tally.answers);
  const answers = heard.flatMap(([answer, count]) => (count === heardBefore[answer] ? [] : [answer]));
  for (const what of ENDERS) {
    const isDone = answers.some((heard) => heard.startsWith(`${what}: 20`));
    promises.check('who is told of success has won', !isDone || winner === what, () =>
      JSON.stringify(answers),
    );
  }
  const isEnded = answers.some((heard) => /^end: 20\d/.test(heard));
  const isClosed = recordOf(quiet).channelState === 'closed';
  promises.check(
    'it is closed exactly when an end was answered with success, or a leave has expired',
    isEnded === isClosed || (winner === 'sweep' && isClosed && !isEnded),
    () => JSON.stringify(answers),
  );
  promises.check('somebody or nobody ends what was going on', winner !== 'somebody', () =>
    JSON.stringify(answers),
  );
}
