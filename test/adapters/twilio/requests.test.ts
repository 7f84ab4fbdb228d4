import { twilioOver } from '../../../lambda/adapters/twilio';
import { twilioTokenCheck } from '../../../lambda/adapters/twilio/token-check';
import { transport, type TwilioCredentials } from '../../../lambda/adapters/twilio/transport';
import { ADDRESS, CALLS, type PortCall, titled, WORKSPACE } from './calls';
import { sid } from '../../doubles/constants';
import { AMPLE, CREDENTIALS, failureOf, twilioAt } from './connect';
import { useLoopbackTwilio } from './loopback';

const twilio = useLoopbackTwilio();
const answerGood = ({ good, goodStatus = 200 }: PortCall) =>
  twilio.answer(({ url }) => ({ status: goodStatus, body: good(url.split('?')[0]!) }));
const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

describe.each(CALLS.map(titled))('%s', (_title, port) => {
  it('makes its requests and no other', async () => {
    answerGood(port);
    await port.call(twilioAt(twilio.url()));
    const made = twilio.requests.map(({ method, url, body }) => {
      const form = Object.fromEntries(new URLSearchParams(body));
      return body === '' ? [`${method} ${url}`] : [`${method} ${url}`, form];
    });
    expect(made.sort()).toEqual([...port.requests].sort());
  });

  it('signs with the auth token', async () => {
    answerGood(port);
    await port.call(twilioAt(twilio.url()));
    const expected = basic(CREDENTIALS.accountSid, CREDENTIALS.authToken);
    expect(new Set(twilio.requests.map(({ headers }) => headers['authorization']))).toEqual(
      new Set([expected]),
    );
  });

  it('makes them also with a fraction of a millisecond in what is left of the time', async () => {
    answerGood(port);
    const call = port.call(twilioAt(twilio.url(), { budget: { left: () => 2_499.7 } }));
    expect(await call).toEqual(port.result);
  });

  it('makes no request when the time is over', async () => {
    answerGood(port);
    const call = port.call(twilioAt(twilio.url(), { budget: { left: () => 0 } }));
    expect(await failureOf(call)).toEqual({ name: 'TwilioError', kind: 'unavailable' });
    expect(twilio.requests).toEqual([]);
  });
});

describe('credentials', () => {
  const key = { apiKeySid: sid('SK'), apiKeySecret: 'the-secret' };
  const ofToken = basic(CREDENTIALS.accountSid, CREDENTIALS.authToken);

  it.each<[string, Partial<TwilioCredentials>, string]>([
    ['the API key, where one is set', key, basic(key.apiKeySid, key.apiKeySecret)],
    ['the auth token, where the key has no secret', { apiKeySid: key.apiKeySid }, ofToken],
    ['the auth token, where the secret has no key', { apiKeySecret: key.apiKeySecret }, ofToken],
    ['the auth token, where the key is empty', { apiKeySid: '', apiKeySecret: '' }, ofToken],
    ['the primary auth token while it is rotated', { authTokenSecondary: 'the-next' }, ofToken],
  ])('are %s', async (_, more, expected) => {
    twilio.answer({ body: { status: 'active' } });
    const credentials = async () => ({ ...CREDENTIALS, ...more });
    await twilioAt(twilio.url(), { credentials }).channelStatus(ADDRESS);
    expect(twilio.requests[0]!.headers['authorization']).toBe(expected);
  });
});

describe('hosts', () => {
  const everyCall = async (baseUrl?: string) => {
    const hosts = new Set<string>();
    const fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
      hosts.add(new URL(url).origin);
      return Response.json({}, { status: 500 });
    });
    const over = transport({ credentials: async () => CREDENTIALS, baseUrl, budget: AMPLE });
    const calls = CALLS.map(({ call }) => failureOf(call(twilioOver(over, WORKSPACE))));
    await Promise.all([...calls, failureOf(twilioTokenCheck(over, CREDENTIALS.accountSid)('token'))]);
    fetched.mockRestore();
    return [...hosts].sort();
  };

  it("are Twilio's own", async () => {
    expect(await everyCall()).toEqual([
      'https://conversations.twilio.com',
      'https://flex-api.twilio.com',
      'https://iam.twilio.com',
      'https://taskrouter.twilio.com',
    ]);
  });

  it('are all replaced by the base URL', async () => {
    expect(await everyCall('http://127.0.0.1:4000')).toEqual(['http://127.0.0.1:4000']);
  });

  it('may be replaced by a base URL with a path', async () => {
    twilio.answer({ body: { status: 'active' } });
    await twilioAt(`${twilio.url()}/twilio`).channelStatus(ADDRESS);
    expect(twilio.requests.splice(0)[0]!.url).toMatch(/^\/twilio\/v1\/Interactions\//);
  });
});

