import type { Channel, Task } from '../../../local/twilio/records';
import { hasTasks } from '../../../local/twilio/taskrouter/worker-facts';
import { HOUR, MINUTE, PUT_ASIDE } from './constants';
import type { Parts } from './parts';
import { type Act, type ActName, isIn, type Meeting, START } from './plan';

/** Who would do what makes no sense now waits so long for an occasion; then it is done all the same. */
const PATIENCE = 3 * HOUR;
/** One of the ways of an act that is done without looking. */
const BLINDLY = 11;

/** What is done first where an act has no occasion. */
const MAKES_OCCASION: Partial<Record<ActName, readonly ActName[]>> = {
  resume: ['pause'],
  reassign: ['pause', 'leave'],
  handover: ['pause'],
  'change pause': ['pause'],
  complete: ['pause', 'leave'],
  'somebody writes': ['pause', 'leave'],
  'service invite': ['somebody writes'],
  'agent deleted': ['pause'],
  'flex resumes': ['flex pauses', 'flex leaves'],
  'flex lets go': ['flex pauses', 'flex leaves'],
};

/** Lets time pass, until something is so or for so long at most. */
export type Pass = (milliseconds: number, until?: () => boolean) => Promise<void>;

/** When and where an act of the plan is done. */
export class Occasions {
  constructor(
    private readonly world: Pick<Parts, 'time' | 'table' | 'twilio'>,
    private readonly pass: Pass,
    private readonly make: (act: Act) => void,
  ) {}

  /** Until the act is to be done: its gap, an occasion for it, which is made or waited for, and the moment that it is to meet. */
  async waitFor(act: Act): Promise<void> {
    await this.pass(act.gap);
    if (act.way !== BLINDLY) await this.waitForSense(act);
    if (act.meets === null) return;
    const moment = this.soonest(act.meets) + act.meets.after;
    await this.pass(Math.max(0, moment - this.world.time.moment()));
  }

  /** @param isMade whether there is an occasion already for the act that this one is to make one for */
  private async waitForSense(act: Act, isMade: () => boolean = () => false): Promise<void> {
    if (this.areOver) this.make({ ...START, id: ~act.id });
    const isTime = () => isMade() || this.hasOccasion(act);
    const makers = MAKES_OCCASION[act.what];
    if (makers !== undefined && !isTime()) {
      const what = makers[act.pick % makers.length]!;
      const before: Act = {
        ...act,
        id: idBefore(act),
        what,
        way: (act.way + 3) % BLINDLY,
        who: 'whose it is',
      };
      await this.waitForSense(before, isTime);
      if (!isTime()) this.make(before);
    }
    await this.waitUntil(isTime);
  }

  private async waitUntil(isSo: () => boolean): Promise<void> {
    if (!isSo()) await this.pass(PATIENCE, isSo);
  }

  /** Every conversation is closed. */
  private get areOver(): boolean {
    return this.world.twilio.platform.store.channels.values().every(({ status }) => status === 'closed');
  }

  /** Mostly one for which it makes sense, as desks show them; now and then any. */
  channelFor({ what, pick, way }: Act): Channel | undefined {
    const channels = this.world.twilio.platform.store.channels.values();
    const sensible = way === BLINDLY ? [] : channels.filter((channel) => this.makesSense(what, channel));
    const among = sensible.length > 0 ? sensible : channels;
    return among[pick % Math.max(1, among.length)];
  }

  private hasOccasion({ what }: Act): boolean {
    return this.world.twilio.platform.store.channels
      .values()
      .some((channel) => this.makesSense(what, channel));
  }

  private makesSense(what: ActName, { conversationSid, status }: Channel): boolean {
    const record = this.world.table.records.get(conversationSid);
    if (isIn(['transfer', 'flex pauses', 'flex leaves'], what))
      return status === 'active' && this.world.twilio.liveTasks(conversationSid).some(isAssigned);
    if (isIn(['pause', 'leave'], what)) return record?.task?.status === 'assigned' && record.wrapUp === null;
    if (isIn(['resume', 'change pause', 'handover'], what)) return Boolean(record?.pause);
    if (what === 'agent deleted')
      return Boolean(record?.pause) && !hasTasks(this.world.twilio.platform, record!.pause!.workerSid);
    if (what === 'complete') return Boolean(record?.wrapUp);
    if (what === 'service invite') return 'await-custom-routing' in (record?.pending ?? {});
    if (isIn(['reassign', 'somebody writes'], what)) return Boolean(record?.pause ?? record?.leave);
    if (isIn(['flex resumes', 'flex lets go'], what)) return PUT_ASIDE.includes(status);
    return record?.channelState !== 'closed';
  }

  /** The next deadline or end of a leave, or the next minute, at which sweeps begin; now where there is none. */
  private soonest({ what }: Meeting): number {
    const now = this.world.time.moment();
    if (what === 'sweep') return Math.ceil(now / MINUTE) * MINUTE;
    const ends = [...this.world.table.records.values()]
      .flatMap(({ pause, leave }) => [pause?.deadline, leave?.expiresAt])
      .flatMap((at) => (at === undefined || Date.parse(at) < now ? [] : [Date.parse(at)]));
    return ends.length === 0 ? now : Math.min(...ends);
  }
}

function isAssigned({ status }: Task): boolean {
  return status === 'assigned';
}

/** Of the act that makes an occasion, and of the one that makes an occasion for that: ids of acts in a plan are not negative. */
function idBefore({ id }: Act): number {
  return id < 0 ? id - 1 : ~id;
}
