import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FUNCTION_NAMES } from '../../lib/function-names';
import { BUNDLE } from '../../lib/bundle';
import { functionNameOf, type Template } from '../../lib/synthesize';
import { version } from '../../package.json';
import { resourcesOf, TWILIO } from '../lib/templates';

const ROOT = join(__dirname, '../..');

/** A project beside this one, that has CDK and the package as npm packs it, and nothing else. */
const project = mkdtempSync(join(tmpdir(), 'flex-leave-pause-consumer-'));
const installed = join(project, 'node_modules/flex-leave-pause');

const APP = `
import cdk from 'aws-cdk-lib';
import { LeaveAndPause } from 'flex-leave-pause';

const app = new cdk.App({ builtinCloudFormationValidation: false });
const stack = new cdk.Stack(app, 'Consumer');
new LeaveAndPause(stack, 'Pause', {
  twilio: ${JSON.stringify(TWILIO)},
  corsOrigins: ['https://flex.twilio.com'],
  desk: {},
});
app.synth();
`;

const TYPED_APP = `
import { App, Duration, Stack } from 'aws-cdk-lib';
import { LeaveAndPause, type LeaveAndPauseProps, LeaveAndPauseStack } from 'flex-leave-pause';

const app = new App();
const props: LeaveAndPauseProps = { twilio: ${JSON.stringify(TWILIO)}, reassignConcurrency: 5 };
const { table, api, stateMachine, bus, functions, publicUrl } = new LeaveAndPause(new Stack(app), 'Pause', props);
export const metric = functions.sweep.metricErrors({ period: Duration.minutes(5) });
export const names: string[] = [table.tableName, api.apiId, stateMachine.stateMachineArn, bus.eventBusName, publicUrl];
new LeaveAndPauseStack(app, 'Stack', { ...props, encryptionKey: 'new', terminationProtection: true });
// @ts-expect-error a prop of another type
new LeaveAndPause(new Stack(app), 'Wrong', { ...props, reassignConcurrency: 'five' });
`;

const COMPILER_OPTIONS = {
  strict: true,
  noEmit: true,
  module: 'nodenext',
  target: 'es2023',
  types: [],
  skipLibCheck: true,
};

beforeAll(() => {
  const npm = { npm_config_offline: 'true', npm_config_update_notifier: 'false' };
  const pack = ['pack', '--silent', '--pack-destination', project];
  execFileSync('npm', pack, { cwd: ROOT, stdio: 'ignore', env: { ...process.env, ...npm } });
  mkdirSync(installed, { recursive: true });
  const tarball = join(project, `flex-leave-pause-${version}.tgz`);
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  for (const name of ['aws-cdk-lib', 'constructs']) {
    symlinkSync(join(ROOT, 'node_modules', name), join(project, 'node_modules', name));
  }
}, 300_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Runs Node in the project. @returns what it prints */
function node(...args: string[]): string {
  const env = { ...process.env, CDK_OUTDIR: join(project, 'cdk.out') };
  return execFileSync(process.execPath, args, { cwd: project, env, encoding: 'utf8' });
}

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });

describe('the package', () => {
  it('has of code only what is compiled or bundled', () => {
    const code = filesIn(installed).filter((file) => /\.[cm]?[jt]sx?$/.test(file));
    expect(code).toContain('dist/package/lib/index.js');
    expect(code.filter((file) => !/^dist\/package\/.*(\.js|\.d\.ts|\.mjs)$/.test(file))).toEqual([]);
  });

  it('asks for CDK, and brings no package along', () => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(join(installed, 'package.json'), 'utf8'),
    ) as Record<string, object>;
    expect(dependencies).toBeUndefined();
    expect(Object.keys(peerDependencies!)).toEqual(['aws-cdk-lib', 'constructs']);
  });
});

describe('another CDK app', () => {
  it('synthesizes the construct, with each function as it was packed, and the desk', () => {
    writeFileSync(join(project, 'app.mjs'), APP);
    node('app.mjs');
    const out = join(project, 'cdk.out');
    const template = JSON.parse(readFileSync(join(out, 'Consumer.template.json'), 'utf8')) as Template;
    const bundles = resourcesOf(template, 'AWS::Lambda::Function').flatMap(
      ([id, { Properties, Metadata }]) => {
        if (Metadata?.['flex-leave-pause:entry'] === undefined) return []; // CDK's own, for the desk
        const { S3Key } = Properties['Code'] as { S3Key: string };
        const name = functionNameOf(template, id);
        const asset = readFileSync(join(out, `asset.${S3Key.replace('.zip', '')}`, BUNDLE));
        return asset.equals(readFileSync(join(installed, 'dist/package/lambda', name, BUNDLE))) ? [name] : [];
      },
    );
    expect(bundles.sort()).toEqual([...FUNCTION_NAMES].sort());
    expect(filesIn(out).filter((file) => /desk-[0-9A-Z]{8}\.js$/.test(file))).toHaveLength(1);
  });

  it('has bundles that run by themselves', () => {
    const health = join(installed, 'dist/package/lambda/health', BUNDLE);
    const call = `process.env.PRODUCT_VERSION = 'packed';
      const { handler } = await import(${JSON.stringify(health)});
      console.log((await handler({ headers: {}, requestContext: { requestId: '1' } })).body);`;
    expect(JSON.parse(node('--input-type=module', '-e', call))).toEqual({ status: 'ok', version: 'packed' });
  });

  it('is type-checked against the types of the package', () => {
    writeFileSync(join(project, 'typed-app.ts'), TYPED_APP);
    const tsconfig = { compilerOptions: COMPILER_OPTIONS, files: ['typed-app.ts'] };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(tsconfig));
    const tsc = createRequire(__filename).resolve('typescript/bin/tsc');
    expect(() => node(tsc, '--project', project)).not.toThrow();
  });
});
