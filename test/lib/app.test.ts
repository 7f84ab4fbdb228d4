import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLING_STACKS } from 'aws-cdk-lib/cx-api';
import { cdkContext } from '../../lib/synthesize';

const ROOT = join(__dirname, '../..');

describe('the app', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'flex-leave-pause-test-'));
  afterAll(() => rmSync(outdir, { recursive: true }));

  /** Runs it as the CDK CLI does. */
  function run(context: Record<string, unknown>) {
    const { status, stderr } = spawnSync(process.execPath, ['--require', 'tsx/cjs', 'bin/app.ts'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: {
        ...process.env,
        CDK_OUTDIR: outdir,
        CDK_CONTEXT_JSON: JSON.stringify({ ...cdkContext(), [BUNDLING_STACKS]: [], ...context }),
      },
    });
    return { status, stderr };
  }

  it('says in one sentence what is set wrong, and synthesizes nothing', () => {
    const { status, stderr } = run({ stage: 'elsewhere' });
    expect({ status, lines: stderr.split('\n') }).toEqual({
      status: 1,
      lines: [expect.stringMatching(/^Add the stage "elsewhere" to bin\/stages[.]ts, which has /), ''],
    });
    expect(readdirSync(outdir)).toEqual([]);
  });

  it('synthesizes the stage that cdk.json names, with its placeholders', () => {
    expect(run({}).status).toBe(0);
    expect(readdirSync(outdir)).toContain('flex-leave-pause-prod.template.json');
  });
});
