import { NOTHING } from '../doubles/nothing';
import { serve, type Served } from '../../local/http-server';
import { localRoutes, type StandIn } from '../../local/local-routes';
import { StandInRefusal } from '../../local/twilio/errors';

let server: Served;
let standIn: Record<keyof StandIn, jest.Mock>;
let advance: jest.Mock;
let sweep: jest.Mock;

async function start(withStandIn = true): Promise<void> {
  standIn = {
    agents: jest.fn(async () => [{ name: 'Alice' }]),
    tasks: jest.fn(async () => ({ tasks: [{ taskSid: 'WT1' }] })),
    conversations: jest.fn(async () => ({ conversations: [{ conversationSid: 'CH1' }] })),
    messages: jest.fn(async () => ({ messages: [{ body: 'hello' }] })),
    webhooks: jest.fn((after?: string) => [{ id: `after ${after}` }]),
    changeAvailability: jest.fn(async () => ({ workerSid: 'WK1', available: false })),
    startConversation: jest.fn(async () => ({ conversationSid: 'CH1', taskSid: 'WT1' })),
    writeMessage: jest.fn(async () => ({ messageSid: 'IM1' })),
    acceptTask: jest.fn(async () => ({ taskSid: 'WT1' })),
    declineTask: jest.fn(async () => ({ taskSid: 'WT1' })),
    completeTask: jest.fn(async () => ({ taskSid: 'WT1' })),
  };
  advance = jest.fn(async (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms));
  sweep = jest.fn(async () => undefined);
  const clock = { now: () => new Date(Date.UTC(2026, 0, 1)), advance };
  const timers = () => [{ name: 'a' }];
  const events = (after?: string) => ({ '': ['one', 'two'], one: ['two'] })[after ?? ''];
  server = await serve(
    localRoutes({
      clock,
      timers,
      events,
      owed: async () => [{ conversationSid: 'CH1' }],
      deployment: () => ({ outputs: { ApiUrl: 'http://localhost:3000' } }),
      sweep,
      standIn: withStandIn ? standIn : undefined,
      settled: async () => undefined,
    }),
  );
}
afterEach(() => server.close());

async function ask(route: string, body?: unknown) {
  const [method = '', path = ''] = route.split(' ');
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(server.url + path, { method, body: method === 'GET' ? undefined : sent });
  const type = response.headers.get('content-type');
  return { status: response.status, type, body: (await response.json()) as Record<string, unknown> };
}

it('tells the time of the clock', async () => {
  await start();
  expect((await ask('GET /local/clock')).body).toEqual({ now: '2026-01-01T00:00:00.000Z' });
});

it('tells what there is to know of the product that runs here', async () => {
  await start(false);
  const { body } = await ask('GET /local/deployment');
  expect(body).toEqual({ outputs: { ApiUrl: 'http://localhost:3000' } });
});

it('advances the clock by an ISO 8601 duration', async () => {
  await start();
  const reply = await ask('POST /local/clock', { advance: 'P1WT2H' });
  expect(advance).toHaveBeenCalledWith((7 * 24 + 2) * 60 * 60 * 1000);
  expect(reply.body).toEqual({ now: '2026-01-08T02:00:00.000Z' });
});

it.each([
  [{ advance: 'P1M' }],
  [{ advance: 'P1Y' }],
  [{ advance: '-P1D' }],
  [{ advance: 'P4000D' }],
  [{ advance: 'soon' }],
  [{ advance: 5 }],
  [{}],
  ['{'],
  ['5'],
])('refuses to advance by %j', async (body) => {
  await start();
  const reply = await ask('POST /local/clock', body);
  expect(reply).toMatchObject({
    status: 400,
    type: 'application/problem+json',
    body: { code: 'invalid-request', status: 400 },
  });
  expect(advance).not.toHaveBeenCalled();
});

it('names the longest advance to whoever asks for a longer one', async () => {
  await start();
  const { body } = await ask('POST /local/clock', { advance: 'P3661D' });
  expect(body.title).toBe('advance must be P3660D at most, which is ten years');
});

it('names the channel types to whoever asks for another', async () => {
  await start();
  const { body } = await ask('POST /local/conversations', { channelType: 'fax' });
  expect(body.title).toBe('channelType must be one of chat, web, sms, whatsapp, messenger, email');
  expect(standIn.startConversation).not.toHaveBeenCalled();
});

it('lists the timers', async () => {
  await start();
  expect((await ask('GET /local/timers')).body).toEqual([{ name: 'a' }]);
});

it('sweeps once', async () => {
  await start();
  expect(await ask('POST /local/sweep')).toMatchObject({ status: 200, body: NOTHING });
  expect(sweep).toHaveBeenCalledTimes(1);
});

it('lists the records that owe something', async () => {
  await start();
  expect((await ask('GET /local/owed')).body).toEqual([{ conversationSid: 'CH1' }]);
});

