import type { Twilio } from '../../../lambda/actions/ports';
import { sid } from '../../doubles/constants';
import { ADDRESS, CALLS, type PortCall, titled, WRITES } from './calls';
import { failureOf, twilioAt } from './connect';
import { type Answer, deadUrl, useLoopbackTwilio } from './loopback';

const twilio = useLoopbackTwilio();
const name = 'TwilioError';
const failing = ({ call }: PortCall) => failureOf(call(twilioAt(twilio.url())));

const goodAnswers =
  ({ good, goodStatus = 200 }: PortCall, status = goodStatus) =>
  ({ url }: { url: string }): Answer => ({ status, body: good(url.split('?')[0]!) });

it('are looked at for every method of the port', () => {
  const methods = Object.keys(twilioAt('http://127.0.0.1')).sort() as (keyof Twilio)[];
  expect([...new Set(CALLS.map((each) => each.name))].sort()).toEqual(methods);
});

describe.each(CALLS.map(titled))('%s', (_title, port) => {
  it('gives what a good answer says', async () => {
    twilio.answer(goodAnswers(port));
    expect(await port.call(twilioAt(twilio.url()))).toEqual(port.result);
  });

  it.each<[string, Answer, object]>([
    ['400', { status: 400, body: { code: 20001 } }, { kind: 'refused', status: 400, code: 20001 }],
    ['400 without a code', { status: 400, body: {} }, { kind: 'refused', status: 400 }],
    [
      '400 by RFC 9457',
      { status: 400, body: { type: 'a', title: 'b', status: 400, code: 20001 } },
      { kind: 'refused', status: 400, code: 20001 },
    ],
    ['400 of a closed conversation', { status: 400, body: { code: 45354 } }, { kind: 'closed', code: 45354 }],
    ['404 of a closed conversation', { status: 404, body: { code: 45354 } }, { kind: 'closed', code: 45354 }],
    ['401', { status: 401, body: { code: 20003 } }, { kind: 'credentials', status: 401 }],
    ['403', { status: 403, body: {} }, { kind: 'credentials', status: 403 }],
    ['408', { status: 408, body: {} }, { kind: 'unavailable', status: 408 }],
    ['409', { status: 409, body: {} }, { kind: 'unavailable', status: 409 }],
    ['412', { status: 412, body: {} }, { kind: 'unavailable', status: 412 }],
    ['422', { status: 422, body: {} }, { kind: 'refused', status: 422 }],
    ['429', { status: 429, body: { code: 20429 } }, { kind: 'unavailable', status: 429, code: 20429 }],
    ['500', { status: 500, body: {} }, { kind: 'unavailable', status: 500 }],
    ['503 in HTML', { status: 503, body: '<html>' }, { kind: 'unavailable', status: 503 }],
    ['400 in HTML', { status: 400, body: '<html>' }, { kind: 'refused', status: 400 }],
    ['200 in HTML', { body: '<html>' }, { kind: 'unavailable' }],
    ['200 without a body', { body: '' }, { kind: 'unavailable' }],
    ['200 cut short', { body: '{"sid":' }, { kind: 'unavailable' }],
    ['a connection reset', 'reset', { kind: 'unavailable' }],
  ])('fails at %s', async (_, answer, failure) => {
    twilio.answer(answer);
    expect(await failing(port)).toMatchObject({ name, ...failure });
  });

  it(`takes a 404 for ${port.absent}`, async () => {
    twilio.answer({ status: 404, body: { code: 20404 } });
    const call = port.call(twilioAt(twilio.url()));
    if (port.absent === 'undefined') expect(await call).toBeUndefined();
    else expect(await failureOf(call)).toEqual({ name, kind: 'not-found', status: 404, code: 20404 });
  });

  for (const body of port.wrongShapes.map((shape) => JSON.stringify(shape)))
    it(`takes an answer that reads ${body} for none`, async () => {
      twilio.answer({ body });
      expect(await failing(port)).toEqual({ name, kind: 'unavailable' });
    });

  it('does not follow a redirect, whatever it says', async () => {
    twilio.answer((request) => {
      const headers = { location: `${twilio.url()}/followed` };
      return { ...(goodAnswers(port, 302)(request) as object), headers };
    });
    expect(await failing(port)).toMatchObject({ name, kind: 'unavailable', status: 302 });
    expect(twilio.requests.map(({ url }) => url)).not.toContain('/followed');
  });

  it.each<Answer & string>(['silence', 'half a body'])('ends with its time at %s', async (answer) => {
    twilio.answer(answer);
    const call = port.call(twilioAt(twilio.url(), { budget: { left: () => 25 } }));
    expect(await failureOf(call)).toEqual({ name, kind: 'unavailable' });
  });

  it('fails where nobody listens', async () => {
    const call = port.call(twilioAt(await deadUrl()));
    expect(await failureOf(call)).toEqual({ name, kind: 'unavailable' });
  });

  it('fails where there are no credentials', async () => {
    const credentials = () => Promise.reject(new Error('Secrets Manager does not answer'));
    const call = port.call(twilioAt(twilio.url(), { credentials }));
    expect(await failureOf(call)).toEqual({ name, kind: 'unavailable' });
    expect(twilio.requests).toEqual([]);
  });
});

describe.each(WRITES.map(titled))('%s', (_title, port) => {
  it.each([
    ['error 45379', { error_code: 45379 }, { kind: 'unavailable', status: 200, code: 45379 }],
    ['error 45354', { error_code: 45354 }, { kind: 'closed', status: 200, code: 45354 }],
    ['error 45354 as text', { error_code: '45354' }, { kind: 'closed', status: 200, code: 45354 }],
    ['an error that is no number', { error_code: 'E' }, { kind: 'unavailable', status: 200 }],
    ['the status failed', { status: 'failed' }, { kind: 'unavailable', status: 200 }],
  ])('fails at a 200 with %s', async (_, inside, failure) => {
    twilio.answer(({ url }) => ({ body: { ...(port.good(url) as object), ...inside } }));
    expect(await failing(port)).toMatchObject({ name, ...failure });
  });

  it.each([201, 202])('takes a %d', async (status) => {
    twilio.answer(goodAnswers(port, status));
    expect(await port.call(twilioAt(twilio.url()))).toEqual(port.result);
  });
});

it('reads the status of a channel that failed', async () => {
  twilio.answer({ body: { status: 'failed', error_code: 19025 } });
  expect(await twilioAt(twilio.url()).channelStatus(ADDRESS)).toBe('failed');
});

it('tells of an agent without capacity where the workspace has no such kind of task', async () => {
  twilio.answer(({ url }) =>
    url.includes('/Channels/') ? { status: 404, body: { code: 20404 } } : { body: { available: true } },
  );
  expect(await twilioAt(twilio.url()).capacity(sid('WK'), 'fax')).toEqual({
    available: true,
    assignedTasks: 0,
    configuredCapacity: 0,
  });
});

it.each([undefined, null, 'true', 1])(
  'takes an agent for not available whose answer says %j',
  async (available) => {
    const room = { assigned_tasks: 0, configured_capacity: 1 };
    twilio.answer(({ url }) => ({ body: url.includes('/Channels/') ? room : { available } }));
    expect(await twilioAt(twilio.url()).capacity(sid('WK'), 'web')).toMatchObject({ available: false });
  },
);
