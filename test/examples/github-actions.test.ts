import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { STAGES } from '../../bin/stages';
import { devDependencies, scripts } from '../../package.json';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FILE = join(__dirname, '../../examples/github-actions/deploy.yml');
const workflow = parse(readFileSync(FILE, 'utf8')) as Workflow;
const { test, diff, deploy } = workflow.jobs;
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const commandsOf = (job?: Job) => job?.steps.flatMap(({ run }) => run ?? []) ?? [];

describe('the workflow', () => {
  it('runs scripts that there are, and packages that are installed', () => {
    const commands = steps.flatMap(({ run }) => run ?? []);
    const named = commands.map((command) => /^npm (?:run )?([\w-]+)|^npx (\w+)|^(pipx)/.exec(command));
    expect(named).not.toContain(null);
    const scriptsRun = named.flatMap((match) => match?.[1] ?? []).filter((name) => name !== 'ci');
    expect(scriptsRun.filter((name) => !(name in scripts))).toEqual([]);
    expect(named.flatMap((match) => match?.[2] ?? [])).toEqual(['cdk', 'cdk']);
    expect(devDependencies).toHaveProperty('aws-cdk');
  });

  it('is about a stage that there is', () => {
    expect(Object.keys(STAGES)).toContain(workflow.env['STAGE']);
  });

  it('takes actions of a known major version only', () => {
    const actions = new Set(steps.flatMap(({ uses }) => uses ?? []));
    expect([...actions].sort()).toEqual([
      'actions/checkout@v6',
      'actions/setup-node@v6',
      'aws-actions/configure-aws-credentials@v6',
    ]);
  });

  it('tests what it deploys, and deploys what was pushed to main, by an environment that asks for a yes', () => {
    expect(commandsOf(test)).toEqual(expect.arrayContaining(['npm ci', 'npm test']));
    expect(workflow.on['push']).toEqual({ branches: ['main'] });
    expect(deploy).toMatchObject({
      needs: 'test',
      if: "github.event_name == 'push'",
      environment: 'production',
    });
    expect(commandsOf(deploy).at(-1)).toMatch(/^npx cdk deploy /);
  });

  it('changes nothing for a pull request, and takes none from a fork to AWS', () => {
    expect(commandsOf(diff).at(-1)).toMatch(/^npx cdk diff /);
    expect(diff?.if).toContain('head.repo.full_name == github.repository');
  });

  it('gets a token for AWS only where it needs one, and has no key', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(test?.permissions).toBeUndefined();
    for (const job of [diff, deploy]) {
      expect(job?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    }
    expect(readFileSync(FILE, 'utf8')).not.toContain('secrets.');
  });
});
