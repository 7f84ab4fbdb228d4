import { type Activity, type Clock, type Collection, type State } from '../../../local/ports';

/** Work under way; `idle` resolves when there is none. */
export class TestActivity implements Activity {
  private readonly running = new Set<Promise<unknown>>();

  track<T>(work: Promise<T>): Promise<T> {
    this.running.add(work);
    const over = () => void this.running.delete(work);
    work.then(over, over);
    return work;
  }

  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled([...this.running]);
  }
}

/** A clock that moves only when told to, from one alarm to the next. */
export class ManualClock implements Clock {
  private readonly alarms = new Map<string, { at: number; fire: () => void | Promise<void> }>();

  constructor(
    private moment: number,
    private readonly activity: TestActivity,
  ) {}

  now(): Date {
    return new Date(this.moment);
  }

  setAlarm(key: string, at: Date, fire: () => void | Promise<void>): void {
    this.alarms.set(key, { at: at.getTime(), fire });
  }

  clearAlarm(key: string): void {
    this.alarms.delete(key);
  }

  async advance(seconds: number): Promise<void> {
    const end = this.moment + seconds * 1000;
    await this.activity.idle();
    for (let due = this.next(end); due; due = this.next(end)) {
      const [key, { at, fire }] = due;
      this.alarms.delete(key);
      this.moment = Math.max(this.moment, at);
      await fire();
      await this.activity.idle();
    }
    this.moment = end;
  }

  private next(end: number) {
    const due = [...this.alarms].filter(([, { at }]) => at <= end);
    return due.sort(([, one], [, other]) => one.at - other.at)[0];
  }
}

type Disk = Map<string, Map<string, string>>;

/** Collections in memory; `disk` has only what was set and flushed, as JSON. */
export class MemoryState implements State {
  private readonly maps = new Map<string, Map<string, unknown>>();
  private flushAsked = () => {};
  private ready: Promise<void> = Promise.resolve();
  private readonly changed: [collection: string, key: string][] = [];

  constructor(readonly disk: Disk = new Map()) {
    for (const [name, values] of disk) {
      this.maps.set(name, new Map([...values].map(([key, json]) => [key, JSON.parse(json) as unknown])));
    }
  }

  collection<T>(name: string): Collection<T> {
    const map = (this.maps.get(name) ?? new Map<string, unknown>()) as Map<string, T>;
    this.maps.set(name, map);
    return {
      get: (key) => map.get(key),
      set: (key, value) => {
        map.set(key, value);
        this.changed.push([name, key]);
      },
      delete: (key) => {
        map.delete(key);
        this.changed.push([name, key]);
      },
      values: () => [...map.values()],
    };
  }

  /** Lets flushes wait until `goOn` is called; `waiting` resolves when the first one does. */
  stall(): { waiting: Promise<void>; goOn: () => void } {
    let goOn = () => {};
    this.ready = new Promise((resolve) => (goOn = resolve));
    return { waiting: new Promise((resolve) => (this.flushAsked = resolve)), goOn };
  }

  async flush(): Promise<void> {
    this.flushAsked();
    await this.ready;
    for (const [name, key] of this.changed.splice(0)) {
      const kept = this.disk.get(name) ?? new Map<string, string>();
      this.disk.set(name, kept);
      const value = this.maps.get(name)?.get(key);
      if (value === undefined) kept.delete(key);
      else kept.set(key, JSON.stringify(value));
    }
  }
}
