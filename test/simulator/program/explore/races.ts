import { MINUTE } from '../constants';
import type { Violation } from '../checks';
import { nothingMore } from '../simulated-time';
import type { World } from '../world';
import { CUSTOM_ROUTING_MILLISECONDS, Quiet, TIME_LIMIT_MILLISECONDS } from './quiet';
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
  /** How often each ended the pause, or custom logic's time; `nobody` where it goes on. */
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
    const schedule = new Schedule(prefix);
    await start(race, quiet, schedule);
    schedules++;
    toRun.push(...variations(schedule.steps, prefix, mostPreemptions));
    const winner = winnerOf(quiet);
    winners[winner] = (winners[winner] ?? 0) + 1;
    const end = fingerprint(world);
    const isNew = !ends.has(end);
    ends.add(end);
    if (isNew) await quiet.settle();
    checkAnswers(quiet, winner);
    const { violations } = world.promises;
    if (violations.length > 0)
      failures.push({ schedule: schedule.steps.map(({ chosen }) => chosen), violations });
  }
  return { race, schedules, winners, ends: ends.size, failures };
}

/** The deadline, or custom logic's time, has passed by more than a minute, so that timer, sweep and people may all act. */
async function readyFor({ scene, racers }: Race, pauseTimer: unknown): Promise<Quiet> {
  const [begin, length] = SCENE[scene];
  const quiet = await begin(pauseTimer);
  const { world } = quiet;
  await world.pass(length + MINUTE);
  world.webhooks.held = [];
  for (const racer of new Set(racers)) await prepare(racer, quiet);
  return quiet;
}

const SCENE: Readonly<Record<SceneName, [begin: (timer: unknown) => Promise<Quiet>, length: number]>> = {
  paused: [(timer) => Quiet.paused(timer), TIME_LIMIT_MILLISECONDS],
  'wrapping up': [(timer) => Quiet.wrappingUp(timer), TIME_LIMIT_MILLISECONDS],
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

function winnerOf({ world, conversationSid }: Quiet): string {
  const { pauses, customRoutings } = world.promises;
  const [ended] = [...pauses.endedBy.values(), ...customRoutings.endedBy.values()];
  const record = world.table.records.get(conversationSid);
  const goesOn = Boolean(record?.pause) || 'await-custom-routing' in (record?.pending ?? {});
  if (ended === undefined) return goesOn ? 'nobody' : 'somebody';
  return ended.replace(/ \d+(\.\d+)?$/, '');
}

/** Who did not win was refused, or had nothing to do. */
function checkAnswers({ world, conversationSid }: Quiet, winner: string): void {
  const { promises } = world;
  for (const what of ['resume', 'reassign', 'service invite']) {
    const isDone = Object.keys(promises.tally.answers).some((heard) => heard.startsWith(`${what}: 20`));
    promises.check('who is told of success has won', !isDone || winner === what, () => conversationSid);
  }
  const ended = Object.keys(promises.tally.answers).some((heard) => /^end: 20\d/.test(heard));
  const isClosed = world.table.records.get(conversationSid)?.channelState === 'closed';
  promises.check('it is closed exactly when an end was answered with success', ended === isClosed, () =>
    JSON.stringify(promises.tally.answers),
  );
  promises.check('somebody or nobody ends the pause', winner !== 'somebody', () => conversationSid);
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
