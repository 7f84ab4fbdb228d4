import { OFFLINE } from '../../../../local/twilio/demo';
import { cancelTask } from '../../../../local/twilio/taskrouter/task-moves';
import { setActivity } from '../../../../local/twilio/taskrouter/worker-moves';
import { HOUR, MINUTE, SECOND } from '../constants';
import {
  CUSTOM_ROUTING_MILLISECONDS,
  LEAVE_MILLISECONDS,
  LEFT,
  LEFT_TO_STUDIO,
  Quiet,
  TIME_LIMIT_MILLISECONDS,
} from './quiet';
import type { ActionName, Racer } from './names';
import { BOB, launch, prepare } from './racers';

/** Something that the product does, from where it can do it. */
export interface Action {
  readonly scene: (pauseTimer: unknown) => Promise<Quiet>;
  readonly act: (quiet: Quiet) => void;
}

/** Which run is the action's; all others are left alone. */
export const KEY = 'the action';

type Scene = Action['scene'];
const held: Scene = (timer) => Quiet.held(timer, LEFT);
const heldWithoutWrapUp: Scene = (timer) => Quiet.held(timer, { ...LEFT, wrapUp: false });
const leaving: Scene = (timer) => Quiet.leaving(timer);
const left: Scene = (timer) => Quiet.left(timer);
const wrappingUp: Scene = (timer) => Quiet.wrappingUp(timer);
const paused: Scene = (timer) => Quiet.paused(timer);
const heldForStudio: Scene = (timer) => Quiet.held(timer, LEFT_TO_STUDIO);
const replied: Scene = (timer) => Quiet.replied(timer);

export const ACTIONS: Readonly<Record<ActionName, Action>> = {
  pause: { scene: held, act: (quiet) => quiet.ask('pause', KEY) },
  'pause without wrap-up': { scene: heldWithoutWrapUp, act: (quiet) => quiet.ask('pause', KEY) },
  leave: { scene: held, act: (quiet) => quiet.ask('leave', KEY) },
  'leave without wrap-up': { scene: heldWithoutWrapUp, act: (quiet) => quiet.ask('leave', KEY) },
  complete: { scene: wrappingUp, act: racer('complete') },
  'resume from pause': { scene: paused, act: racer('resume') },
  'resume from the wrap-up': { scene: wrappingUp, act: racer('resume') },
  'resume through the workflow': { scene: agentAway, act: racer('resume') },
  'reassign to the queue': { scene: wrappingUp, act: racer('reassign') },
  'reassign to an agent': {
    scene: paused,
    act: (quiet) => quiet.ask('reassign', KEY, { workerSid: BOB }),
  },
  'reassign of a leave': { scene: left, act: racer('reassign') },
  'handover to an agent': { scene: paused, act: racer('handover') },
  'handover to the queue': { scene: wrappingUp, act: (quiet) => quiet.handOver(KEY, {}) },
  'agent deleted': { scene: ready('worker deleted', paused), act: racer('worker deleted') },
  'another deadline': { scene: paused, act: racer('change pause') },
  'end from active': { scene: held, act: (quiet) => quiet.ask('end', KEY) },
  'end from the wrap-up': { scene: wrappingUp, act: racer('end') },
  'end from pause': { scene: paused, act: racer('end') },
  'end of a leave': { scene: left, act: racer('end') },
  'reply to a leave': { scene: ready('reply', left), act: racer('reply') },
  'reply in the wrap-up of a leave': { scene: ready('reply', leaving), act: racer('reply') },
  'reply that sends a pause to its queue': {
    scene: ready('reply', (timer) => Quiet.paused(timer, { onCustomerReply: 'queue' })),
    act: racer('reply'),
  },
  'reply that resumes': {
    scene: ready('reply', (timer) => Quiet.paused(timer, { onCustomerReply: 'resume' })),
    act: racer('reply'),
  },
  deadline: { scene: after(paused, TIME_LIMIT_MILLISECONDS), act: racer('deadline') },
  'deadline in the wrap-up': { scene: after(wrappingUp, TIME_LIMIT_MILLISECONDS), act: racer('deadline') },
  'sweep of an overdue deadline': {
    scene: after(paused, TIME_LIMIT_MILLISECONDS + MINUTE),
    act: racer('sweep'),
  },
  'sweep that reaches a mark': { scene: after(paused, TIME_LIMIT_MILLISECONDS - HOUR), act: racer('sweep') },
  'sweep of a leave that expires': { scene: after(left, LEAVE_MILLISECONDS), act: racer('sweep') },
  'sweep that finds a reply': { scene: replyLost, act: racer('sweep') },
  'task over in the wrap-up': { scene: ready('task over', wrappingUp), act: racer('task over') },
  'task over, unasked': { scene: ready('task over', held), act: racer('task over') },
  'accept of another task': { scene: ready('accept', paused), act: racer('accept') },
  'reservation of a resume': { scene: reserved, act: webhook('reservation.created') },
  'closed at Twilio': { scene: closed, act: webhook('onConversationStateUpdated') },
  'sweep that sends the next invite': { scene: inviteLost, act: racer('sweep') },
  'sweep that looks for a lost task': { scene: taskLost, act: racer('sweep') },
  'sweep that goes on with a handover to an agent': {
    scene: handoverBegun({ toWorkerSid: BOB }),
    act: racer('sweep'),
  },
  'sweep that goes on with a handover to the queue': { scene: handoverBegun({}), act: racer('sweep') },
  'sweep that takes lost events': { scene: eventsLost, act: racer('sweep') },
  settings: { scene: held, act: ({ world }) => world.people.changeSettings(1, KEY) },
  'leave with a Studio flow': { scene: heldForStudio, act: (quiet) => quiet.ask('leave', KEY) },
  'reply in the wrap-up, with a Studio flow': { scene: written, act: webhook('onMessageAdded') },
  'sweep when custom logic has had its time': {
    scene: after(replied, CUSTOM_ROUTING_MILLISECONDS + MINUTE),
    act: racer('sweep'),
  },
  'service invite': { scene: replied, act: racer('service invite') },
  'service invite to an agent': {
    scene: replied,
    act: (quiet) => quiet.ask('service invite', KEY, { workerSid: BOB }),
  },
  'end while custom logic has its time': { scene: replied, act: racer('end') },
};

