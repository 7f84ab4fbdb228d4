import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BrowserBundle, bundleForBrowsers } from './bundle';

/** What the desk's page consists of, by path below its address, such as `index.html` and `desk-4KJ2XQ.js`. */
export interface Desk {
  readonly files: ReadonlyMap<string, DeskFile>;
}

export interface DeskFile {
  readonly contents: Uint8Array;
  /** Content type */
  readonly type: string;
  /** Its name changes with its contents, so that it may be kept for ever. */
  readonly immutable: boolean;
}

/**
 * The desk as a browser loads it: one script with a hash in its name, and the page that loads it. It asks nobody but
 * its own address and the API for anything, and needs neither inline scripts nor `eval`.
 */
export async function buildDesk(): Promise<Desk> {
  const [script, page] = await Promise.all([bundleDesk(), readFile(join(__dirname, 'index.html'), 'utf8')]);
  const name = basename(script.path);
  if (!page.includes('"main.js"')) throw new Error('index.html does not load main.js');
  return {
    files: new Map([
      ['index.html', file(Buffer.from(page.replace('"main.js"', `"${name}"`)), 'text/html; charset=utf-8')],
      [name, { ...file(script.contents, 'text/javascript; charset=utf-8'), immutable: true }],
    ]),
  };
}

/** The desk's script. */
export function bundleDesk(): Promise<BrowserBundle> {
  return bundleForBrowsers({
    entryPoints: { desk: join(__dirname, 'main.tsx') },
    outdir: '/',
    entryNames: '[name]-[hash]',
    format: 'esm',
  });
}

function file(contents: Uint8Array, type: string): DeskFile {
  return { contents, type, immutable: false };
}
