import { clock } from '../../../lambda/runtime/clock';
import type { Measures } from '../../../lambda/domain/metric-names';
import type { Instant } from '../../../lambda/domain/time';
import { DEFAULT_SETTINGS, type Settings } from '../../../lambda/domain/settings';
import type { State, Collection } from '../../../local/ports';
import { DEMO_FLOW_SID } from '../../../local/twilio/demo';
import { BEGIN, DAY, ENVIRONMENT, FLOW_THAT_DOES_NOTHING, HOUR, MINUTE, SECOND } from './constants';
import { capacity } from './capacity';
import { Chance } from './chance';
import { SimulatedEventBridge } from './event-bus';
import { Faults, type Part } from './faults';
import { Functions } from './functions';
import { here } from './here';
import { Histories } from './histories';
import { COMPARED_WITHIN } from './judges/replies';
import { Occasions } from './occasions';
import type { Parts } from './parts';
import { People } from './people';
import type { Outage, Plan, Studio } from './plan';
import { Promises } from './promises';
import { Runs, type Trace } from './runs';
import { SimulatedTime } from './simulated-time';
import { StepFunctions } from './step-functions';
import { Table } from './table';
import { SimulatedTwilio } from './twilio';
import { Webhooks } from './webhooks';

/** What is planned happens within two weeks; then the dust settles, until every deadline has passed. */
export const PLANNED = 14 * DAY;

/** In the end there is room for each conversation in front of somebody. */
const ENOUGH = 100;

/** In the end, so long a time in which nothing happens shows that nothing is on its way. */
const QUIET = 2 * HOUR;
/** Between sweeps while something is out. */
const SPARSE_SWEEPS = 10 * MINUTE;

Object.assign(process.env, ENVIRONMENT);

/** The whole system: the deployed functions, AWS and Twilio around them, and everybody who uses them. */
export class World implements Parts {
  readonly time = new SimulatedTime(BEGIN);
  readonly faults: Faults;
  readonly runs: Runs;
  readonly functions: Functions;
  readonly table: Table;
  readonly histories: Histories;
  readonly eventBridge: SimulatedEventBridge;
  readonly stepFunctions: StepFunctions;
  readonly webhooks: Webhooks;
  readonly twilio: SimulatedTwilio;
  readonly occasions: Occasions;
  readonly people: People;
  readonly promises: Promises;
  private swept = true;
  private sweptSince = BEGIN;
  private ids = 0;
  private sweptAt = BEGIN;
  private nextSweepAt: number | null = null;
  private sweeps = 0;
  private events = 0;
  private lastEventAt = 0;
  private settlesAt = Infinity;

  constructor(
    readonly plan: Plan,
    pauseTimer: unknown,
    private readonly trace: Trace = () => undefined,
  ) {
    here.world = this;
    const chance = new Chance(plan.noise);
    this.faults = new Faults(plan.rates, chance, (part) => this.outages().some(({ what }) => what === part));
    capacity.set(plan.capacity);
    this.runs = new Runs(this.time, this.faults, trace);
    clock.now = () => new Date(this.time.moment() + (this.runs.current?.skew ?? 0));
    clock.elapsed = () => this.time.moment();
    this.functions = new Functions(this.runs, (name, reply) => this.promises.replied(name, reply));
    this.promises = new Promises(this);
    this.table = new Table(settingsOf(plan), this.runs, this.time, this.faults, this.promises);
    this.histories = new Histories((name, perform) => this.table.ask(name, perform));
    this.eventBridge = new SimulatedEventBridge(this.runs, this.faults, (event) =>
      this.promises.published(event),
    );
    this.stepFunctions = new StepFunctions(
      pauseTimer,
      new MemoryState(),
      (input, key) => this.functions.deadline(input, key),
      this.runs,
      this.time,
      this.faults,
    );
    this.webhooks = new Webhooks(this.functions, this.time, this.faults);
    this.twilio = new SimulatedTwilio(new MemoryState(), this.runs, this.time, this.faults, plan.agents);
    this.twilio.onTooLate = (task) => this.promises.madeTooLate(task);
    this.twilio.onHook = (hook, isTooLate) => this.promises.hookOfOurs(hook, isTooLate);
    this.twilio.onJoinedNobody = (taskSid) => this.promises.joinedNobody(taskSid);
    this.occasions = new Occasions(
      this,
      (milliseconds, until) => this.pass(milliseconds, until),
      (act) => this.people.act(act),
    );
    this.people = new People(this, this.occasions, this.promises);
    this.webhooks.onEvent = (path, fields) => {
      this.events++;
      if (path === '/webhooks/taskrouter') this.lastEventAt = this.time.moment();
      this.promises.happened(fields);
      this.people.desks.see(fields);
    };
  }

