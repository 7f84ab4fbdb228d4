import { MINUTE, SECOND } from '../constants';
import { Quiet, TIME_LIMIT_MILLISECONDS } from './quiet';
import type { ActionName, Racer } from './names';
import { launch, prepare } from './racers';

/** Something that the product does, from where it can do it. */
export interface Action {
  readonly scene: (pauseTimer: unknown) => Promise<Quiet>;
  readonly act: (quiet: Quiet) => void;
}

/** Which run is the action's; all others are left alone. */
export const KEY = 'the action';

type Scene = Action['scene'];
const held: Scene = (timer) => Quiet.held(timer);
const heldWithoutWrapUp: Scene = (timer) => Quiet.held(timer, { wrapUp: false });
const wrappingUp: Scene = (timer) => Quiet.wrappingUp(timer);
const paused: Scene = (timer) => Quiet.paused(timer);

export const ACTIONS: Readonly<Record<ActionName, Action>> = {
  pause: { scene: held, act: (quiet) => quiet.ask('pause', KEY) },
  'pause without wrap-up': { scene: heldWithoutWrapUp, act: (quiet) => quiet.ask('pause', KEY) },
  complete: { scene: wrappingUp, act: racer('complete') },
  'resume from pause': { scene: paused, act: racer('resume') },
  'resume from the wrap-up': { scene: wrappingUp, act: racer('resume') },
  'another deadline': { scene: paused, act: racer('change pause') },
  'end from active': { scene: held, act: (quiet) => quiet.ask('end', KEY) },
  'end from the wrap-up': { scene: wrappingUp, act: racer('end') },
  'end from pause': { scene: paused, act: racer('end') },
  deadline: { scene: after(paused, TIME_LIMIT_MILLISECONDS), act: racer('deadline') },
  'deadline in the wrap-up': { scene: after(wrappingUp, TIME_LIMIT_MILLISECONDS), act: racer('deadline') },
  'sweep of an overdue deadline': {
    scene: after(paused, TIME_LIMIT_MILLISECONDS + MINUTE),
    act: racer('sweep'),
  },
  'task over in the wrap-up': { scene: ready('task over', wrappingUp), act: racer('task over') },
  'task over, unasked': { scene: ready('task over', held), act: racer('task over') },
  'accept of another task': { scene: ready('accept', paused), act: racer('accept') },
  'reservation of a resume': { scene: reserved, act: webhook('reservation.created') },
  'closed at Twilio': { scene: closed, act: webhook('onConversationStateUpdated') },
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

async function closed(timer: unknown): Promise<Quiet> {
  const quiet = await Quiet.paused(timer);
  quiet.world.webhooks.held = [];
  quiet.closeAtTwilio();
  await quiet.world.pass(0);
  return quiet;
}
