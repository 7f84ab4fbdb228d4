import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Activity } from './ports';

/** Event-loop turns without work after which nothing is taken to be in flight: work may hand over to other work. */
const QUIET_TURNS = 3;

/** Counts the work in flight: requests, webhooks, executions. */
export class LocalActivity implements Activity {
  #inFlight = 0;
  readonly #waiting = new Set<() => void>();

  async track<T>(work: Promise<T>): Promise<T> {
    this.#inFlight += 1;
    try {
      return await work;
    } finally {
      this.#inFlight -= 1;
      if (this.#inFlight === 0) this.#wakeWaiting();
    }
  }

  /** Resolves when nothing is in flight, and nothing has begun over some turns of the event loop. */
  async idle(): Promise<void> {
    let quietTurns = 0;
    while (quietTurns < QUIET_TURNS) {
      await (this.#inFlight > 0 ? new Promise<void>((resolve) => this.#waiting.add(resolve)) : nextTurn());
      quietTurns = this.#inFlight > 0 ? 0 : quietTurns + 1;
    }
  }

  #wakeWaiting(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
