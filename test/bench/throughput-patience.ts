import { setTimeout as sleep } from 'node:timers/promises';
import { Api, Refused } from '../load/api';

/** What the product says in `Retry-After`. */
const AGAIN_AFTER_MS = 5_000;
const MOST_TIMES = 12;

/**
 * Asks again, as a desk does, where the product fails: it was too busy to end in the time that it has, or the store of the
 * one process in which all is here did not answer in a second.
 */
export class PatientApi extends Api {
  failures = 0;

  override async ask<T>(...request: Parameters<Api['ask']>): Promise<T> {
    for (let times = 1; ; times++) {
      try {
        return await super.ask<T>(...request);
      } catch (error) {
        if ((error instanceof Refused && error.status < 500) || times === MOST_TIMES) throw error;
        this.failures++;
        await sleep(AGAIN_AFTER_MS);
      }
    }
  }
}
