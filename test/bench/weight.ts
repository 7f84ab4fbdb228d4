import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build, type Metafile, type Plugin } from 'esbuild';
import { BUNDLING } from '../../lib/bundle';
import { FUNCTION_NAMES } from '../../lib/function-names';
import { median } from '../load/latencies';

const LAMBDA = join(__dirname, '../../lambda');

/** A bundle, and how long a fresh process takes to load it. */
export interface Loaded {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** A function as it is deployed, and what it is compared with in the same run. */
export interface Weight {
  readonly name: string;
  readonly asDeployed: Loaded;
  /** The same handler, and all of the package `twilio` beside it. */
  readonly withTwilio: Loaded;
  /** A handler that does nothing, with the AWS clients that the function has. */
  readonly empty: Loaded;
}

const ROUNDS = 9;

/**
 * Loads each function's bundle in a fresh process, in turn with what it is compared with.
 *
 * @param rounds how often each; the median counts
 * @param names  of the functions; for other code than the deployed one, of a file of its own
 */
export async function weights(
  rounds = ROUNDS,
  names: readonly string[] = FUNCTION_NAMES,
  entryDir = LAMBDA,
): Promise<Weight[]> {
  const outdir = await mkdtemp(join(tmpdir(), 'flex-leave-pause-weight-'));
  try {
    const { bundles, clientsOf } = await bundled(names, entryDir, outdir);
    const times = await loadedInTurn(Object.keys(bundles), outdir, rounds);
    const loaded = (bundle: string): Loaded => ({
      bytes: bundles[bundle]!,
      milliseconds: median(times.get(bundle)!),
    });
    return names.map((name) => ({
      name,
      asDeployed: loaded(name),
      withTwilio: loaded(`${name}.with-twilio`),
      empty: loaded(emptyWith(clientsOf[name]!)),
    }));
  } finally {
    await rm(outdir, { recursive: true });
  }
}

/** Bytes of each bundle, by name, and the AWS clients that each function has. */
async function bundled(names: readonly string[], entryDir: string, outdir: string) {
  const own = Object.fromEntries(names.map((name) => [name, join(entryDir, `${name}.ts`)]));
  const { metafile } = await build({ ...BUNDLING, outdir, entryPoints: own, metafile: true });
  const clientsOf = Object.fromEntries(names.map((name) => [name, clientsIn(metafile, `${name}.mjs`)]));
  const written: Record<string, string> = {};
  for (const name of names) {
    const entry = JSON.stringify(own[name]);
    written[`${name}.with-twilio`] =
      `import twilio from 'twilio'; export * from ${entry}; export { twilio };`;
    written[emptyWith(clientsOf[name]!)] = emptyHandler(clientsOf[name]!);
  }
  const compared = await build({
    ...BUNDLING,
    outdir,
    entryPoints: Object.fromEntries(Object.keys(written).map((name) => [name, name])),
    plugins: [writtenHere(written)],
    metafile: true,
  });
  const outputs = { ...metafile.outputs, ...compared.metafile.outputs };
  const bundles = Object.entries(outputs).map(
    ([file, { bytes }]) => [basename(file, '.mjs'), bytes] as const,
  );
  return { bundles: Object.fromEntries(bundles), clientsOf };
}

/** Entries that are written here, and not in a file. */
function writtenHere(written: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'written-here',
    setup(bundler) {
      bundler.onResolve({ filter: /./ }, ({ path, kind }) =>
        kind === 'entry-point' ? { path, namespace: 'written' } : undefined,
      );
      bundler.onLoad({ filter: /./, namespace: 'written' }, ({ path }) => ({
        contents: written[path]!,
        loader: 'ts',
        resolveDir: __dirname,
      }));
    },
  };
}

function clientsIn({ outputs }: Metafile, file: string): string[] {
  const [, output] = Object.entries(outputs).find(([name]) => basename(name) === file)!;
  const inputs = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const clients = inputs.flatMap(([name]) => /@aws-sdk\/client-[\w-]+/.exec(name)?.[0] ?? []);
  return [...new Set(clients)].sort();
}

function emptyWith(clients: readonly string[]): string {
  return ['empty', ...clients.map((client) => client.replace('@aws-sdk/client-', ''))].join('-and-');
}

/** Each client's class, made as a function makes it: when it is needed first. */
function emptyHandler(clients: readonly string[]): string {
  const imports = clients.map(
    (client, index) => `import { ${CLASSES[client]} as Client${index} } from '${client}';`,
  );
  const made = clients.map((_, index) => `new Client${index}({})`);
  return `${imports.join('\n')}\nexport const handler = async () => [${made.join(', ')}].length;`;
}

const CLASSES: Readonly<Record<string, string>> = {
  '@aws-sdk/client-dynamodb': 'DynamoDBClient',
  '@aws-sdk/client-eventbridge': 'EventBridgeClient',
  '@aws-sdk/client-secrets-manager': 'SecretsManagerClient',
  '@aws-sdk/client-sfn': 'SFNClient',
};

/** One after the other, so that what disturbs the machine disturbs all alike. */
async function loadedInTurn(
  bundles: readonly string[],
  outdir: string,
  rounds: number,
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(bundles.map((bundle) => [bundle, []]));
  for (let round = 0; round < rounds; round++)
    for (const bundle of bundles)
      times.get(bundle)!.push(await millisecondsToLoad(join(outdir, `${bundle}.mjs`)));
  return times;
}

async function millisecondsToLoad(file: string): Promise<number> {
  const url = JSON.stringify(pathToFileURL(file).href);
  const program = `const began = performance.now(); await import(${url}); process.stdout.write(String(performance.now() - began));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: dirname(file),
  });
  return Number(stdout);
}
