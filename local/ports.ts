/** The product's clock on one machine: real time plus every jump made so far. */
export interface Clock {
  now(): Date;
  /**
   * Runs `fire` once, when the clock reaches `at` (soon, if that has passed).
   * An alarm set again under the same `key` replaces the one before.
   */
  setAlarm(key: string, at: Date, fire: () => void | Promise<void>): void;
  clearAlarm(key: string): void;
}

/** A map of JSON values, held in memory and written through on `State.flush`. */
export interface Collection<T> {
  get(key: string): T | undefined;
  /** Call again after changing a value in place, so that it is written. */
  set(key: string, value: T): void;
  delete(key: string): void;
  values(): T[];
}

/** What the local services keep between runs. */
export interface State {
  collection<T>(name: string): Collection<T>;
  /** Writes all that was set or deleted since the last flush, in one atomic batch. Resolves when it survives `kill -9`. */
  flush(): Promise<void>;
}

/** Work that the clock must wait for before it goes on: requests, webhooks, executions. */
export interface Activity {
  track<T>(work: Promise<T>): Promise<T>;
}
