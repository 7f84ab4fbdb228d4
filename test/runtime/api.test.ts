import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { handler as notFound } from '../../lambda/not-found';
import { clock } from '../../lambda/runtime/clock';
import { apiEvent, REQUEST_ID } from '../http/events';
import { record } from '../http/records';
import { NOW, sid } from '../doubles/constants';
import { as, bodyOf, PRIVATE, quietTwilio, refusalOf, useFunctions } from './functions';
import { getConversation, getSettings, health, pause, putSettings } from './handlers';

const { twilio, store, states, logs } = useFunctions();
const KNOWN = sid('CH');
const UNKNOWN = sid('CH', 2);

beforeAll(async () => {
  await store().replace(0, record());
});
beforeEach(() => {
  twilio.answer(quietTwilio);
  jest.spyOn(clock, 'now').mockReturnValue(new Date(NOW));
});

const get = (conversationSid: string, headers: Record<string, string>) =>
  getConversation(
    apiEvent({
      routeKey: 'GET /conversations/{conversationSid}',
      headers,
      pathParameters: { conversationSid },
    }),
  );
const postPause = (conversationSid: string, headers: Record<string, string>, body: string) =>
  pause(
    apiEvent({
      routeKey: 'POST /conversations/{conversationSid}/pause',
      headers,
      pathParameters: { conversationSid },
      body,
    }),
  );

describe('a conversation', () => {
  it('is shown to its holder, as the contract has it', async () => {
    const reply = await get(KNOWN, as('alice'));
    expect(reply).toMatchObject({ statusCode: 200, headers: { 'x-request-id': REQUEST_ID } });
  });

  it('is not sent again to who has it', async () => {
    const first = await get(KNOWN, as('alice'));
    const again = await get(KNOWN, { ...as('alice'), 'if-none-match': first.headers!['etag'] as string });
    expect(again).toEqual({
      statusCode: 304,
      headers: { etag: first.headers!['etag'], 'x-request-id': REQUEST_ID },
    });
  });
});

describe('the checks', () => {
  it('begin with the token: without one Twilio is not asked', async () => {
    expect(refusalOf(await get(KNOWN, {}))).toEqual([401, 'not-authenticated']);
    expect(twilio.requests).toEqual([]);
  });

  it.each([
    ['a bad token', 'bad', 401, 'not-authenticated'],
    ["an outage of Twilio's", 'outage', 503, 'twilio-unavailable'],
  ] as const)('end at %s, whatever the path or body', async (_, role, status, code) => {
    const replies = [
      await get('settings', as(role)),
      await get(UNKNOWN, as(role)),
      await postPause(KNOWN, as(role), '{'),
      await postPause(KNOWN, as(role), `"${'x'.repeat(20_000)}"`),
    ];
    expect(replies.map(refusalOf)).toEqual(Array(4).fill([status, code]));
  });

  it('tell when to ask again at an outage, and log what failed', async () => {
    const reply = await get(KNOWN, as('outage'));
    expect(reply.headers).toMatchObject({ 'retry-after': '5' });
    const operation = `POST /v1/Accounts/${sid('AC')}/Tokens/validate`;
    expect(logs()).toEqual([
      { level: 'warn', message: 'call to Twilio failed', requestId: REQUEST_ID, operation, status: 503 },
      {
        level: 'warn',
        message: 'Twilio does not answer',
        requestId: REQUEST_ID,
        operation: 'check token',
        kind: 'unavailable',
        status: 503,
      },
    ]);
  });

  it.each(['settings', 'CH1', UNKNOWN])('then know no conversation %s', async (conversationSid) => {
    const bad = JSON.stringify({ note: 7 });
    const replies = [await get(conversationSid, as('bob')), await postPause(conversationSid, as('bob'), bad)];
    expect(replies.map(refusalOf)).toEqual(Array(2).fill([404, 'not-found']));
  });

  it("then refuse others' conversations, whatever the body", async () => {
    const replies = [
      await get(KNOWN, as('bob')),
      await postPause(KNOWN, as('bob'), '{}'),
      await postPause(KNOWN, as('bob'), '{'),
      await postPause(KNOWN, as('bob'), '{"note":7}'),
    ];
    expect(replies.map(refusalOf)).toEqual(Array(4).fill([403, 'not-authorized']));
  });

  it.each([
    ['{', 'The body is not JSON'],
    ['[]', 'the body: may not be a list'],
    ['{"note":7}', 'note is not as the API describes it'],
  ])('then the body: %s', async (body, detail) => {
    const reply = await postPause(KNOWN, as('alice'), body);
    expect(refusalOf(reply)).toEqual([400, 'invalid-request']);
    expect(bodyOf(reply)['detail']).toBe(detail);
  });

  it('then whether the option is on', async () => {
    expect(refusalOf(await postPause(KNOWN, as('alice'), ''))).toEqual([403, 'option-off']);
  });

  it('end at a body that is too large', async () => {
    const reply = await postPause(KNOWN, as('alice'), JSON.stringify({ note: 'x'.repeat(16_384) }));
    expect(refusalOf(reply)).toEqual([413, 'too-large']);
  });
});

