import { Alarms } from '../../../local/alarms';
import type { Clock } from '../../../local/ports';

/** All that happens, happens at a moment of this clock; the next thing waits until nothing more follows from the last. */
export class SimulatedTime implements Clock {
  private readonly alarms = new Alarms();
  private count = 0;

  /** @param milliseconds since 1970 */
  constructor(private milliseconds: number) {}

  now(): Date {
    return new Date(this.milliseconds);
  }

  moment(): number {
    return this.milliseconds;
  }

  setAlarm(key: string, at: Date, fire: () => void | Promise<void>): void {
    this.alarms.set(key, at.getTime(), fire);
  }

  clearAlarm(key: string): void {
    this.alarms.delete(key);
  }

  after(milliseconds: number, fire: () => void | Promise<void>): void {
    this.alarms.set(`#${++this.count}`, this.milliseconds + milliseconds, fire);
  }

  /**
   * @param step called when nothing more follows from what was done
   * @param isEnough whether time stops here already, before its end
   */
  async passUntil(end: number, step: () => void, isEnough: () => boolean = () => false): Promise<void> {
    await nothingMore();
    for (let due = this.alarms.takeDue(end); due; due = this.alarms.takeDue(end)) {
      this.milliseconds = Math.max(this.milliseconds, due.at);
      await due.fire();
      await nothingMore();
      step();
      if (isEnough()) return;
    }
    this.milliseconds = Math.max(this.milliseconds, end);
  }
}

/** Node runs what is on its tick queue only when all promises that can go on have gone on. */
export function nothingMore(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
