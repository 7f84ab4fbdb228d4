import { type Surroundings } from '../../desk/live/poller';

/** A page whose time and visibility the test decides. */
export class FakeSurroundings implements Surroundings {
  private timers: { at: number; act: () => void }[] = [];
  private readonly listeners = new Set<() => void>();
  private visible = true;
  now = 0;

  /** How long until what comes next; undefined: nothing is waited for. */
  get next(): number | undefined {
    return this.timers.length === 0 ? undefined : Math.min(...this.timers.map(({ at }) => at)) - this.now;
  }

  after(milliseconds: number, act: () => void): () => void {
    const timer = { at: this.now + milliseconds, act };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  }

  isVisible(): boolean {
    return this.visible;
  }

  onVisibility(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  show(visible: boolean): void {
    this.visible = visible;
    for (const listener of this.listeners) listener();
  }

  /** Lets time pass, and what it starts come to its end. */
  async pass(milliseconds: number): Promise<void> {
    this.now += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.now);
    this.timers = this.timers.filter(({ at }) => at > this.now);
    for (const { act } of due) act();
    await settled();
  }
}

export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
