import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { serve } from '../../local/http-server';

/** Starts the product as `npm start` does, to see it end. */
async function ended(environment: Record<string, string>) {
  const main = join(__dirname, '../../local/main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, ...environment },
  });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece.toString()));
  child.stderr.on('data', (piece: Buffer) => err.push(piece.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out: out.join(''), err: err.join('') };
}

it('ends with one line about a port that is none', async () => {
  const { code, out, err } = await ended({ PORT: 'abc' });
  expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'PORT must be a number from 0 to 65535\n' });
}, 20_000);

it('ends with one line about a port in use', async () => {
  const other = await serve(() => undefined);
  const { code, out, err } = await ended({ PORT: String(other.port) });
  await other.close();
  const said = `Port ${other.port} is in use: set PORT to another one\n`;
  expect({ code, out, err }).toEqual({ code: 1, out: '', err: said });
}, 20_000);

it('ends with one line about a DATA_DIR that cannot be written', async () => {
  const { code, out, err } = await ended({ PORT: '0', DATA_DIR: `${__filename}/data` });
  const said = `DATA_DIR cannot be written: ENOTDIR: not a directory, mkdir '${__filename}/data/state'\n`;
  expect({ code, out, err }).toEqual({ code: 1, out: '', err: said });
}, 20_000);
