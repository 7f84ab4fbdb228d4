import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalActivity } from '../../local/activity';
import { type DueWork, LocalClock } from '../../local/clock';
import { LocalState } from '../../local/state';

const NOTHING_DUE: DueWork = { next: async () => undefined, sweep: async () => undefined };

/** A started clock in memory, with what it stands on. */
export async function startedClock(due: DueWork = NOTHING_DUE) {
  const state = await LocalState.open();
  const activity = new LocalActivity();
  const clock = new LocalClock(state, activity);
  clock.start(due);
  return { state, activity, clock };
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function later(clock: LocalClock, milliseconds: number): Date {
  return new Date(clock.now().getTime() + milliseconds);
}

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'flex-leave-pause-test-'));
}

/** `startedClock`, closed after each test of the file that calls this. */
export function closingClocks() {
  const clocks: LocalClock[] = [];
  afterEach(async () => {
    await Promise.all(clocks.splice(0).map((clock) => clock.close()));
  });
  return async (...given: Parameters<typeof startedClock>) => {
    const all = await startedClock(...given);
    clocks.push(all.clock);
    return all;
  };
}
