import { twilioTokenCheck } from '../../../lambda/adapters/twilio/token-check';
import { transport, type TransportOptions } from '../../../lambda/adapters/twilio/transport';
import { sid } from '../../doubles/constants';
import { CREDENTIALS, failureOf, optionsFor } from './connect';
import { type Answer, deadUrl, useLoopbackTwilio } from './loopback';

const twilio = useLoopbackTwilio();
const check = (token = 'a-token', options: Partial<TransportOptions> = {}) =>
  twilioTokenCheck(transport(optionsFor(twilio.url(), options)), CREDENTIALS.accountSid)(token);

const GOOD = {
  valid: true,
  code: 0,
  message: null,
  expiration: '2026-03-02T10:00:00Z',
  realm_user_id: 'alice@example.com',
  identity: 'alice_40example_2Ecom',
  roles: ['agent', 'wfo.full_access'],
  worker_sid: sid('WK'),
};

it('asks Twilio as its own package does', async () => {
  twilio.answer({ body: GOOD });
  await check('a-token');
  const [{ method, url, headers, body } = { method: '', url: '', headers: {}, body: '' }] = twilio.requests;
  expect({ method, url, body: JSON.parse(body) as unknown }).toEqual({
    method: 'POST',
    url: `/v1/Accounts/${CREDENTIALS.accountSid}/Tokens/validate`,
    body: { token: 'a-token' },
  });
  expect(headers).toMatchObject({
    authorization: `Basic ${Buffer.from(`${CREDENTIALS.accountSid}:the-auth-token`).toString('base64')}`,
    'cache-control': 'no-cache',
  });
});

it('tells what Twilio says of a good token', async () => {
  twilio.answer({ body: GOOD });
  expect(await check()).toEqual({
    workerSid: sid('WK'),
    identity: 'alice_40example_2Ecom',
    roles: ['agent', 'wfo.full_access'],
    expiresAt: Date.parse('2026-03-02T10:00:00Z'),
  });
});

it('sends a token of 6 KB whole', async () => {
  const token = 'x'.repeat(6 * 1024);
  twilio.answer({ body: GOOD });
  expect(await check(token)).toBeDefined();
  expect(JSON.parse(twilio.requests[0]!.body)).toEqual({ token });
});

it.each<[string, object, object]>([
  ['no worker', { worker_sid: undefined }, { workerSid: null }],
  ['an empty worker', { worker_sid: '' }, { workerSid: null }],
  ['no identity, but a user', { identity: undefined }, { identity: 'alice@example.com' }],
  ['neither', { identity: undefined, realm_user_id: undefined }, { identity: '' }],
  ['no roles', { roles: undefined }, { roles: [] }],
  ['roles that are no list', { roles: 'admin' }, { roles: [] }],
  ['roles of all kinds', { roles: [7, null, 'supervisor'] }, { roles: ['supervisor'] }],
  ['no expiration', { expiration: undefined }, { expiresAt: null }],
  ['an expiration that is no time', { expiration: 'soon' }, { expiresAt: null }],
])('takes a good token with %s', async (_, changes, facts) => {
  twilio.answer({ body: { ...GOOD, ...changes } });
  expect(await check()).toMatchObject(facts);
});

it.each<[string, Answer]>([
  ['200', { body: { valid: false, code: 20101, message: 'expired' } }],
  ['400', { status: 400, body: { valid: false } }],
  ['401', { status: 401, body: { valid: false } }],
])('knows a bad token by `valid`, with status %s', async (_, answer) => {
  twilio.answer(answer);
  expect(await check()).toBeUndefined();
});

it.each<[string, Answer]>([
  ['500', { status: 500, body: { code: 20500 } }],
  ['503 in HTML', { status: 503, body: '<html>' }],
  ['401 without `valid`', { status: 401, body: { code: 20003, message: 'Authenticate' } }],
  ['403 without `valid`', { status: 403, body: {} }],
  ['404', { status: 404, body: { code: 20404 } }],
  ['429, each time', { status: 429, body: { code: 20429 } }],
  ['200 in HTML', { body: '<html>' }],
  ['200 without a body', { body: '' }],
  ['200 that is null', { body: 'null' }],
  ['200 that is a list', { body: '[]' }],
  ['200 without `valid`', { body: {} }],
  ['200 with `valid` as text', { body: { valid: 'true' } }],
  ['a redirect', { status: 302, body: GOOD, headers: { location: '/followed' } }],
  ['a connection reset', 'reset'],
])('takes a %s for an outage and not for a bad token', async (_, answer) => {
  twilio.answer(answer);
  expect(await failureOf(check())).toMatchObject({ name: 'TwilioError', kind: 'unavailable' });
});

it('takes silence for an outage', async () => {
  twilio.answer('silence');
  expect(await failureOf(check('a-token', { budget: { left: () => 25 } }))).toEqual({
    name: 'TwilioError',
    kind: 'unavailable',
  });
});

it('takes a refused connection for an outage', async () => {
  expect(await failureOf(check('a-token', { baseUrl: await deadUrl() }))).toEqual({
    name: 'TwilioError',
    kind: 'unavailable',
  });
});

it('asks again after a 429', async () => {
  const answers: Answer[] = [{ status: 429, body: {} }, { body: GOOD }];
  twilio.answer(() => answers.shift()!);
  expect(await check()).toBeDefined();
});

it('asks nothing when the time is over', async () => {
  await failureOf(check('a-token', { budget: { left: () => 0 } }));
  expect(twilio.requests).toEqual([]);
});
