import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build as bundle, type Plugin } from 'esbuild';
import { parse } from 'yaml';
import type { PlantedBug } from './bugs';

const ROOT = join(__dirname, '../..');
const INSTEAD = join(__dirname, 'program/instead');

/** What leaves the machine has a simulated part in its place; all else is the code that is deployed. */
const REPLACED: Readonly<Record<string, string>> = {
  'lambda/runtime/store.ts': 'store.ts',
  'lambda/runtime/history.ts': 'history.ts',
  'lambda/runtime/events.ts': 'events.ts',
  'lambda/runtime/table-lists.ts': 'table-lists.ts',
  'lambda/runtime/table-handovers.ts': 'table-handovers.ts',
  'lambda/runtime/reconciled-mark.ts': 'reconciled-mark.ts',
  'lambda/runtime/timer.ts': 'timer.ts',
  'lambda/runtime/credentials.ts': 'credentials.ts',
  'lambda/runtime/twilio-transport.ts': 'twilio-transport.ts',
  'lambda/runtime/log.ts': 'log.ts',
  'lambda/runtime/metrics.ts': 'metrics.ts',
  'local/twilio/sids.ts': 'sids.ts',
  'local/twilio/webhooks.ts': 'webhooks.ts',
};

/** Of the deployed code, what would leave the machine all the same. */
const LEAVES = /lambda\/adapters\/twilio\/transport\.ts$|lambda\/runtime\/aws-client\.ts$/;

/** What the stand-in has for good, and each simulation has of its own. */
const CAPACITY = {
  path: 'local/twilio/demo.ts',
  code: 'export const CAPACITY = 2;',
  instead: `import { capacity } from ${JSON.stringify(join(__dirname, 'program/capacity.ts'))};
    export let CAPACITY = 2;
    capacity.set = (tasks) => void (CAPACITY = tasks);`,
};

/** What the API's description says, by which every answer is judged; a program of one file has no folder to read it from. */
const OPENAPI = JSON.stringify(parse(readFileSync(join(ROOT, 'docs/openapi.yaml'), 'utf8')));

/** Where ids are made by chance. */
const MAKES_IDS = 'lambda/runtime/deps.ts';

/**
 * @returns the simulator's program as JavaScript, with a bug in it where one is planted
 * @throws  where a part of it would leave the machine
 */
export async function buildProgram(bug?: PlantedBug): Promise<string> {
  const { outputFiles, metafile } = await bundle({
    entryPoints: [join(__dirname, 'program/worker.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    write: false,
    metafile: true,
    logLevel: 'warning',
    sourcemap: bug === undefined ? 'inline' : false,
    sourcesContent: false,
    plugins: [simulatedParts, ...(bug === undefined ? [] : [planted(bug)])],
  });
  const [output] = Object.values(metafile.outputs);
  const leaving = Object.keys(output!.inputs).filter((input) => LEAVES.test(input));
  if (leaving.length > 0) throw new Error(`Not replaced: ${leaving.join(', ')}`);
  return outputFiles[0]!.text;
}

const simulatedParts: Plugin = {
  name: 'simulated-parts',
  setup(build) {
    build.onResolve({ filter: /^node:crypto$/ }, ({ importer }) =>
      relative(ROOT, importer) === MAKES_IDS ? { path: join(INSTEAD, 'ids.ts') } : undefined,
    );
    build.onLoad({ filter: /\/contract\/openapi-file\.ts$/ }, () => ({
      contents: `export const OPENAPI = ${OPENAPI};`,
      loader: 'ts',
    }));
    build.onLoad({ filter: /\/(lambda|local)\/.*\.ts$/ }, ({ path }) => {
      if (relative(ROOT, path) === CAPACITY.path) return { contents: withCapacity(path), loader: 'ts' };
      const instead = REPLACED[relative(ROOT, path)];
      if (instead === undefined) return undefined;
      return { contents: readFileSync(join(INSTEAD, instead), 'utf8'), loader: 'ts', resolveDir: INSTEAD };
    });
  },
};

function withCapacity(path: string): string {
  return onlyOnce(readFileSync(path, 'utf8'), CAPACITY.code, CAPACITY.instead, path);
}

/** @throws when the text does not have the code exactly once */
function onlyOnce(text: string, code: string, instead: string, what: string): string {
  const parts = text.split(code);
  if (parts.length !== 2) throw new Error(`${what} has its code ${parts.length - 1} times`);
  return parts.join(instead);
}

/** @throws when the code no longer has what the bug replaces */
function planted({ name, file, code, instead }: PlantedBug): Plugin {
  return {
    name: 'planted-bug',
    setup(build) {
      build.onLoad({ filter: /\/lambda\/.*\.ts$/ }, ({ path }) => {
        if (relative(ROOT, path) !== file) return undefined;
        const contents = onlyOnce(readFileSync(path, 'utf8'), code, instead, `${name}: ${file}`);
        return { contents, loader: 'ts' };
      });
    },
  };
}
