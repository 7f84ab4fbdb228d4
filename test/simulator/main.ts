import { parseArgs } from 'node:util';
import { buildProgram } from './build';
import { reportOf } from './report';
import { simulateSeeds } from './seeds';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    path: { type: 'string' },
    trace: { type: 'boolean', default: false },
  },
});

/** Ends with 1 when a promise was broken. */
async function main(): Promise<void> {
  const began = performance.now();
  const result = await simulateSeeds(await buildProgram(), {
    first: Number(values.seed ?? values.from),
    count: values.seed === undefined ? Number(values.seeds) : 1,
    path: values.path,
    shrinks: values.seed !== undefined && !values.trace,
    trace: values.trace,
  });
  for (const line of reportOf(result, (performance.now() - began) / 1000)) process.stdout.write(`${line}\n`);
  process.exitCode = result.failures.length > 0 ? 1 : 0;
}

void main();
