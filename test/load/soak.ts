import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginAll, end } from './caller';
import { brokenPromises } from './kept';
import { ProductProcess } from './product-process';
import { quiet } from './quiet';
import { cyclesOf } from './throughput';

export interface SoakOptions {
  readonly callers: number;
  /** Until all is over, with what is waited for after each minute; then it starts anew. */
  readonly minutes: number;
}

const MINUTE_SECONDS = 60;

/**
 * Callers go round and round; after each minute of it the heap and what is owed are looked at. What
 * is kept grows with what was done: a process that is started anew with all of it keeps as much, unless something else has grown.
 *
 * @returns the promises that were broken
 */
export async function soak(
  { callers, minutes }: SoakOptions,
  say: (line: string) => void,
): Promise<string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'flex-leave-pause-soak-'));
  let product = await ProductProcess.start(dataDir);
  try {
    await product.api.set({ enabled: true }, {});
    const all: string[] = [];
    const ends = performance.now() + minutes * MINUTE_SECONDS * 1000;
    while (performance.now() < ends) {
      const held = await beginAll(product.api, callers);
      all.push(...held.map(({ conversationSid }) => conversationSid));
      const { cycles } = await cyclesOf(product.api, held, MINUTE_SECONDS);
      await Promise.all(held.map((one) => end(product.api, one)));
      await quiet(product.api);
      say(`${cycles} cycles in a minute, then heap ${await megabytesOf(product)} MB, nothing owed`);
    }
    await product.close();
    product = await ProductProcess.start(dataDir);
    await quiet(product.api);
    const broken = await brokenPromises(product.api, all);
    say(`started anew with all of it: heap ${await megabytesOf(product)} MB`);
    return broken;
  } finally {
    await product.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function megabytesOf(product: ProductProcess): Promise<string> {
  return ((await product.heapBytes()) / 1_000_000).toFixed(1);
}
