import type { Api } from '../load/api';
import { type Held, untilAssigned } from '../load/caller';

/** How long each of them took, in milliseconds. */
export interface Times {
  readonly pause: number[];
  readonly resume: number[];
}

/** What one caller did. */
export interface Rounds {
  readonly cycles: number;
  /** Seconds until the last was over */
  readonly lasted: number;
  /** The last one did not end: the sweep still has to do what was too late for its action. */
  readonly isLost: boolean;
}

/** One cycle after the other; none begins after so many seconds. */
export async function roundAndRound(api: Api, held: Held, seconds: number, times: Times): Promise<Rounds> {
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1000;
  let cycles = 0;
  try {
    for (; passed() < seconds; cycles++) await pauseAndResume(api, held, times);
    return { cycles, lasted: passed(), isLost: false };
  } catch {
    return { cycles, lasted: passed(), isLost: true };
  }
}

/** Pause, the wrap-up's end, and Resume, until the agent has the conversation again. */
async function pauseAndResume(api: Api, held: Held, times: Times): Promise<void> {
  times.pause.push(await millisecondsOf(() => pause(api, held)));
  await api.post(`${held.path}/complete`, held.token);
  times.resume.push(await millisecondsOf(() => api.post(`${held.path}/resume`, held.token)));
  await untilAssigned(api, held);
}

export async function pause(api: Api, { path, token }: Held): Promise<void> {
  await api.post(`${path}/pause`, token, { timeLimit: 'P1D' });
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
