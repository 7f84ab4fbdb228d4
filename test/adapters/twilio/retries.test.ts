import { transport, type TransportOptions } from '../../../lambda/adapters/twilio/transport';
import { ADDRESS, CALLS, titled } from './calls';
import { failureOf, optionsFor, twilioAt } from './connect';
import { type Answer, useLoopbackTwilio } from './loopback';

const twilio = useLoopbackTwilio();

const tooMany = (retryAfter?: string): Answer => ({
  status: 429,
  body: { code: 20429 },
  ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }),
});

/** Answers of the first tries, then a good one. */
function answerInTurn(...first: Answer[]) {
  twilio.answer(() => first.shift() ?? { body: { status: 'active' } });
}

/** A clock of the run's time: waiting takes it, and nothing else. */
function timed(milliseconds: number) {
  const waits: number[] = [];
  const left = () => milliseconds - waits.reduce((sum, each) => sum + each, 0);
  const options: Partial<TransportOptions> = {
    budget: { left },
    sleep: async (wait) => void waits.push(wait),
    random: () => 0.5,
  };
  return { waits, options };
}

const status = (options?: Partial<TransportOptions>) =>
  twilioAt(twilio.url(), options).channelStatus(ADDRESS);

describe('a 429', () => {
  it.each(CALLS.map(titled))('is tried four times at most: %s', async (_title, port) => {
    twilio.answer(tooMany());
    expect(await failureOf(port.call(twilioAt(twilio.url())))).toMatchObject({
      kind: 'unavailable',
      status: 429,
    });
    const [[path] = ['']] = port.requests;
    const tries = twilio.requests.filter(({ method, url }) => `${method} ${url}` === path);
    expect(tries).toHaveLength(4);
  });

  it('is not tried again by a run that is called again itself', async () => {
    answerInTurn(tooMany());
    expect(await failureOf(status({ mostTries: 1 }))).toMatchObject({ kind: 'unavailable', status: 429 });
    expect(twilio.requests).toHaveLength(1);
  });

  it('is made good by the next try', async () => {
    answerInTurn(tooMany());
    expect(await status()).toBe('active');
    expect(twilio.requests).toHaveLength(2);
  });

  it('is made good by the last try', async () => {
    answerInTurn(tooMany(), tooMany(), tooMany());
    expect(await status()).toBe('active');
  });

  it('sends a write again as it was', async () => {
    answerInTurn(tooMany());
    await twilioAt(twilio.url()).closeChannel(ADDRESS, true);
    const [first, second] = twilio.requests.map(({ method, url, body }) => ({ method, url, body }));
    expect(second).toEqual(first);
  });

  it('is waited for twice as long each time, by chance', async () => {
    const { waits, options } = timed(60_000);
    twilio.answer(tooMany());
    await failureOf(status(options));
    expect(waits).toEqual([200, 400, 800]);
  });

  it('is waited for as long as Twilio asks', async () => {
    const { waits, options } = timed(60_000);
    answerInTurn(tooMany('2'), tooMany('0'), tooMany('5'));
    await status(options);
    expect(waits).toEqual([2_000, 0, 5_000]);
  });

  it('is left to the sweep when Twilio asks for more than five seconds', async () => {
    const { waits, options } = timed(60_000);
    twilio.answer(tooMany('6'));
    expect(await failureOf(status(options))).toMatchObject({ kind: 'unavailable', status: 429 });
    expect(waits).toEqual([]);
  });

  it.each(['soon', '-1', 'Mon, 02 Mar 2026 09:00:00 GMT'])(
    'is waited for as if Twilio had not asked, by a Retry-After of %s',
    async (retryAfter) => {
      const { waits, options } = timed(60_000);
      answerInTurn(tooMany(retryAfter));
      await status(options);
      expect(waits).toEqual([200]);
    },
  );

  it('is not waited for when the time would be over then', async () => {
    const { waits, options } = timed(2_000);
    twilio.answer(tooMany('2'));
    expect(await failureOf(status(options))).toMatchObject({ kind: 'unavailable', status: 429 });
    expect([waits, twilio.requests.length]).toEqual([[], 1]);
  });

  it('is waited for as often as the time allows', async () => {
    const { waits, options } = timed(2_500);
    twilio.answer(tooMany('1'));
    expect(await failureOf(status(options))).toMatchObject({ kind: 'unavailable', status: 429 });
    expect([waits, twilio.requests.length]).toEqual([[1_000, 1_000], 3]);
  });
});

