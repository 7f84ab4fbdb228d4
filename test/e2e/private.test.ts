import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type * as lambda from '../../local/lambda';
import { DEMO_TWILIO } from '../../local/settings';
import { globalsOfProcess, loadedOnce } from '../of-process';
import { ADA, ALICE, type Answer, DEE, type RunningProduct } from './running-product';
import { type Begun, goOffline, goOnline, inFlex, seen, twilio } from './acts';
import { start } from './fixture';
import { closedEvent, deliver, sidOf } from './webhooks';

/** What went in, each of it a text that stands nowhere else. */
const TEXT = 'the-text-of-a-message';
const NOTE = 'the-note-of-an-agent';
const DIAGNOSIS = 'the-attribute-that-is-not-listed';
const TOPIC = 'the-attribute-that-is-listed';
const TOKEN = 'a-token-that-nobody-has';
const CREDENTIALS = {
  authToken: DEMO_TWILIO.authToken,
  authTokenSecondary: 'the-auth-token-of-yesterday',
  apiKeySecret: 'the-secret-of-the-api-key',
};

let running: RunningProduct;
/** Standard output and standard error of the product. */
let logs: string;
let invoked: jest.SpyInstance<Promise<unknown>>;
/** What people and Twilio were answered, and of it what was refused. */
let answers: string;
let refusals: string;
/** Of all requests, also of those to Twilio. */
let headers: Headers[];

beforeEach(async () => {
  process.env['LOG_LEVEL'] = 'info'; // as on AWS
  logs = answers = refusals = '';
  headers = [];
  for (const stream of [process.stderr, process.stdout]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      logs += String(text);
      return true;
    });
  }
  const send = globalThis.fetch;
  for (const sender of [globalThis, globalsOfProcess()]) {
    jest.spyOn(sender, 'fetch').mockImplementation(async (input, init) => {
      headers.push(new Headers(init?.headers));
      const answer = await send(input, init);
      await readsAnswer(input, answer);
      return answer;
    });
  }
  const { Lambda } = loadedOnce<typeof lambda>('local/lambda.ts');
  invoked = jest.spyOn(Lambda.prototype, 'invoke');
  const apiKeySid = sidOf('SK');
  running = await start({ twilio: { ...DEMO_TWILIO, ...CREDENTIALS, apiKeySid } });
  await running.set({ leave: { enabled: true } });
});
afterEach(async () => {
  delete process.env['LOG_LEVEL'];
  jest.restoreAllMocks();
  await running.close();
});

const sent = (name: string) => headers.map((each) => each.get(name)).filter((value) => value !== null);

async function readsAnswer(input: Parameters<typeof fetch>[0], answer: Response): Promise<void> {
  const { origin, pathname } = new URL(input);
  if (origin !== running?.product.url || pathname.startsWith('/local/')) return;
  const text = await answer.clone().text();
  answers += text;
  if (answer.status >= 400) refusals += text;
}

/** The logs, and what Lambda itself adds where a function fails: message, stack and fields of the error. */
async function logged(): Promise<string> {
  const runs = await Promise.allSettled(invoked.mock.results.map(({ value }) => value as unknown));
  const errors = runs.flatMap((run) => (run.status === 'rejected' ? (run.reason as Error) : []));
  return logs + errors.map((error) => [error.stack, JSON.stringify(error)].join()).join();
}

const task = (sid: string) => `/v1/Workspaces/${DEMO_TWILIO.workspaceSid}/Tasks/${sid}`;
const attributesOf = async (taskSid: string) =>
  JSON.parse((await twilio(task(taskSid)))['attributes'] as string) as Record<string, string>;

const post = (begun: Begun, route: string, body: object = {}): Promise<Answer> =>
  running.post(`${begun.path}/${route}`, ALICE, body);

async function writes({ conversationSid }: Begun, from: string): Promise<void> {
  await running.post(`/local/conversations/${conversationSid}/messages`, undefined, { from, body: TEXT });
}

/** A customer whose task says more than Flex puts into it. */
async function begins(): Promise<{ begun: Begun; name: string; address: string }> {
  await goOffline('Alice', 'Bob', 'Carol');
  const { body } = await running.post('/local/conversations', undefined, { channelType: 'sms' });
  const { conversationSid, taskSid } = body as Begun;
  const attributes = await attributesOf(taskSid);
  const more = { ...attributes, diagnosis: DIAGNOSIS, topic: TOPIC };
  await twilio(task(taskSid), { Attributes: JSON.stringify(more) });
  await goOnline('Alice');
  expect(await inFlex(running, taskSid, 'accept')).toBe('Alice');
  const { customerName: name, customerAddress: address } = attributes;
  return {
    begun: { conversationSid, taskSid, path: `/conversations/${conversationSid}` },
    name: name!,
    address: address!.replace('+', ''),
  };
}

