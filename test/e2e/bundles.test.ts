import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { FUNCTION_NAMES, type FunctionName } from '../../lib/function-names';
import { type BundledTemplate, functionNameOf, synthesizeWithBundles } from '../../lib/synthesize';
import { signed } from '../../local/signed-event';
import { resourcesOfType } from '../../local/template';
import { leftByAlice, writes } from './acts';
import { ADA, ALICE, DEE, RunningProduct } from './running-product';

/** The functions as they are deployed: each from its bundle, with the variables that its template gives it. */
let running: RunningProduct;
let assembly: BundledTemplate;
const outdir = mkdtempSync(join(tmpdir(), 'flex-leave-pause-bundles-test-'));

beforeAll(async () => {
  assembly = synthesizeWithBundles(outdir);
  running = await RunningProduct.start();
}, 60_000);

afterAll(async () => {
  await running.close();
  rmSync(outdir, { recursive: true });
  expect([...called].sort()).toEqual([...FUNCTION_NAMES].sort());
});

const called = new Set<FunctionName>();

async function invoke(
  name: FunctionName,
  event: object,
): Promise<{ statusCode: number; body: string } | null> {
  called.add(name);
  const [logicalId, resource] = resourcesOfType(assembly.template, 'AWS::Lambda::Function').find(
    ([id]) => functionNameOf(assembly.template, id) === name,
  )!;
  const given = resource.Properties?.['Environment'] as { Variables?: object } | undefined;
  const child = spawn(
    process.execPath,
    [join(__dirname, 'fixtures/invoke-bundle.mjs'), join(assembly.assetDirOf(logicalId), 'index.mjs')],
    { env: environment(Object.keys(given?.Variables ?? {})) },
  );
  child.stdin.end(JSON.stringify(event));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  expect(child.exitCode === 0 ? '' : stderr).toBe('');
  return JSON.parse(stdout) as { statusCode: number; body: string } | null;
}

/** What Lambda sets for every function, where the services are, and no variable of ours that the template does not give. */
function environment(ofTemplate: readonly string[]): Record<string, string> {
  const always = Object.keys(process.env).filter((name) => /^(AWS_|PATH$|TWILIO_BASE_URL$)/.test(name));
  return Object.fromEntries([...always, ...ofTemplate].map((name) => [name, process.env[name] ?? '']));
}

function httpEvent(method: string, route: string, more: object = {}): object {
  return {
    version: '2.0',
    routeKey: `${method} ${route}`,
    rawPath: route,
    rawQueryString: '',
    headers: { authorization: `Bearer ${ALICE}` },
    requestContext: { requestId: 'request-of-the-test', http: { method, path: route } },
    isBase64Encoded: false,
    ...more,
  };
}

it('answers as every route for people', async () => {
  await running.set({ pause: { enabled: true }, leave: { enabled: true } });
  const { conversationSid } = await running.accepted();
  const commands: [FunctionName, string, string, object][] = [
    ['get-conversation', 'GET', '', {}],
    ['get-history', 'GET', '/history', {}],
    ['pause', 'POST', '/pause', {}],
    ['change-pause', 'PATCH', '/pause', { timeLimit: 'P2D' }],
    ['complete', 'POST', '/complete', {}],
    ['resume', 'POST', '/resume', {}],
    ['leave', 'POST', '/leave', {}],
    ['reassign-conversation', 'POST', '/reassign', {}],
    ['end', 'POST', '/end', {}],
  ];
  const statuses: Record<string, number | undefined> = {};
  for (const [name, method, path, body] of commands) {
    const event = httpEvent(method, `/conversations/{conversationSid}${path}`, {
      headers: { authorization: `Bearer ${name === 'reassign-conversation' ? DEE : ALICE}` },
      pathParameters: { conversationSid },
      body: JSON.stringify(body),
    });
    statuses[name] = (await invoke(name, event))?.statusCode;
  }
  expect([200, 202]).toContain(statuses.resume); // 202 where the webhook came first, and accepts
  expect({ ...statuses, resume: 200 }).toEqual({
    'get-conversation': 200,
    'get-history': 200,
    pause: 200,
    'change-pause': 200,
    complete: 200,
    resume: 200,
    leave: 200,
    'reassign-conversation': 200,
    end: 200,
  });
}, 60_000);