describe('lists', () => {
  const PAGED: [string, PortCall, host: string][] = [
    ['participants', byName('participants'), 'flex-api'],
    ['invites', byName('invites'), 'flex-api'],
    ['reservations', byName('reservations'), 'taskrouter'],
  ];
  const pages = ([, { good }, host]: (typeof PAGED)[number], lastStatus = 200) =>
    twilio.answer(({ url }) => {
      const { pathname, searchParams } = new URL(url, 'http://localhost');
      const page = Number(searchParams.get('Page') ?? 0);
      if (page === 2 && lastStatus !== 200) return { status: lastStatus, body: {} };
      const next = `https://${host}.twilio.com${pathname}?PageSize=100&Page=${page + 1}&PageToken=PA${page}`;
      const { meta, ...items } = good(pathname) as { meta: object };
      return { body: { ...items, meta: { ...meta, next_page_url: page === 2 ? null : next } } };
    });

  it.each(PAGED)('of %s are read to their last page, on the base URL too', async (...paged) => {
    pages(paged);
    const [, { call, result }] = paged;
    const expected = result as unknown[];
    expect(await call(twilioAt(twilio.url()))).toEqual([...expected, ...expected, ...expected]);
    expect(twilio.requests.map(({ url }) => url.split('?')[1])).toEqual([
      'PageSize=100',
      'PageSize=100&Page=1&PageToken=PA0',
      'PageSize=100&Page=2&PageToken=PA1',
    ]);
  });

  it.each(PAGED)('of %s are no lists when a page is missing', async (...paged) => {
    pages(paged, 500);
    const failure = await failureOf(paged[1].call(twilioAt(twilio.url())));
    expect(failure).toMatchObject({ kind: 'unavailable', status: 500 });
  });

  it('of messages are read for their newest page only', async () => {
    pages(['messages', byName('newestMessages'), 'conversations']);
    expect(await twilioAt(twilio.url()).newestMessages(sid('CH'))).toHaveLength(2);
    expect(twilio.requests).toHaveLength(1);
  });
});

describe('what may be missing in an answer', () => {
  it('of a task is null', async () => {
    twilio.answer({ body: { assignment_status: 'pending', attributes: '', priority: null } });
    expect(await twilioAt(twilio.url()).task(sid('WT'))).toEqual({
      taskSid: sid('WT'),
      status: 'pending',
      attributes: {},
      workflowSid: null,
      queueSid: null,
      taskChannelUniqueName: null,
      priority: 0,
    });
  });

  it.each([{ timers: {} }, { timers: null }, { timers: { date_closed: null } }, {}])(
    'of a conversation is its end: %j',
    async (timers) => {
      twilio.answer({ body: { state: 'inactive', ...timers } });
      expect(await twilioAt(twilio.url()).conversation(sid('CH'))).toEqual({
        state: 'inactive',
        closesAt: null,
      });
    },
  );

  it('of the event list is oldest first, also of what happened in the same millisecond', async () => {
    const event = (event_type: string, event_date_ms: number) => ({
      event_type,
      event_date_ms,
      event_data: {},
    });
    const newestFirst = [
      event('task.completed', 2_000),
      event('task.wrapup', 1_000),
      event('reservation.accepted', 1_000),
    ];
    twilio.answer({ body: { events: newestFirst, meta: { key: 'events' } } });
    const listed = await twilioAt(twilio.url()).events({ from: 0 });
    expect(listed.map(({ fields }) => fields['EventType'])).toEqual([
      'reservation.accepted',
      'task.wrapup',
      'task.completed',
    ]);
  });

  it.each([
    ['pending', null],
    ['accepted', '2026-03-02T09:00:07Z'],
    ['wrapping', '2026-03-02T09:00:00Z'],
    ['rescinded', null],
  ])('of a reservation that is %s is accepted at %s', async (status, at) => {
    const dates = { date_created: '2026-03-02T09:00:00Z', date_updated: '2026-03-02T09:00:07Z' };
    twilio.answer({ body: { sid: sid('WR'), worker_sid: sid('WK'), reservation_status: status, ...dates } });
    const { acceptedAt } = await twilioAt(twilio.url()).setReservation(sid('WT'), sid('WR'), 'accepted');
    expect(acceptedAt).toBe(at === null ? null : Date.parse(at));
  });

  it.each(['{}', '{"contact_uri":"sip:alice"}', 'not JSON', ''])(
    'of a worker is the identity: %j',
    async (attributes) => {
      twilio.answer({ body: { attributes } });
      expect(await twilioAt(twilio.url()).workerIdentity(sid('WK'))).toBeNull();
    },
  );

  it('of an agent that is not available is said', async () => {
    twilio.answer({ body: { available: false, assigned_tasks: 0, configured_capacity: 1 } });
    expect(await twilioAt(twilio.url()).capacity(sid('WK'), 'web')).toEqual({
      available: false,
      assignedTasks: 0,
      configuredCapacity: 1,
    });
  });
});

function byName(name: PortCall['name']): PortCall {
  return CALLS.find((each) => each.name === name)!;
}