function racer(name: Racer): Action['act'] {
  return (quiet) => launch(name, quiet, KEY);
}

function webhook(type: string): Action['act'] {
  return ({ world }) => {
    const [path, fields] = world.webhooks.history.findLast(([, { EventType }]) => EventType === type)!;
    void world.webhooks.arrive(path, fields, KEY);
  };
}

function after(scene: Scene, milliseconds: number): Scene {
  return async (timer) => {
    const quiet = await scene(timer);
    await quiet.world.pass(milliseconds);
    return quiet;
  };
}

function ready(what: Racer, scene: Scene): Scene {
  return async (timer) => {
    const quiet = await scene(timer);
    quiet.world.webhooks.held = [];
    await prepare(what, quiet);
    return quiet;
  };
}

/** The agent has asked to resume, and has got as far as the invite. */
async function reserved(timer: unknown): Promise<Quiet> {
  const quiet = await Quiet.paused(timer);
  const { world } = quiet;
  world.webhooks.held = [];
  const { crashAt } = world.faults;
  world.faults.crashAt = (_run, name) => (name === 'post Invites' ? 'after' : undefined);
  quiet.ask('resume', 'resume before');
  await world.pass(5 * SECOND);
  world.faults.crashAt = crashAt;
  return quiet;
}

/** The customer has written while the agent wraps up, and nobody has heard of it. */
async function written(timer: unknown): Promise<Quiet> {
  const quiet = await Quiet.leaving(timer, LEFT_TO_STUDIO);
  quiet.world.webhooks.held = [];
  quiet.write();
  await quiet.world.pass(0);
  return quiet;
}

async function closed(timer: unknown): Promise<Quiet> {
  const quiet = await Quiet.paused(timer);
  quiet.world.webhooks.held = [];
  quiet.closeAtTwilio();
  await quiet.world.pass(0);
  return quiet;
}

/** Who paused has gone away, so that TaskRouter decides who gets it. */
async function agentAway(timer: unknown): Promise<Quiet> {
  const quiet = await Quiet.paused(timer);
  const { platform } = quiet.world.twilio;
  const { parkedBy } = quiet.world.table.records.get(quiet.conversationSid)!;
  await platform.change(() => setActivity(platform, platform.store.workers.get(parkedBy!)!, OFFLINE.sid));
  await quiet.world.pass(SECOND);
  return quiet;
}

/** A handover was written down, and no more than that; its lease is over. */
function handoverBegun(to: { toWorkerSid?: string }): Scene {
  return async (timer) => {
    const quiet = await Quiet.paused(timer);
    const { world } = quiet;
    const { crashAt } = world.faults;
    world.faults.crashAt = (_run, name) => (name === 'parked' ? 'before' : undefined);
    quiet.handOver('handover before', to);
    await world.pass(2 * MINUTE);
    world.faults.crashAt = crashAt;
    return quiet;
  };
}

/** The customer has written to what was left, and nobody was told; a minute after the Leave it is compared. */
async function replyLost(timer: unknown): Promise<Quiet> {
  const quiet = await Quiet.left(timer);
  const { webhooks } = quiet.world;
  webhooks.held = [];
  quiet.write();
  await quiet.world.pass(2 * MINUTE);
  webhooks.held = [];
  return quiet;
}

/** Nobody took the task of a resume; a minute later the next invite is due. */
async function inviteLost(timer: unknown): Promise<Quiet> {
  const quiet = await agentAway(timer);
  const { world } = quiet;
  quiet.ask('resume', 'resume before');
  await world.pass(5 * SECOND);
  const { platform } = world.twilio;
  await platform.change(() => cancelTask(platform, quiet.task, 'Task TTL Exceeded'));
  await world.pass(2 * MINUTE);
  if (world.table.records.get(quiet.conversationSid)?.invite?.lost !== 1)
    throw new Error('no invite was lost');
  return quiet;
}

/** The agent's task has ended, and nobody of us asked for it: after two minutes it is looked for. */
async function taskLost(timer: unknown): Promise<Quiet> {
  const quiet = await Quiet.held(timer);
  quiet.completeInFlex();
  await quiet.world.pass(3 * MINUTE);
  return quiet;
}

/** The end of a wrap-up was told to nobody. A sweep before it has seen how far TaskRouter's events went. */
async function eventsLost(timer: unknown): Promise<Quiet> {
  const quiet = await Quiet.wrappingUp(timer);
  const { world } = quiet;
  void world.functions.sweep('sweep before');
  await world.pass(30 * SECOND);
  world.webhooks.held = [];
  quiet.completeInFlex();
  await world.pass(10 * MINUTE);
  world.webhooks.held = [];
  return quiet;
}