it('a token is asked about once a minute, for all routes', async () => {
  const header = as('alice');
  await get(KNOWN, header);
  await get(KNOWN, header);
  const settings = await getSettings(apiEvent({ routeKey: 'GET /settings', headers: header }));
  expect(settings.statusCode).toBe(200);
  expect(twilio.requests).toHaveLength(1);
  jest.spyOn(clock, 'now').mockReturnValue(new Date(Date.parse(NOW) + 60_000));
  await get(KNOWN, header);
  expect(twilio.requests).toHaveLength(2);
});

it('a pause is carried out and answered, and its note is not logged', async () => {
  const conversationSid = sid('CH', 3);
  const enabled = { ...DEFAULT_SETTINGS, version: 1, pause: { ...DEFAULT_SETTINGS.pause, enabled: true } };
  await store().replaceSettings(enabled);
  await store().replace(0, record({ conversationSid, customerName: PRIVATE.text }));
  const reply = await postPause(conversationSid, as('alice'), JSON.stringify({ note: PRIVATE.text }));
  expect(reply.statusCode).toBe(200);
  const body = bodyOf(reply);
  expect(body).toMatchObject({ wrapUp: 'pause', owed: [], task: { status: 'wrapping' } });
  expect([...states].sort()).toEqual(['PutEvents', 'StartExecution']);
  expect(twilio.requests.filter(({ method }) => method === 'POST').map(({ body: form }) => form)).toContain(
    'Status=wrapup',
  );
});

describe('settings', () => {
  const put = (headers: Record<string, string>, body: string) =>
    putSettings(apiEvent({ routeKey: 'PUT /settings', headers, body }));
  const WHOLE = JSON.stringify(DEFAULT_SETTINGS);

  it('are written by admins only, before anything else is checked', async () => {
    expect(refusalOf(await put(as('alice'), '{'))).toEqual([403, 'not-authorized']);
  });

  it.each([
    ['no If-Match', {}, WHOLE, 400, 'invalid-request'],
    ['an If-Match that is no version', { 'if-match': '*' }, WHOLE, 400, 'invalid-request'],
    ['a body that is not JSON', { 'if-match': '"0"' }, '{', 400, 'invalid-request'],
    ['a body that is too large', { 'if-match': '"0"' }, 'x'.repeat(16_385), 413, 'too-large'],
    ['a field less', { 'if-match': '"0"' }, '{}', 400, 'invalid-request'],
    ['another version', { 'if-match': '"41"' }, WHOLE, 412, 'version-mismatch'],
  ])('are refused with %s', async (_, headers, body, status, code) => {
    expect(refusalOf(await put({ ...as('admin'), ...headers }, body))).toEqual([status, code]);
  });

  it.each(['"%"', '%', 'W/"%"', ' % '])('are written over the version that was read: %s', async (form) => {
    const { version } = (await store().readSettings()).settings;
    const headers = { ...as('admin'), 'if-match': form.replace('%', String(version)) };
    const reply = await put(headers, JSON.stringify({ ...DEFAULT_SETTINGS, version: 99, wrapUp: false }));
    const settings = { ...DEFAULT_SETTINGS, version: version + 1, wrapUp: false };
    expect(reply).toMatchObject({ statusCode: 200, headers: { etag: `"${version + 1}"` } });
    expect(bodyOf(reply)).toEqual(settings);
    expect((await store().readSettings()).settings).toEqual(settings);
  });
});

it('health needs no token and no Twilio', async () => {
  const reply = await health(apiEvent());
  expect(reply).toMatchObject({ statusCode: 200, headers: { 'x-request-id': REQUEST_ID } });
  expect(bodyOf(reply)).toEqual({ status: 'ok', version: '0.1.0' });
  expect(twilio.requests).toEqual([]);
});

it('what is no route is not found', async () => {
  expect(refusalOf(await notFound(apiEvent({ routeKey: '$default' })))).toEqual([404, 'not-found']);
});
