import { buildProgram } from './build';
import { pauseTimer } from './pause-timer';
import type { MassJob, MassResult } from './program/mass';
import { runInWorkers } from './workers';

/** Many deadlines at one moment, in one simulation. */
export async function massDeadline(of: Omit<MassJob, 'kind' | 'pauseTimer'>): Promise<MassResult> {
  let result: MassResult | undefined;
  const job = { kind: 'mass' as const, ...of, pauseTimer: await pauseTimer() };
  await runInWorkers<MassResult>(await buildProgram(), [job], (each) => void (result = each));
  if (result === undefined) throw new Error('the simulation did not end');
  return result;
}
