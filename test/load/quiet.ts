import { type Api } from './api';

const LONGEST_MINUTES = 120;

/** Lets the product's time pass until nothing is owed. @throws Error where something still is after two hours of it */
export async function quiet(api: Api): Promise<void> {
  for (let minute = 0; minute < LONGEST_MINUTES; minute++) {
    await api.post('/local/clock', undefined, { advance: 'PT1M' });
    if ((await api.get<readonly unknown[]>('/local/owed')).length === 0) return;
  }
  throw new Error(`Something is still owed after ${LONGEST_MINUTES} minutes`);
}
