import { readFile } from 'node:fs/promises';
import { build, type BuildOptions, type Metafile, type OutputFile, type Plugin } from 'esbuild';

/** Browsers that Flex UI supports are newer. */
const OLDEST_BROWSERS = ['chrome109', 'edge109', 'firefox115', 'safari16'];

export interface BrowserBundle extends OutputFile {
  /** What esbuild says that it is made of. */
  readonly metafile: Metafile;
}

/** One script for browsers, React in production and all styles in it, which asks no other server for anything. */
export async function bundleForBrowsers({ plugins = [], ...options }: BuildOptions): Promise<BrowserBundle> {
  const { outputFiles, metafile } = await build({
    bundle: true,
    minify: true,
    target: OLDEST_BROWSERS,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutFontsFromElsewhere, ...plugins],
    logLevel: 'silent',
    ...options,
    metafile: true,
    write: false,
  });
  const [script] = outputFiles;
  if (!script) throw new Error('esbuild has made no script');
  return { ...script, metafile };
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
