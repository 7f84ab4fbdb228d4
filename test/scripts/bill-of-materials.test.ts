import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { bundlePlugin } from '../../plugin/build';
import {
  type Bill,
  billOfMaterials,
  type Component,
  packagesIn,
  PART,
} from '../../scripts/bill-of-materials';
import { cycloneDxErrors } from './cyclonedx';

let bill: Bill;
beforeAll(async () => {
  bill = await billOfMaterials();
});

const refOf = (component: Component) => component['bom-ref'];
const nameOf = (component: Component) => refOf(component).replace(/@[^@]*$/, '');
const withPart = (part: string) =>
  bill.components.filter(({ properties = [] }) =>
    properties.some(({ name, value }) => name === PART && value === part),
  );

it('is valid CycloneDX', () => {
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
  expect(cycloneDxErrors(bill)).toEqual([]);
});

it('is of this product, in this version', () => {
  expect(refOf(bill.metadata.component)).toBe(`flex-leave-pause@${version}`);
  expect(bill.metadata.component).toMatchObject({ type: 'application', name: 'flex-leave-pause' });
});

it('has of each package what it is, its licence and its hash, and with what it is deployed', () => {
  for (const component of bill.components) {
    expect(component).toMatchObject({
      scope: 'required',
      purl: expect.stringContaining('pkg:npm/') as string,
      licenses: [expect.anything()] as unknown[],
      hashes: [{ alg: 'SHA-512' }],
      properties: [{ name: PART }],
    });
  }
});

/** Packages that the functions' sources name, but for types. */
function importedByFunctions(): string[] {
  const folder = join(__dirname, '../../lambda');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const imports = files.flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(
      /^(?:import|export) (?!type )[^;]*? from '([^.'][^']*)'/gm,
    ),
  ]);
  const names = imports.map(([, path = '']) => /^(@[^/]+\/)?[^/]+/.exec(path)![0]);
  return [...new Set(names)].filter((name) => !name.startsWith('node:'));
}

it('has all packages that the functions import, and what these bring', () => {
  const names = withPart('functions').map(nameOf);
  expect(importedByFunctions()).toEqual(expect.arrayContaining(['twilio', '@aws-sdk/client-dynamodb']));
  expect(names).toEqual(expect.arrayContaining(importedByFunctions()));
  expect(names).toContain('@smithy/core');
});

it('has what the desk is made of, and what CDK deploys with it', () => {
  const names = withPart('desk').map(nameOf);
  expect(names).toEqual(expect.arrayContaining(['react', 'react-dom', '@twilio-paste/theme']));
  expect(withPart('deployment of the desk').map(nameOf)).toEqual(['@aws-cdk/asset-awscli-v1', 'aws-cdk-lib']);
});

it('has nothing that only builds and tests', () => {
  const names = bill.components.map(nameOf);
  for (const tool of ['esbuild', 'jest', 'typescript', 'cdk-nag', 'dynalite', 'axios']) {
    expect(names).not.toContain(tool);
  }
});

it('tells of packages in it only that they depend on packages in it', () => {
  const refs = [bill.metadata.component, ...bill.components].map(refOf);
  const told = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
  expect(told.filter((ref) => !refs.includes(ref))).toEqual([]);
});

it('has the packages of the plugin too, as these are all of the desk', async () => {
  const { metafile } = await bundlePlugin();
  const ofDesk = withPart('desk').map(refOf);
  expect(packagesIn(metafile).filter((ref) => !ofDesk.includes(ref))).toEqual([]);
});

it('takes a package for bundled by where its files are, also below another or a linked folder', () => {
  const inputs = Object.fromEntries(
    [
      'node_modules/react/index.js',
      '../main/node_modules/@aws-sdk/core/dist/a.js',
      join('desk', 'main.tsx'),
    ].map((file) => [file, { bytesInOutput: 1 }]),
  );
  const unused = { 'node_modules/axios/index.js': { bytesInOutput: 0 } };
  const output = { bytes: 1, inputs: { ...inputs, ...unused }, imports: [], exports: [] };
  const refs = packagesIn({ inputs: {}, outputs: { 'desk.js': output } });
  expect(refs.map((ref) => ref.replace(/@[^@]*$/, ''))).toEqual(['react', '@aws-sdk/core']);
});