it.each<[string, Answer]>([
  ['500', { status: 500, body: {} }],
  ['503 with a Retry-After', { status: 503, body: {}, headers: { 'retry-after': '0' } }],
  ['400', { status: 400, body: {} }],
  ['200 with an error inside', { body: { error_code: 45379 } }],
  ['200 that is not JSON', { body: '<html>' }],
  ['a connection reset', 'reset'],
])('a %s is not sent again: it may have been carried out', async (_, answer) => {
  twilio.answer(answer);
  await failureOf(twilioAt(twilio.url()).closeChannel(ADDRESS, true));
  expect(twilio.requests).toHaveLength(1);
});

it('a try may take what is left of the time, and four seconds at most', async () => {
  const timeouts = jest.spyOn(AbortSignal, 'timeout');
  twilio.answer({ body: {} });
  const request = { method: 'get', uri: 'https://flex-api.twilio.com/v1/Configuration' };
  for (const left of [3_999, 4_001]) {
    await transport(optionsFor(twilio.url(), { budget: { left: () => left } })).request(request);
  }
  expect(timeouts.mock.calls).toEqual([[3_999], [4_000]]);
  timeouts.mockRestore();
});

describe('a try that failed', () => {
  const failed: object[] = [];
  const options = { onFailedTry: (each: object) => void failed.push(each) };
  beforeEach(() => void failed.splice(0));
  const uri = 'https://conversations.twilio.com/v1/Configuration';
  const read = (more: Partial<TransportOptions> = {}) =>
    transport(optionsFor(twilio.url(), { ...options, ...more })).request({ method: 'get', uri });
  const operation = 'GET /v1/Configuration';

  it('is told each time, also where the next one makes it good', async () => {
    answerInTurn(tooMany(), tooMany());
    await read();
    expect(failed).toEqual(Array(2).fill({ operation, status: 429 }));
  });

  it.each([500, 503, 401, 403, 307])('is told with its status and Twilio’s name for it: %s', async (code) => {
    twilio.answer({ status: code, body: {}, headers: { 'twilio-request-id': 'RQ1' } });
    await read().catch(() => undefined);
    expect(failed).toEqual([{ operation, status: code, twilioRequestId: 'RQ1' }]);
  });

  it('is told without a status where no answer came', async () => {
    twilio.answer('reset');
    await expect(read()).rejects.toThrow();
    expect(failed).toEqual([{ operation }]);
  });

  it.each([200, 400, 404, 409])('is none where Twilio has answered: %s', async (code) => {
    twilio.answer({ status: code, body: {} });
    await read();
    expect(failed).toEqual([]);
  });

  it('is none where Twilio was not asked, for want of time or credentials', async () => {
    await expect(read({ budget: { left: () => 0 } })).rejects.toThrow();
    await expect(read({ credentials: () => Promise.reject(new Error('no secret')) })).rejects.toThrow();
    expect(failed).toEqual([]);
  });
});

it('an error tells method and path, and no data', async () => {
  twilio.answer('reset');
  const over = transport(optionsFor(twilio.url()));
  const uri = 'https://conversations.twilio.com/v1/Configuration';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const call = over.request({ method: 'post', uri, headers, data: { DefaultClosedTimer: 'PT10M' } });
  await expect(call).rejects.toThrow('Twilio POST /v1/Configuration: unavailable');
});
