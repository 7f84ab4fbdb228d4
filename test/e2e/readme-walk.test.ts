import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { RunningProduct } from './running-product';

const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');

/** The walk's commands in order, and what the README says that they print. */
function walk(): { commands: string; printed: string } {
  const section = README.slice(README.indexOf('## A walk through Pause'));
  const blocks = (kind: string) =>
    [...section.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, 'gms'))]
      .map(([, block]) => block)
      .join('');
  return { commands: blocks('sh'), printed: blocks('text') };
}

/** The longest that the walk may take where others work beside it: each of its commands is a process or two. */
const TIME_LIMIT = 300_000;

let running: RunningProduct;
beforeAll(async () => (running = await RunningProduct.start()));
afterAll(() => running.close());

it(
  "prints what the README's walk says, word for word",
  async () => {
    const { commands, printed } = walk();
    expect(commands).toContain('http://localhost:3000');
    const here = commands.replace('http://localhost:3000', running.product.url);
    // Where its input is a socket, as here, bash may read start-up files of the machine.
    const bash = ['--norc', '--noprofile', '-euc', `set -o pipefail\n${here}`];
    // A command that fails ends the walk: what it had printed so far tells which.
    const ended = promisify(execFile)('bash', bash).catch(
      (error: unknown) => error as { stdout: string; stderr: string },
    );
    const { stdout, stderr } = await ended;
    expect({ stdout, stderr }).toEqual({ stdout: printed, stderr: '' });
  },
  TIME_LIMIT,
);
