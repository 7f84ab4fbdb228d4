import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build as esbuild, type Plugin } from 'esbuild';

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

/** Browsers that Flex UI supports are newer. */
const OLDEST_BROWSERS = ['chrome109', 'edge109', 'firefox115', 'safari16'];

/**
 * The desk as a browser loads it: one script with a hash in its name, and the page that loads it. It asks nobody but
 * its own address and the API for anything, and needs neither inline scripts nor `eval`.
 */
export async function buildDesk(): Promise<Desk> {
  const [script, page] = await Promise.all([bundle(), readFile(join(__dirname, 'index.html'), 'utf8')]);
  const name = basename(script.path);
  if (!page.includes('"main.js"')) throw new Error('index.html does not load main.js');
  return {
    files: new Map([
      ['index.html', file(Buffer.from(page.replace('"main.js"', `"${name}"`)), 'text/html; charset=utf-8')],
      [name, { ...file(script.contents, 'text/javascript; charset=utf-8'), immutable: true }],
    ]),
  };
}

async function bundle(): Promise<{ path: string; contents: Uint8Array }> {
  const { outputFiles } = await esbuild({
    entryPoints: { desk: join(__dirname, 'main.tsx') },
    outdir: '/',
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: OLDEST_BROWSERS,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutFontsFromElsewhere],
    logLevel: 'silent',
  });
  const [script] = outputFiles;
  if (!script) throw new Error('esbuild has made no script');
  return script;
}

/** Paste's theme loads Twilio's typeface from Twilio's server; without it, the browser takes the next one of the theme. */
const withoutFontsFromElsewhere: Plugin = {
  name: 'without-fonts-from-elsewhere',
  setup(build) {
    build.onLoad({ filter: /@twilio-paste[\\/]theme[\\/]dist[\\/]index\.es\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(/@font-face\s*\{[^}]*\}/g, '');
      if (contents === source) throw new Error('The fonts of the theme are not where they were');
      return { contents, loader: 'js' };
    });
  },
};

function file(contents: Uint8Array, type: string): DeskFile {
  return { contents, type, immutable: false };
}
