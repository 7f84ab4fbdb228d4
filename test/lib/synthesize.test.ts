import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FUNCTION_NAMES } from '../../lib/function-names';
import { functionNameOf, synthesizeWithBundles, synthesizeWithoutBundling } from '../../lib/synthesize';
import { resourcesOf } from './templates';

const SYNTHESIZE = resolve(__dirname, '../../lib/synthesize');

describe('synthesis in process', () => {
  it('prints nothing and leaves no folder behind', () => {
    const temporary = mkdtempSync(join(tmpdir(), 'flex-leave-pause-test-'));
    const script = `require(${JSON.stringify(SYNTHESIZE)}).synthesizeWithoutBundling();`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', 'tsx/cjs', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: temporary },
    });
    const left = readdirSync(temporary).filter((file) => file.startsWith('flex-leave-pause-'));
    rmSync(temporary, { recursive: true });
    expect({ status, stdout, stderr, left }).toEqual({ status: 0, stdout: '', stderr: '', left: [] });
  });

  it('tells the name of each function', () => {
    const { template } = synthesizeWithoutBundling();
    const names = resourcesOf(template, 'AWS::Lambda::Function').map(([id]) => functionNameOf(template, id));
    expect(names.sort()).toEqual([...FUNCTION_NAMES].sort());
  });

  it('knows no name of what is no function', () => {
    const { template } = synthesizeWithoutBundling();
    const [[tableId] = ['']] = resourcesOf(template, 'AWS::DynamoDB::Table');
    expect(() => functionNameOf(template, tableId)).toThrow(`The template has no function ${tableId}`);
  });
});

describe('synthesis with bundles', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'flex-leave-pause-test-'));
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  it('has a bundle for every function, in an asset of its own', () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true); // CDK says what it bundles
    const { template, assetDirOf } = synthesizeWithBundles(outdir);
    jest.restoreAllMocks();
    const dirs = resourcesOf(template, 'AWS::Lambda::Function').map(([id]) => assetDirOf(id));
    expect(new Set(dirs).size).toBe(FUNCTION_NAMES.length);
    for (const dir of dirs) expect(readdirSync(dir)).toEqual(['index.mjs']);
  });
});
