/** The product's time. On one machine it can be jumped, so that it is not the browser's. */
export class Clock {
  private ahead = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly browser: () => number = Date.now) {}

  now(): Date {
    return new Date(this.browser() + this.ahead);
  }

  /** What the product says that it is now. */
  set(now: Date): void {
    const ahead = now.getTime() - this.browser();
    const jumped = Math.abs(ahead - this.ahead) >= SMALLEST_JUMP_MS;
    if (!jumped) return;
    this.ahead = ahead;
    for (const listener of this.listeners) listener();
  }

  /** Told when the clock has jumped. @returns ends it */
  onJump(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Less is the time that an answer takes. */
const SMALLEST_JUMP_MS = 1000;
