import { parseArgs } from 'node:util';
import { kills } from './kills';
import { mass } from './mass';
import { ProductProcess } from './product-process';
import { soak } from './soak';
import { throughput } from './throughput';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    callers: { type: 'string' },
    seconds: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '30' },
    pauses: { type: 'string', default: '250' },
    'per-second': { type: 'string', default: '50' },
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const KINDS: Readonly<Record<string, () => Promise<string[]>>> = {
  throughput: () =>
    withProduct(({ api }) => {
      const callers = (values.callers ?? '1,8,32').split(',').map(Number);
      return throughput(api, { callers, seconds: Number(values.seconds) }, say);
    }),
  soak: () => soak({ callers: Number(values.callers ?? 8), minutes: Number(values.minutes) }, say),
  mass: () => mass({ pauses: Number(values.pauses), perSecond: Number(values['per-second']) }, say),
  kills: () => {
    const callers = Number(values.callers ?? 8);
    return kills({ times: Number(values.times), callers, withinMs: 2_000, seed: Number(values.seed) }, say);
  },
};

async function withProduct(work: (product: ProductProcess) => Promise<string[]>): Promise<string[]> {
  const product = await ProductProcess.start();
  try {
    return await work(product);
  } finally {
    await product.close();
  }
}

/** Ends with 1 when a promise was broken. */
async function main(): Promise<void> {
  const run = KINDS[positionals[0] ?? ''];
  if (!run) throw new Error(`Name what is to be run: ${Object.keys(KINDS).join(', ')}`);
  const began = performance.now();
  const broken = await run();
  for (const one of broken) say(one);
  say(`${broken.length} promises broken, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