it('invites for custom logic', async () => {
  await running.set({ leave: { enabled: true, onReply: 'custom-routing' } });
  const { conversationSid } = await leftByAlice(running);
  await writes(running, { conversationSid });
  await running.advance('PT3M');
  const route = '/service/conversations/{conversationSid}/invite';
  const event = httpEvent('POST', route, { pathParameters: { conversationSid }, body: '{}' });
  expect(await invoke('service-invite', event)).toMatchObject({ statusCode: 403 });
  const answer = await invoke('service-invite', signed(event as APIGatewayProxyEventV2));
  expect([200, 202]).toContain(answer!.statusCode);
  expect(answer!.body).toContain('"purpose":"custom"');
}, 60_000);

it('answers lists', async () => {
  const lists = [
    ['list-paused', '/paused'],
    ['list-left', '/left'],
    ['summarize-paused', '/paused/summary'],
    ['list-agents', '/agents'],
  ] as const;
  const headers = { authorization: `Bearer ${DEE}` };
  for (const [name, path] of lists)
    expect(await invoke(name, httpEvent('GET', path, { headers }))).toMatchObject({ statusCode: 200 });
}, 60_000);

it('hands over', async () => {
  const headers = { authorization: `Bearer ${DEE}` };
  const body = JSON.stringify({ fromWorkerSid: `WK${'1'.repeat(32)}` });
  expect(await invoke('handover', httpEvent('POST', '/handover', { headers, body }))).toMatchObject({
    statusCode: 200,
    body: '{"accepted":0}',
  });
}, 60_000);

it('reads and writes settings', async () => {
  const headers = { authorization: `Bearer ${ADA}` };
  const read = await invoke('get-settings', httpEvent('GET', '/settings', { headers }));
  const { version } = JSON.parse(read!.body) as { version: number };
  const written = await invoke(
    'put-settings',
    httpEvent('PUT', '/settings', { headers: { ...headers, 'if-match': `${version}` }, body: read!.body }),
  );
  expect([read!.statusCode, written!.statusCode]).toEqual([200, 200]);
}, 60_000);

it('answers health and what is no route', async () => {
  expect(await invoke('health', httpEvent('GET', '/health'))).toMatchObject({ statusCode: 200 });
  expect(await invoke('not-found', httpEvent('GET', '/nowhere'))).toMatchObject({ statusCode: 404 });
}, 60_000);

it.each([
  ['taskrouter-webhook', '/webhooks/taskrouter', 204],
  ['conversations-webhook', '/webhooks/conversations', 200],
] as const)(
  'takes a webhook of Twilio: %s',
  async (name, path, taken) => {
    const form = { EventType: 'task.updated', AccountSid: process.env['TWILIO_ACCOUNT_SID']! };
    const signature = getExpectedTwilioSignature(
      'demo-auth-token',
      `${process.env['PUBLIC_URL']}${path}`,
      form,
    );
    const event = (headers: object) =>
      httpEvent('POST', path, {
        headers,
        body: Buffer.from(new URLSearchParams(form).toString()).toString('base64'),
        isBase64Encoded: true,
      });
    expect(await invoke(name, event({ 'x-twilio-signature': signature }))).toMatchObject({
      statusCode: taken,
    });
    expect(await invoke(name, event({}))).toMatchObject({ statusCode: 403 });
  },
  60_000,
);

it('does nothing at the deadline of a pause that is over, and sweeps', async () => {
  const { conversationSid } = await running.accepted();
  const input = { v: 1, conversationSid, pauseId: 'of-long-ago', deadline: '2026-01-01T00:00:00Z' };
  expect(await invoke('reassign', input)).toBeNull();
  expect(await invoke('sweep', {})).toBeNull();
}, 60_000);

it('needs at most 520 KB for a function', () => {
  const large = resourcesOfType(assembly.template, 'AWS::Lambda::Function')
    .map(([id]) => ({ id, kilobytes: statSync(join(assembly.assetDirOf(id), 'index.mjs')).size / 1000 }))
    .filter(({ kilobytes }) => kilobytes > 520);
  expect(large).toEqual([]);
});
