import { availableParallelism, cpus, totalmem } from 'node:os';
import { development, tests } from './development';
import { goodPathRows } from './good-path-rows';
import { growth } from './growth';
import { lateness, mass } from './lateness';
import type { Row } from './row';
import { throughput } from './throughput';
import { weightRows } from './weight-rows';
import { weightTable } from './weight-table';

type Parts = Readonly<Record<string, () => Promise<Row[]>>>;

/**
 * What `npm run bench` prints, and each by its name alone. Those of one line run side by side: each has one thread, and one of
 * them goes by simulated time.
 */
const LINES: readonly Parts[] = [
  { weight: weightRows },
  { calls: goodPathRows },
  { throughput: () => throughput() },
  { growth: () => growth(), mass: () => mass() },
  { lateness },
  { development },
];
const PARTS: Parts = Object.assign({}, ...LINES) as Parts;
/** Only by their names: all tests take longer than everything else together, and the functions are many. */
const ALONE: Readonly<Record<string, () => Promise<void>>> = {
  tests: () => print([{ tests }]),
  functions: async () => (await weightTable()).forEach(say),
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One table, as Markdown, as its parts come. */
async function print(lines: readonly Parts[]): Promise<void> {
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model}), ${gigabytes} GB, Node ${process.version}`;
  say(`${new Date().toISOString().slice(0, 10)}, ${machine}`);
  say('');
  say('| what | figure | aim | alone by |');
  say('| --- | --- | --- | --- |');
  for (const line of lines) {
    const measured = Object.entries(line).map(async ([name, rows]) => ({ name, rows: await rows() }));
    for (const { name, rows } of await Promise.all(measured))
      for (const { what, figure, aim } of rows)
        say(`| ${what} | ${figure} | ${aim} | \`npm run bench -- ${name}\` |`);
  }
}

async function main(): Promise<void> {
  const name = process.argv[2];
  if (name === undefined) return print(LINES);
  const alone = ALONE[name];
  if (alone) return alone();
  const part = PARTS[name];
  if (!part) throw new Error(`There is ${[...Object.keys(PARTS), ...Object.keys(ALONE)].join(', ')}`);
  return print([{ [name]: part }]);
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