/** Pause, Resume, a deadline, Leave, a reply, End; an outage in the middle of each, forged webhooks, wrong tokens and bodies. */
async function fullRun(begun: Begun): Promise<void> {
  for (const from of ['customer', 'agent', 'bot']) await writes(begun, from);
  await post(begun, 'pause', { note: `${NOTE} ${'x'.repeat(500)}` });
  await post(begun, 'pause', { note: NOTE });
  await post(begun, 'pause');
  await running.ask('PATCH', `${begun.path}/pause`, ALICE, { note: NOTE, timeLimit: 'P1D' });
  await inFlex(running, begun.taskSid, 'complete');
  await writes(begun, 'customer');
  await withOutage(() => post(begun, 'resume'));
  await running.advance('PT5M');

  await withOutage(() => post(begun, 'leave'));
  await running.advance('PT5M');
  await post(begun, 'complete');
  await goOffline('Alice');
  await writes(begun, 'customer');
  await isTakenAfter('PT3M', begun);
  await post(begun, 'pause', { timeLimit: 'PT1H' });
  await isTakenAfter('PT1H3M', begun);
  await withOutage(() => post(begun, 'end'));

  const forged = closedEvent(begun.conversationSid, { Body: TEXT, Author: TEXT });
  await deliver(running, '/webhooks/conversations', forged, sent('x-twilio-signature')[0]);
  await running.get(begun.path, TOKEN);
  await running.ask('PUT', '/settings', ADA, { hipaa: NOTE });
  await running.get('/paused?worker=all', DEE);
  await running.get(`${begun.path}/history`, DEE);
  await running.advance('PT5M');
}

/** The new task waits for Alice to come back, also where this machine was too slow at first, and the sweep invites. */
async function isTakenAfter(duration: string, begun: Begun): Promise<void> {
  await goOffline('Alice');
  await running.advance(duration);
  await goOnline('Alice');
  expect(await inFlex(running, (await seen(running, begun)).task?.taskSid, 'accept')).toBe('Alice');
}

async function withOutage(act: () => Promise<unknown>): Promise<void> {
  running.twilioFails = (request) => (/^POST .*Interactions/.test(request) ? 500 : undefined);
  await act();
  running.twilioFails = () => undefined;
}

/** Every item of the table, and the input of every execution. */
async function kept(): Promise<string> {
  const client = new DynamoDBClient({});
  const { Items = [] } = await client.send(new ScanCommand({ TableName: process.env['TABLE_NAME']! }));
  client.destroy();
  const timers = (await running.get('/local/timers')).body as object[];
  expect([Items.length > 0, timers.length > 0]).toEqual([true, true]);
  return JSON.stringify([Items.map((item) => unmarshall(item)), timers]);
}

/** What custom logic has heard. */
async function published(): Promise<string> {
  const events = (await running.get('/local/events')).body as { 'detail-type': string }[];
  const types = new Set(events.map((event) => event['detail-type']));
  expect([...types]).toEqual(
    expect.arrayContaining([
      'ConversationPaused',
      'CustomerReplied',
      'ConversationReactivated',
      'ConversationEnded',
    ]),
  );
  return JSON.stringify(events);
}

const KEY_IN_USE = Buffer.from(`${sidOf('SK')}:${CREDENTIALS.apiKeySecret}`).toString('base64');
const SECRETS = [TOKEN, ALICE, DEE, ADA, ...Object.values(CREDENTIALS), KEY_IN_USE, 'Bearer', 'Basic '];

function expectNone(what: readonly string[], written: string): void {
  expect(what.filter((each) => written.includes(each))).toEqual([]);
}

it('under hipaa no text, address, name, note, token, secret or attribute that is not listed is stored, told, answered, logged or kept by a timer', async () => {
  await running.set({ hipaa: true, hipaaAttributes: ['topic'] });
  const { begun, name, address } = await begins();
  await fullRun(begun);
  const stored = await kept();
  const signatures = sent('x-twilio-signature');
  const secret = [TEXT, NOTE, DIAGNOSIS, name, address, ...SECRETS, ...signatures];
  expectNone(secret, stored);
  expectNone([TOPIC, ...secret], await published());
  for (const written of [answers, await logged()]) expectNone([TOPIC, ...secret], written);

  expect(stored).toContain(TOPIC);
  for (const known of ['effect stays owed', 'effect tried', 'conversation changed'])
    expect(logs).toContain(known);
  expect(signatures.length).toBeGreaterThan(20);
  expect(sent('authorization')).toContain(`Basic ${KEY_IN_USE}`);
});

it('without hipaa no text, token, signature or secret is stored, told or answered, and nothing of customer or agent is logged or in a refusal', async () => {
  const { begun, name, address } = await begins();
  await fullRun(begun);
  const stored = await kept();
  const told = await published();
  const signatures = sent('x-twilio-signature');
  for (const written of [stored, told, answers]) expectNone([TEXT, ...SECRETS, ...signatures], written);
  const ofPeople = [TEXT, NOTE, DIAGNOSIS, TOPIC, name, address, 'Alice'];
  for (const written of [refusals, await logged()])
    expectNone([...ofPeople, ...SECRETS, ...signatures], written);

  for (const known of [DIAGNOSIS, TOPIC, name, address])
    for (const written of [stored, told]) expect(written).toContain(known);
  for (const known of [NOTE, name]) expect(answers).toContain(known);
  for (const code of ['invalid-request', 'not-authenticated', 'bad-signature'])
    expect(refusals).toContain(code);
});

it('a task that is made under hipaa carries the listed attributes, and Flex adds what it adds to every task', async () => {
  await running.set({ hipaa: true, hipaaAttributes: ['topic'] });
  const { begun } = await begins();
  await post(begun, 'pause');
  await post(begun, 'complete');
  await post(begun, 'resume');
  await running.advance('PT2M');
  const { taskSid } = (await seen(running, begun)).task!;
  const { topic, diagnosis } = await attributesOf(taskSid!);
  expect({ topic, diagnosis }).toEqual({ topic: TOPIC, diagnosis: undefined });
});