it('hands on what people see in the stand-in, and what it has sent', async () => {
  await start();
  expect((await ask('GET /local/tasks')).body).toEqual({ tasks: [{ taskSid: 'WT1' }] });
  expect((await ask('GET /local/conversations')).body).toEqual({
    conversations: [{ conversationSid: 'CH1' }],
  });
  const seen = await ask('GET /local/conversations/CH1/messages');
  expect(seen.body).toEqual({ messages: [{ body: 'hello' }] });
  expect(standIn.messages).toHaveBeenCalledWith('CH1');
  expect((await ask('GET /local/webhooks')).body).toEqual([{ id: 'after undefined' }]);
  expect((await ask('GET /local/webhooks?after=a-1')).body).toEqual([{ id: 'after a-1' }]);
});

it('hands on what people do in the stand-in', async () => {
  await start();
  expect((await ask('GET /local/agents')).body).toEqual([{ name: 'Alice' }]);
  const started = await ask('POST /local/conversations', { channelType: 'web' });
  expect(started.body).toEqual({ conversationSid: 'CH1', taskSid: 'WT1' });
  await ask('POST /local/conversations/CH1/messages', { from: 'customer', body: 'hello' });
  for (const act of ['accept', 'decline', 'complete']) await ask(`POST /local/tasks/WT1/${act}`);
  expect(standIn.startConversation).toHaveBeenCalledWith('web', undefined);
  await ask('POST /local/conversations', { channelType: 'web', customerName: 'Kim' });
  expect(standIn.startConversation).toHaveBeenLastCalledWith('web', 'Kim');
  const changed = await ask('POST /local/agents/WK1', { available: false });
  expect(changed.body).toEqual({ workerSid: 'WK1', available: false });
  expect(standIn.changeAvailability).toHaveBeenCalledWith('WK1', false);
  expect(standIn.writeMessage).toHaveBeenCalledWith('CH1', 'customer', 'hello');
  for (const act of [standIn.acceptTask, standIn.declineTask, standIn.completeTask]) {
    expect(act).toHaveBeenCalledWith('WT1');
  }
});

it.each([
  ['POST /local/conversations', {}],
  ['POST /local/conversations', { channelType: 'fax' }],
  ['POST /local/conversations', { channelType: 'default' }],
  ['POST /local/conversations', { channelType: 'web', customerName: '' }],
  ['POST /local/conversations', { channelType: 'web', customerName: 5 }],
  ['POST /local/conversations', { channelType: 'web', customerName: 'K'.repeat(101) }],
  ['POST /local/agents/WK1', { available: 'no' }],
  ['POST /local/agents/WK1', {}],
  ['POST /local/conversations/CH1/messages', { from: 'nobody', body: 'hello' }],
  ['POST /local/conversations/CH1/messages', { from: 'agent', body: '' }],
])('%s refuses %j', async (route, body) => {
  await start();
  expect(await ask(route, body)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

it.each([
  [404, 'not-found'],
  [409, 'wrong-state'],
] as const)('tells of a %d of the stand-in as %s', async (status, code) => {
  await start();
  standIn.acceptTask.mockRejectedValue(new StandInRefusal(status, 'It cannot be'));
  const reply = await ask('POST /local/tasks/WT1/accept');
  expect(reply).toMatchObject({
    status,
    type: 'application/problem+json',
    body: { title: 'It cannot be', status, code },
  });
});

it('knows nothing of the stand-in when another Twilio is used', async () => {
  await start(false);
  for (const route of [
    'GET /local/agents',
    'GET /local/tasks',
    'GET /local/webhooks',
    'GET /local/conversations',
    'GET /local/conversations/CH1/messages',
    'POST /local/agents/WK1',
    'POST /local/conversations',
    'POST /local/tasks/WT1/accept',
  ]) {
    expect(await ask(route)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  }
  for (const route of ['GET /local/clock', 'GET /local/owed']) expect((await ask(route)).status).toBe(200);
});

it('knows no other route', async () => {
  await start();
  expect((await ask('GET /local/nothing')).status).toBe(404);
});

it('tells no more of a failure than that it happened', async () => {
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await start();
  sweep.mockRejectedValue(new Error('secret text'));
  const reply = await ask('POST /local/sweep');
  written.mockRestore();
  expect(reply).toMatchObject({ status: 500, body: { code: 'internal-error' } });
  expect(JSON.stringify(reply.body)).not.toContain('secret text');
});

describe('the list of events', () => {
  it('has all of them, or those after one', async () => {
    await start();
    expect((await ask('GET /local/events')).body).toEqual(['one', 'two']);
    expect((await ask('GET /local/events?after=one')).body).toEqual(['two']);
  });

  it('knows what is none of its ids', async () => {
    await start();
    const { status, body } = await ask('GET /local/events?after=three');
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-request' });
  });

  it('is there also where another Twilio is used', async () => {
    await start(false);
    expect((await ask('GET /local/events')).status).toBe(200);
  });
});
