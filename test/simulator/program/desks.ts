import { AVAILABLE, OFFLINE } from '../../../local/twilio/demo';
import type { Task } from '../../../local/twilio/records';
import { accept, reject } from '../../../local/twilio/taskrouter/reservation-moves';
import { completeTask } from '../../../local/twilio/taskrouter/task-moves';
import { setActivity } from '../../../local/twilio/taskrouter/worker-moves';
import { HOUR, MINUTE, SECOND } from './constants';
import type { Parts } from './parts';
import type { Ask } from './plan';

/** What agents do when their work is done. */
const AFTER_WORK = ['pause', 'pause', 'leave', 'end'] as const;

/** Asks for something as the agent who has the task. */
export type AskAsHolder = (what: Ask, task: Task, way: number, key: string) => void;

/** How agents answer what they see at their desks: offers, hours of work, wrap-ups. */
export class Desks {
  private seen = 0;
  /** false: nobody looks at what happens. */
  areOpen = true;
  /** The dust settles: everybody accepts, and nobody begins anything new. */
  private areWindingUp = false;

  constructor(
    private readonly world: Pick<Parts, 'twilio' | 'faults' | 'time' | 'plan'>,
    private readonly ask: AskAsHolder,
    /** What Flex should not do with a wrap-up. */
    private readonly closesChannelOf: (task: Task) => void,
  ) {}

  /** What TaskRouter shows them, with no webhook of ours in between. */
  see(fields: Record<string, string>): void {
    if (!this.areOpen) return;
    const { EventType: type = '', TaskSid: taskSid = '', ReservationSid: reservationSid = '' } = fields;
    const key = `${type} ${++this.seen}`;
    const after = (name: string, least: number, most: number, act: () => void) =>
      this.world.time.after(this.world.faults.chance.between(`${name} ${key}`, least, most), act);
    if (type === 'reservation.created') this.offered(taskSid, reservationSid, key);
    if (type === 'reservation.accepted')
      after('work', 2 * HOUR, 15 * HOUR, () => this.workIsDone(taskSid, key));
    if (type === 'task.wrapup')
      after('wrap-up', 2 * SECOND, 10 * MINUTE, () => this.completeWrapUp(taskSid, key));
    if (type === 'worker.activity.update' && fields['WorkerActivitySid'] === OFFLINE.sid)
      after('back', MINUTE, 3 * HOUR, () => this.comeBack(fields['WorkerSid'] ?? ''));
  }

  windUp(): void {
    this.areWindingUp = true;
    if (!this.areOpen) this.open();
    for (const { sid } of this.world.twilio.platform.store.workers.values()) this.comeBack(sid);
  }

  /** Agents see what has come meanwhile. */
  private open(): void {
    this.areOpen = true;
    const { tasks, reservations } = this.world.twilio.platform.store;
    for (const { sid, taskSid, status } of reservations.values())
      if (status === 'pending') this.offered(taskSid, sid, `found ${sid}`);
    for (const { sid, status } of tasks.values())
      if (status === 'wrapping')
        this.world.time.after(MINUTE, () => this.completeWrapUp(sid, `found ${sid}`));
  }

  private comeBack(workerSid: string): void {
    const { platform } = this.world.twilio;
    void platform.change(() => {
      const worker = platform.store.workers.get(workerSid);
      if (worker?.roles.includes('agent')) setActivity(platform, worker, AVAILABLE.sid);
    });
  }

  /** A task for one agent is accepted by the server or by that agent's client, any other by hand. */
  private offered(taskSid: string, reservationSid: string, key: string): void {
    const { faults, plan, time } = this.world;
    const { chance } = faults;
    if (faults.strikes('agent-lets-lapse', key)) return;
    const declines = faults.strikes('agent-declines', key);
    const isNamed = this.task(taskSid)?.routingTarget !== null;
    const isByServer = isNamed && plan.acceptBy === 'server';
    if (isByServer && !declines && !chance.happens(`by hand too ${key}`, 0.3)) return;
    const wait = isNamed
      ? chance.between(`client ${key}`, 10, 3 * SECOND)
      : chance.between(`hand ${key}`, 300, 40 * SECOND);
    time.after(wait, () => this.answerOffer(taskSid, reservationSid, declines));
  }

  private answerOffer(taskSid: string, reservationSid: string, declines: boolean): void {
    const { platform } = this.world.twilio;
    void platform.change(() => {
      const task = this.task(taskSid);
      const reservation = platform.store.reservations.get(reservationSid);
      if (!task || reservation?.status !== 'pending') return;
      if (declines) reject(platform, task, reservation);
      else accept(platform, task, reservation);
    });
  }

  /** After hours of work the agent puts the conversation aside, or ends it. */
  private workIsDone(taskSid: string, key: string): void {
    const task = this.task(taskSid);
    if (this.areWindingUp || task?.status !== 'assigned') return;
    const { chance } = this.world.faults;
    const what = AFTER_WORK[chance.between(`after work ${key}`, 0, AFTER_WORK.length - 1)]!;
    this.ask(what, task, chance.between(`way ${key}`, 0, 11), key);
  }

  /** By our route, in Flex UI, or never: then TaskRouter removes the task after 24 hours. */
  private completeWrapUp(taskSid: string, key: string): void {
    const task = this.task(taskSid);
    if (task?.status !== 'wrapping') return;
    const how = this.areWindingUp ? 0.5 : this.world.faults.chance.of(`completes ${key}`);
    const { platform } = this.world.twilio;
    if (how < 0.35) this.ask('complete', task, 0, key);
    else if (how < 0.92) {
      void platform.change(() => completeTask(platform, task));
      if (this.world.faults.strikes('wrap-up-closes-channel', key)) this.closesChannelOf(task);
    }
  }

  private task(taskSid: string): Task | undefined {
    return this.world.twilio.platform.store.tasks.get(taskSid);
  }
}