  newId(): string {
    return `00000000-0000-4000-8000-${(++this.ids).toString(16).padStart(12, '0')}`;
  }

  newSid(prefix: string): string {
    return prefix + (++this.ids).toString(16).padStart(32, '0');
  }

  logged(level: string, message: string, fields?: Readonly<Record<string, unknown>>): void {
    this.trace(() => `${level} ${message} ${JSON.stringify(fields ?? {})}`);
  }

  measured({ DeadlineLateness: seconds }: Measures): void {
    if (seconds !== undefined) this.promises.measuredLateness(seconds);
  }

  /** What does not work at the moment. */
  private outages(): Outage[] {
    const since = this.time.moment() - BEGIN;
    return this.plan.outages.filter(({ from, length }) => from <= since && since < from + length);
  }

  /** Since when neither the sweep, the table nor the others are out, in whole or in part; in the future while one is. */
  private worksSince(...others: readonly Part[]): number {
    const parts: readonly Part[] = ['sweep', 'table', 'writes', ...others];
    const ends = this.plan.outages
      .filter(({ what, from }) => parts.includes(what) && BEGIN + from <= this.time.moment())
      .map(({ from, length }) => Math.min(BEGIN + from + length, this.settlesAt));
    return Math.max(this.sweptSince, ...ends);
  }

  /** false: sweeps are called by hand. */
  set isSwept(isSwept: boolean) {
    if (isSwept && !this.swept) this.sweptSince = this.time.moment();
    this.swept = isSwept;
  }

  /** @param until no longer than until this is so */
  async pass(milliseconds: number, until?: () => boolean): Promise<void> {
    this.planSweep();
    await this.time.passUntil(this.time.moment() + milliseconds, () => this.planSweep(), until);
  }

  /**
   * EventBridge calls each minute. A sweep that would find nothing due and no event reads three times and writes
   * nothing, so those are left out; and most of those that an outage lets fail, or that would only read events or
   * compare what was put aside long ago. The first ones are made: they mark the place from which events are read.
   */
  private planSweep(): void {
    if (!this.swept) return this.sweepAt(null);
    const { owed, comparison } = this.table.next();
    const isNews = this.table.eventCursor < this.lastEventAt;
    const lesser = Math.min(momentOf(comparison), isNews ? this.lastEventAt : Infinity);
    const first = this.table.eventCursor === 0 ? BEGIN + MINUTE : Infinity;
    const soonest = Math.min(first, momentOf(owed), Math.max(lesser, this.sweptAt + this.lesserSpacing()));
    if (soonest === Infinity) return this.sweepAt(null);
    const pause = this.outages().length === 0 ? MINUTE : SPARSE_SWEEPS;
    this.sweepAt(Math.max(Math.ceil(soonest / MINUTE) * MINUTE, this.sweptAt + pause));
  }

  /** Where no event was ever read, only those of the last hour are. */
  private lesserSpacing(): number {
    return this.table.eventCursor === 0 ? MINUTE : this.plan.lesserSweeps * MINUTE;
  }

  private sweepAt(moment: number | null): void {
    if (moment === this.nextSweepAt) return;
    this.nextSweepAt = moment;
    if (moment === null) return this.time.clearAlarm('sweep');
    this.time.setAlarm('sweep', new Date(moment), () => {
      this.nextSweepAt = null;
      this.sweep();
    });
  }

