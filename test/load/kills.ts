import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Chance } from '../simulator/program/chance';
import { type Api } from './api';
import { beginAll, cycle, type Held } from './caller';
import { brokenPromises } from './kept';
import { Latencies } from './latencies';
import { ProductProcess } from './product-process';
import { quiet } from './quiet';

export interface KillsOptions {
  readonly times: number;
  readonly callers: number;
  /** The kill comes at a moment drawn from this many milliseconds of load. */
  readonly withinMs: number;
  /** Decides the moments */
  readonly seed: number;
}

/**
 * `kill -9` while callers pause, reply and resume; started again with the same folder, a minute later every conversation
 * is where it should be. @returns the promises that were broken
 */
export async function kills(
  { times, callers, withinMs, seed }: KillsOptions,
  say: (line: string) => void,
): Promise<string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'flex-leave-pause-kills-'));
  const broken: string[] = [];
  const chance = new Chance(seed);
  let product = await ProductProcess.start(dataDir);
  try {
    await product.api.set({ enabled: true }, {});
    for (let time = 1; time <= times; time++) {
      const held = await beginAll(product.api, callers);
      const after = chance.between(`kill ${time}`, 0, withinMs);
      await Promise.all([...held.map((one) => roundAndRound(product.api, one)), killAfter(product, after)]);
      product = await ProductProcess.start(dataDir);
      await quiet(product.api);
      const all = held.map(({ conversationSid }) => conversationSid);
      const found = await brokenPromises(product.api, all);
      say(`kill ${time}, after ${after} ms: ${found.length === 0 ? 'all is there' : found.join('; ')}`);
      broken.push(...found);
      await endAll(product.api, held);
    }
    return broken;
  } finally {
    await product.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Until nobody answers any more. */
async function roundAndRound(api: Api, held: Held): Promise<void> {
  const latencies = new Latencies();
  try {
    for (;;) await cycle(api, held, latencies);
  } catch {
    return; // killed
  }
}

async function killAfter(product: ProductProcess, milliseconds: number): Promise<void> {
  await sleep(milliseconds);
  await product.kill();
}

/** The next round begins with agents who have nothing. */
async function endAll(api: Api, held: readonly Held[]): Promise<void> {
  for (const { path } of held) await api.post(`${path}/end`);
  const { tasks } = await api.get<{ tasks: { taskSid: string; status: string }[] }>('/local/tasks');
  for (const { taskSid, status } of tasks)
    if (status === 'wrapping') await api.post(`/local/tasks/${taskSid}/complete`);
  await quiet(api);
}
