import { MINUTE } from '../constants';
import type { Violation } from '../checks';
import { nothingMore } from '../simulated-time';
import type { World } from '../world';
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

export interface Race {
  readonly scene: SceneName;
  readonly racers: readonly Racer[];
}

export interface RaceResult {
  readonly race: Race;
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
  const toRun: (readonly number[])[] = [[]];
  let schedules = 0;
  for (let prefix = toRun.pop(); prefix; prefix = toRun.pop()) {
    const quiet = await readyFor(race, pauseTimer);
    const { world } = quiet;
    const phase = phaseOf(recordOf(quiet));
    const heardBefore = { ...world.promises.tally.answers };
    const schedule = new Schedule(prefix);
    await start(race, quiet, schedule);
    schedules++;
    toRun.push(...variations(schedule.steps, prefix, mostPreemptions));
    const winner = winnerOf(phase, quiet);
    winners[winner] = (winners[winner] ?? 0) + 1;
    const end = fingerprint(world);
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

async function start({ racers }: Race, quiet: Quiet, schedule: Schedule): Promise<void> {
  const { runs } = quiet.world;
  runs.director = schedule;
  racers.forEach((racer, index) => launch(racer, quiet, `${racer} ${index}`));
  await nothingMore();
  await schedule.run();
  runs.director = undefined;
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

/** Where everything is when a race is over; two races that end the same go on the same. */
function fingerprint({ table, histories, twilio, stepFunctions, webhooks, promises }: World): string {
  const { tasks, reservations, channels, channelParticipants, conversations } = twilio.platform.store;
  const names = new Map<string, string>();
  const renamed = (id: string) => {
    names.set(id, names.get(id) ?? `#${names.size}`);
    return names.get(id)!;
  };
  const state = JSON.stringify([
    [...table.records.values()].map((record) => ({ ...record, version: 0, writtenBy: '' })),
    tasks.values().map(({ status, attributes }) => [status, attributes]),
    reservations.values().map(({ status, workerSid }) => [status, workerSid]),
    channels.values().map(({ status }) => status),
    conversations.values().map(({ webhookSids }) => webhookSids.length),
    channelParticipants.values().map(({ routing }) => routing),
    [...stepFunctions.deadlines()],
    table.handovers.all().map((handover) => ({ ...handover, version: 0 })),
    webhooks.held?.map(([path, , { EventType: type, TaskSid: task }]) => [path, type, task]),
    [...table.records.keys()].map((sid) => histories.memory.of(sid).map(({ events }) => events)),
    promises.violations.length,
  ]);
  return state.replaceAll(ID, renamed).replaceAll(VERSION, '$1');
}

/** Ids count up, and so differ by who came first alone. */
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}/g;
/** So do versions, also of what is still to be told. */
const VERSION = /("version":|write-history:)\d+/g;
