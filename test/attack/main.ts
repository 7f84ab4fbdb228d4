import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});

/** The product's own log goes to the same stream as Jest's report. */
const isLog = (line: string) => line.startsWith('{');

/** Runs the tests of this folder, or one file of it, with as many inputs for each; ends with 1 when something broke. */
function attack(): void {
  const jest = ['node_modules/jest/bin/jest.js', '--runInBand', `test/attack/${values.only}`];
  const env = { ...process.env, ATTACK_INPUTS: values.inputs, ATTACK_SEED: values.seed };
  const run = spawn(process.execPath, jest, { env, stdio: ['ignore', 'inherit', 'pipe'] });
  createInterface({ input: run.stderr }).on(
    'line',
    (line) => isLog(line) || process.stderr.write(`${line}\n`),
  );
  run.on('close', (code) => (process.exitCode = code ?? 1));
}

attack();
