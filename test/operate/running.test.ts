import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { executionArnOf } from '../../lambda/adapters/step-functions';
import { DEMO_TWILIO } from '../../local/settings';
import { fromLocal } from '../../operate/deployment/from-local';
import { type Report } from '../../operate/status/finding';
import { CHECKS } from '../../operate/status/checks';
import { sourcesOf } from '../../operate/status/of-deployment';
import { status } from '../../operate/status/run';
import { productForEach } from '../e2e/fixture';
import { ALICE, DEE } from '../e2e/running-product';
import { RestoredTable } from './reconcile/restored';

jest.setTimeout(180_000); // commands are processes of their own, and machines are shared

const running = productForEach();
const WORKSPACE_PATH = `/v1/Workspaces/${DEMO_TWILIO.workspaceSid}`;
const ROOT = join(__dirname, '../..');

/** What an administrator sets at Twilio. */
async function set(path: string, form: Record<string, string>): Promise<void> {
  const { accountSid, authToken } = DEMO_TWILIO;
  const { environment } = await found();
  const { status: code } = await fetch(environment['TWILIO_BASE_URL']! + path, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
    body: new URLSearchParams(form),
  });
  expect(code).toBe(200);
}

const found = () => fromLocal(running().product.port);

/** By the clients that are used on AWS, against the endpoints of this machine. */
async function report(): Promise<Report> {
  const { deployment, now } = await found();
  return status(sourcesOf(deployment, () => now));
}

/** As whoever operates it types it, in a folder of its own. */
async function command(name: 'connect' | 'status' | 'reconcile', ...given: string[]) {
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const port = String(running().product.port);
  const line = [tsx, join(ROOT, `operate/${name}.ts`), '--local', '--port', port, ...given];
  const cwd = process.env['TEST_RUN_FOLDER']!;
  return promisify(execFile)(process.execPath, line, { cwd }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

const notWell = ({ findings }: Report) => findings.filter(({ level }) => level !== 'ok');
const checksOf = (report: Report) => notWell(report).map(({ check }) => check);

/** Whether the product hears of an accept. */
async function hears(): Promise<boolean> {
  const { path } = await running().accepted();
  return (await running().get(path, DEE)).status === 200;
}

it('all is well while a conversation is paused, until somebody stops its timer', async () => {
  const { path, conversationSid } = await running().accepted();
  await running().post(`${path}/pause`, ALICE);
  await running().post(`${path}/complete`, ALICE);
  const message = { from: 'customer', body: 'Hello' };
  await running().post(`/local/conversations/${conversationSid}/messages`, undefined, message);
  await running().advance('PT5M');
  const well = await report();
  expect(notWell(well)).toEqual([]);
  expect(well.ok).toBe(true);
  expect(well.findings.map(({ check }) => check).sort()).toEqual(Object.keys(CHECKS).sort());
  expect(well.findings.find(({ check }) => check === 'executions')!.facts).toMatchObject({
    running: 1,
    paused: 1,
  });

  const [{ name }] = (await running().get('/local/timers')).body as [{ name: string }];
  const { stateMachineArn } = (await found()).deployment;
  const client = new SFNClient({});
  await client.send(new StopExecutionCommand({ executionArn: executionArnOf(stateMachineArn, name) }));
  client.destroy();
  expect((await report()).findings[0]).toMatchObject({ check: 'executions', level: 'error' });
});

it('a product that nobody tells anything is connected by the command, or by streams beside others', async () => {
  await set(WORKSPACE_PATH, { EventCallbackUrl: '' });
  expect(checksOf(await report())).toContain('taskrouter-webhook');
  expect(await hears()).toBe(false);
  expect((await command('connect', '--yes')).stdout).toContain(`${WORKSPACE_PATH} EventCallbackUrl`);
  expect(await hears()).toBe(true);
  expect(checksOf(await report())).not.toContain('taskrouter-webhook');
  expect((await command('connect', '--undo', '--yes')).stdout).toMatch(/Undone.\n$/);
  expect(await hears()).toBe(false);

  await set(WORKSPACE_PATH, { EventCallbackUrl: 'https://somebody.example/hook' });
  expect((await command('connect', '--yes')).code).toBe(1);
  expect((await command('connect', '--event-streams', '--yes')).code).toBe(0);
  expect(await hears()).toBe(true);
});

it('status is JSON on standard output, and exit code 1 where there is an error', async () => {
  const well = await command('status');
  expect(well).toMatchObject({ code: 0, stderr: '' });
  expect((JSON.parse(well.stdout) as Report).ok).toBe(true);
  await set(WORKSPACE_PATH, { EventCallbackUrl: '' });
  const failed = await command('status');
  expect(failed.code).toBe(1);
  expect((JSON.parse(failed.stdout) as Report).findings[0]).toMatchObject({ level: 'error' });

  const wrong = await command('status', '--nothing');
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr.trim().split('\n')).toHaveLength(1);
});

it('reconcile is a command too, which refuses a table that is not a restored one', async () => {
  const own = await command('reconcile');
  expect(own).toMatchObject({ code: 2, stdout: '' });
  expect(own.stderr).toContain('deploy it with restoredTable first');

  await (await RestoredTable.asOfNow()).putBack();
  const { code, stdout } = await command('reconcile', '--yes');
  delete process.env['RESTORED_TABLE'];
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/works again\.\n$/) as string,
  });
});
