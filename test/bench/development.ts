import { execFile, type ExecFileOptions } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../load/latencies';
import { ProductProcess } from '../load/product-process';
import type { Row } from './row';

const ROOT = join(__dirname, '../..');
const TIMES = 3;
const MOST_OUTPUT_BYTES = 100_000_000;

/** What somebody who works on this waits for, but for the tests: those are a part of their own. */
export async function development(): Promise<Row[]> {
  const first = await inFolder((folder) => seconds(() => untilReady(folder)));
  const again = await medianOf(() => untilReady());
  return [
    { what: '`npm ci`, in an empty folder', figure: `${(await inFolder(install)).toFixed(0)} s`, aim: '–' },
    {
      what: '`npm start`, until ready: the first time, then each time',
      figure: `${first.toFixed(1)}, ${again.toFixed(1)} s`,
      aim: '5 s',
    },
    {
      what: '`cdk synth`, all functions bundled',
      figure: `${(await medianOf(() => run('npm', ['run', 'synth']))).toFixed(1)} s`,
      aim: '15 s',
    },
  ];
}

/** All of `npm test`. */
export async function tests(): Promise<Row[]> {
  const figure = await seconds(() => run('npm', ['test']));
  return [{ what: '`npm test`, with the browser', figure: `${(figure / 60).toFixed(1)} min`, aim: '5 min' }];
}

async function install(folder: string): Promise<number> {
  for (const file of ['package.json', 'package-lock.json'])
    await copyFile(join(ROOT, file), join(folder, file));
  return seconds(() => run('npm', ['ci'], { cwd: folder }));
}

/** @param temporary where nothing is kept yet of what was compiled before */
async function untilReady(temporary?: string): Promise<void> {
  const product = await ProductProcess.start(undefined, temporary);
  await product.close();
}

async function run(command: string, args: readonly string[], options: ExecFileOptions = {}): Promise<void> {
  await promisify(execFile)(command, args, { cwd: ROOT, maxBuffer: MOST_OUTPUT_BYTES, ...options });
}

async function medianOf(work: () => Promise<void>): Promise<number> {
  const all: number[] = [];
  while (all.length < TIMES) all.push(await seconds(work));
  return median(all);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'flex-leave-pause-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
