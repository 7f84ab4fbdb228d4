import { type LocalActivity } from './activity';
import { type Alarm, Alarms } from './alarms';
import { type Clock, type Collection, type State } from './ports';
import { report } from './report';

/** How often the schedule runs the sweep. */
const SWEEP_EVERY_MS = 60_000;
/** The longest wait that setTimeout knows; a longer one would end at once. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** Work of the product that has its moment in the records and not in an alarm. */
export interface DueWork {
  /** The soonest moment at which a record is due; undefined when none is. */
  next(): Promise<Date | undefined>;
  sweep(): Promise<void>;
}

interface Kept {
  /** Milliseconds that this clock is ahead of the machine's. */
  offset: number;
  /** The latest moment that was written down: the clock never shows an earlier one, whatever the machine's clock does. */
  latest: number;
}

/**
 * Real time plus all jumps so far, kept in the state.
 * While it advances it stands still at one due moment after the other; in between it runs.
 */
export class LocalClock implements Clock {
  readonly #alarms = new Alarms();
  readonly #kept: Collection<Kept>;
  #offset: number;
  #latest: number;
  /** The moment at which the clock stands while it advances. */
  #standing: number | undefined;
  #due: DueWork | undefined;
  #sweptAt = -Infinity;
  #nextSweepAt = Infinity;
  #timer: NodeJS.Timeout | undefined;
  #advances: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(
    private readonly state: State,
    private readonly activity: LocalActivity,
  ) {
    this.#kept = state.collection<Kept>('clock');
    const kept = this.#kept.get('clock');
    this.#offset = kept?.offset ?? 0;
    this.#latest = kept?.latest ?? -Infinity;
  }

  now(): Date {
    this.#latest = Math.max(this.#latest, this.#standing ?? Date.now() + this.#offset);
    return new Date(this.#latest);
  }

  setAlarm(key: string, at: Date, fire: () => void | Promise<void>): void {
    this.#alarms.set(key, at.getTime(), fire);
    this.#arm();
  }

  clearAlarm(key: string): void {
    this.#alarms.delete(key);
    this.#arm();
  }

  /** From here on alarms ring, and the sweep runs each minute. Before, alarms are only collected. */
  start(due: DueWork): void {
    this.#due = due;
    this.#nextSweepAt = this.now().getTime() + SWEEP_EVERY_MS;
    this.#arm();
  }

  /**
   * Goes forward from one due moment to the next, waits at each until nothing is in flight, and answers the new time.
   * An advance that is asked for during another begins where that one ends.
   */
  advance(milliseconds: number): Promise<Date> {
    const run = this.#advances.then(() => this.#advanceBy(milliseconds));
    this.#advances = run.catch(() => undefined);
    return run;
  }

  /** Rings no more, and keeps the time. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#keep();
  }

  async #advanceBy(milliseconds: number): Promise<Date> {
    this.#standing = this.now().getTime();
    const target = this.#standing + milliseconds;
    try {
      let more = true;
      while (more) more = await this.#step(target);
      if (!this.#closed) await this.#moveTo(target);
    } finally {
      this.#offset = this.#standing - Date.now();
      this.#standing = undefined;
      this.#arm();
    }
    return this.now();
  }

  /** Does the next thing that is due until `target`; false when there is none. */
  async #step(target: number): Promise<boolean> {
    await this.activity.idle();
    if (this.#closed) return false;
    const overdue = this.#alarms.takeDue(this.#standing!);
    if (overdue) {
      await this.#ring(overdue);
      return true;
    }
    const sweepAt = await this.#nextSweepUntil(target);
    const alarm = this.#alarms.takeDue(Math.min(sweepAt, target));
    if (!alarm && sweepAt > target) return false;
    await this.#moveTo(alarm?.at ?? sweepAt);
    await (alarm ? this.#ring(alarm) : this.#sweep());
    return true;
  }

  /**
   * When an advance has to sweep next: when a record is due, and once at its end for all the minutes that it skipped.
   * A record that is due still, right after a sweep, waits a minute, as it would for the schedule: time must go on.
   */
  async #nextSweepUntil(target: number): Promise<number> {
    const next = (await this.#due?.next())?.getTime() ?? Infinity;
    const due = next > this.#sweptAt ? next : this.#nextSweepAt;
    return due > target && this.#nextSweepAt <= target ? target : due;
  }

  async #moveTo(moment: number): Promise<void> {
    if (moment <= this.#standing!) return;
    this.#standing = moment;
    this.#offset = moment - Date.now();
    await this.#keep();
  }

  async #keep(): Promise<void> {
    this.#kept.set('clock', { offset: this.#offset, latest: this.now().getTime() });
    await this.state.flush();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (!this.#due || this.#closed || this.#standing !== undefined) return;
    const next = Math.min(this.#alarms.first()?.at ?? Infinity, this.#nextSweepAt);
    const wait = Math.min(Math.max(next - this.now().getTime(), 0), LONGEST_TIMEOUT_MS);
    this.#timer = setTimeout(() => this.#runDue(), wait);
  }

  #runDue(): void {
    const now = this.now().getTime();
    for (let alarm = this.#alarms.takeDue(now); alarm; alarm = this.#alarms.takeDue(now))
      void this.#ring(alarm);
    if (now >= this.#nextSweepAt) void this.#sweep();
    this.#arm();
  }

  #ring(alarm: Alarm): Promise<void> {
    return this.#run(`alarm ${alarm.key}`, async () => alarm.fire());
  }

  #sweep(): Promise<void> {
    this.#sweptAt = this.now().getTime();
    this.#nextSweepAt = this.#sweptAt + SWEEP_EVERY_MS;
    return this.#run('sweep', async () => this.#due?.sweep());
  }

  async #run(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await this.activity.track(work());
    } catch (error) {
      report('failed at its moment', { what }, error);
    }
  }
}