  private sweep(): void {
    this.sweptAt = Math.floor(this.time.moment() / MINUTE) * MINUTE;
    if (this.faults.isOut('sweep')) {
      const ends = this.outages()
        .filter(({ what }) => what === 'sweep')
        .map(({ from, length }) => from + length);
      this.sweptAt = Math.floor((BEGIN + Math.max(...ends)) / MINUTE) * MINUTE;
      return;
    }
    const key = `sweep ${this.sweptAt - BEGIN}`;
    this.sweeps++;
    void this.functions.sweep(key).then(() => {
      this.promises.swept(this.worksSince(), 60 * SPARSE_SWEEPS);
      this.promises.swept(this.worksSince('webhooks', 'twilio', 'events', 'step functions'), 60 * MINUTE);
      this.promises.sweptWithTwilio(this.worksSince('twilio'));
    });
    if (this.faults.strikes('sweep-twice', key)) {
      this.time.after(this.faults.chance.between(`twice ${key}`, 0, 20 * SECOND), () => {
        void this.functions.sweep(`${key} twice`);
      });
    }
  }

  /** Everything works again, everybody is at their desks, and time passes until there is nothing left to happen. */
  async settle(): Promise<void> {
    this.faults.end();
    this.settlesAt = this.time.moment();
    this.sweptAt = Math.min(this.sweptAt, this.time.moment()); // an outage may have been to last longer
    capacity.set(ENOUGH);
    this.people.desks.windUp();
    await this.pass(2 * HOUR);
    this.promises.timersRun();
    await this.pass(COMPARED_WITHIN);
    this.promises.lostNewsIsFound();
    const last = () =>
      [...this.table.records.values()]
        .flatMap(({ pause, leave }) => [pause?.deadline ?? '', leave?.expiresAt ?? ''])
        .sort()
        .at(-1) ?? '';
    for (let before = '', deadline = last(); deadline > before; before = deadline, deadline = last()) {
      await this.pass(Math.max(0, Date.parse(deadline) - this.time.moment()) + 2 * HOUR);
    }
    await this.pass(DAY + 2 * HOUR); // what Flex holds is compared each day
    await this.untilQuiet();
  }

  /** Tasks go on ending and beginning: a moment at which nothing is on its way. */
  async untilQuiet(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const before = this.events + this.sweeps;
      await this.pass(QUIET);
      if (this.runs.open.size === 0 && this.events + this.sweeps === before)
        return this.promises.check('in the end nothing is on its way', true, () => '');
    }
    this.promises.check('in the end nothing is on its way', false, () => 'two weeks have passed');
  }
}

function momentOf(instant: Instant | null): number {
  return instant === null ? Infinity : Date.parse(instant);
}

const FLOWS: Readonly<Record<Studio, string | null>> = {
  none: null,
  'makes a task': DEMO_FLOW_SID,
  'does nothing': FLOW_THAT_DOES_NOTHING,
};

function settingsOf(plan: Plan): Settings {
  const { timeLimit, expiresAfter, onReply, customRoutingTimeout, onCustomerReply, wrapUp, acceptBy } = plan;
  const studioFlowSid = FLOWS[plan.studio];
  return {
    ...DEFAULT_SETTINGS,
    wrapUp,
    botIdentities: ['bot'],
    leave: { enabled: true, expiresAfter, onReply, customRoutingTimeout, studioFlowSid },
    pause: { ...DEFAULT_SETTINGS.pause, enabled: true, timeLimit, acceptBy, onCustomerReply },
  };
}

/** What the stand-ins keep, for as long as a simulation lasts. */
class MemoryState implements State {
  private readonly maps = new Map<string, Map<string, unknown>>();

  collection<T>(name: string): Collection<T> {
    const map = (this.maps.get(name) ?? new Map<string, unknown>()) as Map<string, T>;
    this.maps.set(name, map);
    return {
      get: (key) => map.get(key),
      set: (key, value) => void map.set(key, value),
      delete: (key) => void map.delete(key),
      values: () => [...map.values()],
    };
  }

  async flush(): Promise<void> {}
}
