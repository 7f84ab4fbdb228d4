import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as Esbuild from 'esbuild';

/** An ES module has no `require`; bundled CommonJS packages call it for Node's own modules. */
const REQUIRE_BANNER = `import{createRequire}from'module';const require=createRequire(import.meta.url);`;

/** Where a function finds its credentials, in place of all places where a program may. */
const FUNCTION_CREDENTIALS = resolve(__dirname, '../lambda/runtime/function-credentials.ts');

/**
 * They are deployed to Node 24; tests load them on whatever Node runs the tests. So they keep to the syntax of the
 * oldest one that `engines` of package.json allows.
 */
const OLDEST_NODE = 'node20.19';

/** File of a bundle, in a folder of its own. */
export const BUNDLE = 'index.mjs';

/** How esbuild makes a bundle. */
export const BUNDLING: Esbuild.BuildOptions = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  target: OLDEST_NODE,
  format: 'esm',
  mainFields: ['module', 'main'],
  alias: { '@aws-sdk/credential-provider-node': FUNCTION_CREDENTIALS },
  banner: { js: REQUIRE_BANNER },
  logLevel: 'silent',
};

interface Built {
  /** By entry. */
  readonly bundles: ReadonlyMap<string, Uint8Array>;
  /** What esbuild says that they are made of. */
  readonly metafile: Esbuild.Metafile;
}

/** By the folder of the entries, which is built once per process. */
const built = new Map<string, Built>();

/**
 * The code of one function: `<entryDir>/<name>.ts` bundled to a single `index.mjs`. Built by esbuild, never by
 * Docker, and only where the app bundles: with the context `aws:cdk:bundling-stacks: []` nothing is built and
 * the asset's hash is that of the construct's path, so that a template does not change with a handler's code.
 *
 * In the package the bundle is there already, as `<entryDir>/<name>/index.mjs`.
 */
export function handlerCode(entryDir: string, name: string): lambda.Code {
  const prebuilt = join(entryDir, name);
  if (existsSync(join(prebuilt, BUNDLE))) return lambda.Code.fromAsset(prebuilt);
  return lambda.Code.fromAsset(entryDir, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      // Not run: it tells the functions apart for CDK's cache of assets, which does not see `tryBundle`.
      command: [name],
      local: {
        tryBundle(outputDir) {
          const bundle = builtFrom(entryDir).bundles.get(name);
          if (bundle === undefined) throw new Error(`There is no handler ${join(entryDir, `${name}.ts`)}`);
          writeFileSync(join(outputDir, BUNDLE), bundle);
          return true;
        },
      },
    },
  });
}

/** Built once per process. */
export function builtFrom(entryDir: string): Built {
  const all = built.get(entryDir) ?? buildAll(entryDir);
  built.set(entryDir, all);
  return all;
}

/** One run for all entries: a run costs most at its start (0.44 s for four entries, measured). */
function buildAll(entryDir: string): Built {
  const names = entriesIn(entryDir);
  const outdir = mkdtempSync(join(tmpdir(), 'flex-leave-pause-bundles-'));
  // Only when it is needed: where the bundles are there already, esbuild is not.
  const { buildSync } = createRequire(__filename)('esbuild') as typeof Esbuild;
  try {
    const { metafile } = buildSync({
      ...BUNDLING,
      entryPoints: names.map((name) => join(entryDir, `${name}.ts`)),
      outdir,
      metafile: true,
    });
    const bundles = new Map(names.map((name) => [name, readFileSync(join(outdir, `${name}.mjs`))]));
    return { bundles, metafile };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function entriesIn(entryDir: string): string[] {
  return readdirSync(entryDir)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
}
