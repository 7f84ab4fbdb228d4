import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { bundleDesk } from '../desk/build';
import { builtFrom } from '../lib/bundle';
import { packages } from '../package-lock.json';
import { name as product } from '../package.json';

const ROOT = join(__dirname, '..');
const LOCKED = packages as Readonly<Record<string, { readonly version?: string } | undefined>>;

/** A property of each package: with what part of the product it is deployed. */
export const PART = `${product}:part`;

/** What CDK adds to a stack with the desk: functions that fill its bucket, and empty it. */
const BY_CDK = ['node_modules/aws-cdk-lib', 'node_modules/@aws-cdk/asset-awscli-v1'];

export interface Component {
  readonly 'bom-ref': string;
  readonly scope: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/** CycloneDX, as far as this project reads it. */
export interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** npm's own bill has all that is installed; this is what of it is deployed: in a bundle, or by CDK. */
export async function billOfMaterials(): Promise<Bill> {
  const { metafile } = await bundleDesk();
  return onlyDeployed(installed(), {
    functions: packagesIn(builtFrom(join(ROOT, 'lambda')).metafile),
    desk: packagesIn(metafile),
    'deployment of the desk': BY_CDK.map(refOf),
  });
}

/** Packages of which something is in a bundle, as bills refer to them: `react@17.0.2`. */
export function packagesIn({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = used.map(([file]) => /node_modules\/(.*node_modules\/)?(@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].map(refOf);
}

function refOf(folder: string): string {
  return `${folder.replace(/.*node_modules\//, '')}@${LOCKED[folder]?.version}`;
}

function installed(): Bill {
  const options = ['--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'];
  return JSON.parse(execFileSync('npm', ['sbom', ...options], { cwd: ROOT, encoding: 'utf8' })) as Bill;
}

/**
 * @param parts packages of each
 * @throws Error when one is not in the bill
 */
function onlyDeployed(bill: Bill, parts: Readonly<Record<string, readonly string[]>>): Bill {
  const refs = [...new Set(Object.values(parts).flat())].sort();
  const components = refs.map((ref) => {
    const component = bill.components.find((each) => each['bom-ref'] === ref);
    if (component === undefined) throw new Error(`${ref} is deployed, and not in package-lock.json`);
    const names = Object.keys(parts).filter((part) => parts[part]?.includes(ref));
    // Of npm's properties there is one: that a package is for development, which what is bundled is not.
    return { ...component, scope: 'required', properties: names.map((value) => ({ name: PART, value })) };
  });
  const root = { ...bill.metadata.component, name: product }; // to npm it is called as its folder is
  const kept = new Set([root['bom-ref'], ...refs]);
  return {
    ...bill,
    metadata: { ...bill.metadata, component: root },
    components,
    dependencies: bill.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) })),
  };
}
