import { completeTask } from '../../../../local/twilio/taskrouter/task-moves';
import type { Channel, Task } from '../../../../local/twilio/records';
import { DAY, HOUR, SECOND } from '../constants';
import { type Ask, type Plan, START } from '../plan';
import { World } from '../world';

/** No faults, and nothing planned: what happens is what an explorer lets happen. */
function quietPlan(changed: Partial<Plan>): Plan {
  const habits = {
    timeLimit: 'P14D',
    expiresAfter: 'P14D',
    onReply: 'new-task',
    customRoutingTimeout: 'PT1H',
    studio: 'none',
    onCustomerReply: 'notify',
    wrapUp: true,
    acceptBy: 'server',
    capacity: 2,
    agents: 3,
  } as const;
  return { noise: 1, rates: {}, outages: [], ...habits, lesserSweeps: 120, acts: [], ...changed };
}

/** Without a reply it is closed before an explorer looks at what has become of it. */
export const LEFT: Partial<Plan> = { expiresAfter: 'PT1H' };
export const LEAVE_MILLISECONDS = HOUR;
export const LEFT_TO_STUDIO: Partial<Plan> = {
  ...LEFT,
  onReply: 'custom-routing',
  studio: 'does nothing',
};
/** For that long the reply is custom logic's. */
export const CUSTOM_ROUTING_MILLISECONDS = HOUR;

/** Four hours. */
export const TIME_LIMIT = 'PT4H';
export const TIME_LIMIT_MILLISECONDS = 4 * HOUR;

const BODIES: Partial<Record<Ask, Record<string, unknown>>> = {
  pause: { timeLimit: TIME_LIMIT },
  'change pause': { timeLimit: 'PT9H' },
};

/** A world with one conversation, and how far it has come. */
export class Quiet {
  private constructor(readonly world: World) {}

  /** One that an agent has accepted. Nobody is at the desks any more, and no sweep and no timer acts by itself. */
  static async held(pauseTimer: unknown, changed: Partial<Plan> = {}): Promise<Quiet> {
    const world = new World(quietPlan(changed), pauseTimer);
    world.people.act(START);
    await world.pass(60 * SECOND);
    world.people.desks.areOpen = false;
    world.stepFunctions.held = new Map();
    world.isSwept = false;
    await world.pass(0);
    return new Quiet(world);
  }

  /** One that its agent has paused for four hours, and still wraps up. */
  static async wrappingUp(pauseTimer: unknown, changed: Partial<Plan> = {}): Promise<Quiet> {
    return (await Quiet.held(pauseTimer, changed)).after('pause');
  }

  static async paused(pauseTimer: unknown, changed: Partial<Plan> = {}): Promise<Quiet> {
    return (await Quiet.wrappingUp(pauseTimer, changed)).afterWrapUp();
  }

  /** One that its agent has left for an hour, and still wraps up. */
  static async leaving(pauseTimer: unknown, changed: Partial<Plan> = LEFT): Promise<Quiet> {
    return (await Quiet.held(pauseTimer, changed)).after('leave');
  }

  static async left(pauseTimer: unknown, changed: Partial<Plan> = LEFT): Promise<Quiet> {
    return (await Quiet.leaving(pauseTimer, changed)).afterWrapUp();
  }

  /** One to which the customer has replied, and a Studio flow that does nothing has an hour. */
  static async replied(pauseTimer: unknown): Promise<Quiet> {
    const quiet = await Quiet.left(pauseTimer, LEFT_TO_STUDIO);
    quiet.write();
    await quiet.world.pass(5 * SECOND);
    return quiet;
  }

  private async after(what: Ask): Promise<Quiet> {
    this.ask(what, `${what} before`);
    await this.world.pass(5 * SECOND);
    return this;
  }

  /** Its agent has completed the wrap-up, in Flex UI. */
  private async afterWrapUp(): Promise<Quiet> {
    this.completeInFlex();
    await this.world.pass(5 * SECOND);
    return this;
  }

  /**
   * What is left to happen happens: webhooks arrive or are lost, timers fire, sweeps are made, agents accept.
   *
   * @param isAllHeard no run has crashed that was to hear of a message
   */
  async settle({ webhooksAreLost = false, isAllHeard = false } = {}): Promise<void> {
    const { world } = this;
    world.webhooks.release({ areLost: webhooksAreLost });
    world.stepFunctions.release();
    world.isSwept = true;
    world.people.desks.windUp();
    await world.pass(2 * HOUR);
    world.promises.timersRun();
    world.promises.deletedHaveNothing(HOUR);
    if (isAllHeard) world.promises.repliesAreSeen(HOUR);
    await world.pass(DAY / 2);
    await world.untilQuiet();
    world.promises.finish();
  }

  get channel(): Channel {
    return this.world.twilio.platform.store.channels.values()[0]!;
  }

  get conversationSid(): string {
    return this.channel.conversationSid;
  }

  get task(): Task {
    return this.world.twilio.liveTasks(this.conversationSid)[0]!;
  }

  /** The agent who has it, or who paused it, asks for something; what only a supervisor may, a supervisor. */
  ask(what: Ask, key: string = what, body: Record<string, unknown> = BODIES[what] ?? {}): void {
    const { world, conversationSid } = this;
    const { parkedBy, task } = world.table.records.get(conversationSid)!;
    const workerSid = what === 'reassign' ? null : (parkedBy ?? task?.workerSid ?? null);
    world.people.askOnce(what, conversationSid, workerSid, body, key);
  }

  /** All that the one has paused who has paused this one. */
  handOver(key: string, to: { toWorkerSid?: string }): void {
    const { world, conversationSid } = this;
    const fromWorkerSid = world.table.records.get(conversationSid)!.parkedBy!;
    world.people.handOverOnce({ fromWorkerSid, ...to }, key);
  }

  completeInFlex(): void {
    const { platform } = this.world.twilio;
    void platform.change(() => completeTask(platform, this.task));
  }

  /** The customer writes. @returns whether that was still possible */
  write(): boolean {
    const { platform } = this.world.twilio;
    if (platform.store.conversations.get(this.conversationSid)?.state === 'closed') return false;
    this.world.people.flex.write(this.conversationSid, 'customer');
    return true;
  }

  closeAtTwilio(): void {
    this.world.people.flex.act('conversation closed at Twilio', this.channel, 0, 0);
  }
}
