import { join } from 'node:path';
import { type Plugin } from 'esbuild';
import { type BrowserBundle, bundleForBrowsers } from '../desk/bundle';

/** What Flex has on its page already: two Reacts on one page do not work together. */
const ON_THE_PAGE: Readonly<Record<string, string>> = { react: 'React', 'react-dom': 'ReactDOM' };

/** The plugin as Flex loads it: one script, with what Flex has of its own left out. */
export async function buildPlugin(): Promise<Uint8Array> {
  return (await bundlePlugin()).contents;
}

export function bundlePlugin(): Promise<BrowserBundle> {
  return bundleForBrowsers({
    entryPoints: [join(__dirname, 'main.ts')],
    format: 'iife',
    plugins: [fromThePage],
  });
}

const fromThePage: Plugin = {
  name: 'from-the-page',
  setup(build) {
    build.onResolve({ filter: /^react(-dom)?$/ }, ({ path }) => ({ path, namespace: 'page' }));
    build.onLoad({ filter: /.*/, namespace: 'page' }, ({ path }) => ({
      contents: `module.exports = window.${ON_THE_PAGE[path]};`,
      loader: 'js',
    }));
  },
};
