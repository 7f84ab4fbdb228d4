import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ASSET_RESOURCE_METADATA_ENABLED_CONTEXT, BUNDLING_STACKS } from 'aws-cdk-lib/cx-api';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handlerCode } from '../../lib/bundle';
import type { Template } from '../../lib/synthesize';
import { onlyOf, templateIn } from './templates';

const HELLO = `export const handler = async () => 'hello';`;
const GOODBYE = `export const handler = async () => 'goodbye';`;

describe('bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flex-leave-pause-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A folder of entries, each with its code; a new one each time, as each folder is built once. */
  function entries(files: Record<string, string>): string {
    const dir = mkdtempSync(join(folder, 'entries-'));
    for (const [file, code] of Object.entries(files)) writeFileSync(join(dir, file), code);
    return dir;
  }

  /** The template and assets of a stack with one function for each name. */
  function synthesize(entryDir: string, names: string[], context: Record<string, unknown> = {}) {
    const outdir = mkdtempSync(join(folder, 'out-'));
    const app = new App({
      outdir,
      context: { [ASSET_RESOURCE_METADATA_ENABLED_CONTEXT]: true, ...context },
      builtinCloudFormationValidation: false,
    });
    const stack = new Stack(app, 'Stack');
    for (const name of names) {
      new lambda.Function(stack, name, {
        code: handlerCode(entryDir, name),
        handler: 'index.handler',
        runtime: lambda.Runtime.NODEJS_24_X,
      });
    }
    return { outdir, template: templateIn(app, stack) };
  }

  function assetOf(outdir: string, template: Template): string {
    return join(outdir, onlyOf(template, 'AWS::Lambda::Function').Metadata?.['aws:asset:path'] as string);
  }

  const withoutBundling = { [BUNDLING_STACKS]: [] };

  beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true)); // CDK says what it bundles
  afterEach(() => jest.restoreAllMocks());

  it('changes the template when a handler has changed', () => {
    const before = synthesize(entries({ 'pause.ts': HELLO }), ['pause']);
    const after = synthesize(entries({ 'pause.ts': GOODBYE }), ['pause']);
    expect(after.template).not.toEqual(before.template);
  });

  it('is the same for the same code, wherever that is', () => {
    const here = synthesize(entries({ 'pause.ts': HELLO }), ['pause']);
    const there = synthesize(entries({ 'pause.ts': HELLO }), ['pause']);
    expect(there.template).toEqual(here.template);
  });

  it('leaves the template as it was where bundling is off, whatever the code', () => {
    const { Properties: before } = onlyOf(
      synthesize(entries({ 'pause.ts': HELLO }), ['pause'], withoutBundling).template,
      'AWS::Lambda::Function',
    );
    const { Properties: after } = onlyOf(
      synthesize(entries({ 'pause.ts': GOODBYE }), ['pause'], withoutBundling).template,
      'AWS::Lambda::Function',
    );
    expect(after).toEqual(before);
  });

  it('builds nothing where bundling is off, not even what cannot be built', () => {
    const { outdir } = synthesize(entries({ 'pause.ts': 'import "./gone";' }), ['pause'], withoutBundling);
    expect(readdirSync(outdir).filter((file) => file.startsWith('asset.'))).toEqual([]);
  });

  it('puts into an asset index.mjs and nothing else', () => {
    const dir = entries({ 'pause.ts': HELLO, 'resume.ts': GOODBYE });
    const { outdir, template } = synthesize(dir, ['pause']);
    expect(readdirSync(assetOf(outdir, template))).toEqual(['index.mjs']);
  });

  it('gives each function its own code', () => {
    const dir = entries({ 'pause.ts': HELLO, 'resume.ts': GOODBYE });
    const { outdir } = synthesize(dir, ['pause', 'resume']);
    expect(readdirSync(outdir).filter((file) => file.startsWith('asset.'))).toHaveLength(2);
  });

  it('runs as an ES module, also with CommonJS packages inside', () => {
    const dir = entries({
      'pause.ts': `import os from './os.cjs'; export const handler = async (): Promise<string> => os.EOL;`,
      'os.cjs': `module.exports = require('node:os');`,
    });
    const { outdir, template } = synthesize(dir, ['pause']);
    const load = `const { handler } = await import(${JSON.stringify(join(assetOf(outdir, template), 'index.mjs'))});
      console.log(JSON.stringify(await handler()));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', load], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toBe('\n');
  });

  it('takes the files of the folder for entries, not those of its folders', () => {
    const dir = entries({ 'pause.ts': HELLO });
    mkdirSync(join(dir, 'domain'));
    writeFileSync(join(dir, 'domain', 'broken.ts'), 'import "./gone";');
    expect(() => synthesize(dir, ['pause'])).not.toThrow();
  });

  it('stops where there is no such handler', () => {
    const dir = entries({ 'pause.ts': HELLO });
    expect(() => synthesize(dir, ['resume'])).toThrow(`There is no handler ${join(dir, 'resume.ts')}`);
  });

  it('stops where a handler cannot be built', () => {
    const dir = entries({ 'pause.ts': 'import "./gone";' });
    expect(() => synthesize(dir, ['pause'])).toThrow('Could not resolve "./gone"');
  });
});
