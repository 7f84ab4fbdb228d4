import { type Api } from './api';
import { beginAll, cycle, end, type Held } from './caller';
import { brokenPromises } from './kept';
import { Latencies } from './latencies';
import { quiet } from './quiet';

export interface ThroughputOptions {
  /** Callers at once, one level after the other; at most 36, as so many tasks the demo agents take. */
  readonly callers: readonly number[];
  /** How long each level lasts */
  readonly seconds: number;
}

/** Cycles of pause, reply and resume at rising concurrency. @returns the promises that were broken */
export async function throughput(
  api: Api,
  { callers, seconds }: ThroughputOptions,
  say: (line: string) => void,
): Promise<string[]> {
  await api.set({ enabled: true }, { enabled: true });
  const all: Held[] = [];
  for (const count of callers) {
    const held = await beginAll(api, count);
    all.push(...held);
    const { cycles, latencies, lasted } = await cyclesOf(api, held, seconds);
    say(`${count} at once: ${(cycles / lasted).toFixed(1)} cycles a second`);
    for (const line of latencies.lines(lasted)) say(line);
    await Promise.all(held.map((one) => end(api, one)));
  }
  await quiet(api);
  return brokenPromises(
    api,
    all.map(({ conversationSid }) => conversationSid),
  );
}

/** Each goes round until the time is over. */
export async function cyclesOf(
  api: Api,
  held: readonly Held[],
  seconds: number,
): Promise<{ cycles: number; latencies: Latencies; lasted: number }> {
  const latencies = new Latencies();
  const began = performance.now();
  const lasts = () => performance.now() - began < seconds * 1000;
  let cycles = 0;
  await Promise.all(
    held.map(async (one) => {
      for (; lasts(); cycles++) await cycle(api, one, latencies);
    }),
  );
  return { cycles, latencies, lasted: (performance.now() - began) / 1000 };
}
