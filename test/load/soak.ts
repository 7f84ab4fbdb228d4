import { readFile } from 'node:fs/promises';
import { type Api } from './api';
import { beginAll, end } from './caller';
import { brokenPromises } from './kept';
import { quiet } from './quiet';
import { cyclesOf } from './throughput';

export interface SoakOptions {
  readonly callers: number;
  readonly minutes: number;
  /** Of the process of the product */
  readonly pid: number;
}

const MINUTE_SECONDS = 60;

/** Callers go round and round; memory and what is owed are looked at each minute. @returns the promises that were broken */
export async function soak(
  api: Api,
  { callers, minutes, pid }: SoakOptions,
  say: (line: string) => void,
): Promise<string[]> {
  await api.set({ enabled: true }, {});
  const all: string[] = [];
  for (let minute = 1; minute <= minutes; minute++) {
    const held = await beginAll(api, callers);
    all.push(...held.map(({ conversationSid }) => conversationSid));
    const { cycles } = await cyclesOf(api, held, MINUTE_SECONDS);
    await Promise.all(held.map((one) => end(api, one)));
    await quiet(api);
    say(`minute ${minute}: ${cycles} cycles, ${await megabytesOf(pid)} MB, nothing owed`);
  }
  return brokenPromises(api, all);
}

/** Resident memory. */
async function megabytesOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024).toFixed(0);
}
