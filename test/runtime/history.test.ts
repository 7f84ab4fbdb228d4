import { ALICE, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { apiEvent } from '../http/events';
import { paused, record } from '../http/records';
import { as, bodyOf, quietTwilio, refusalOf, useFunctions } from './functions';
import { getHistory, pause } from './handlers';

const { twilio, store } = useFunctions();
const PATH = '/conversations/{conversationSid}/history';
const OTHER = sid('CH', 2);

beforeAll(async () => {
  twilio.answer(quietTwilio);
  await store().replaceSettings({ ...PAUSE_ON, version: 1 });
  await store().replace(0, record());
  await store().replace(0, paused({ conversationSid: OTHER }));
  const done = await pause(
    apiEvent({
      routeKey: 'POST /conversations/{conversationSid}/pause',
      pathParameters: { conversationSid: sid('CH') },
      headers: as('alice'),
      body: JSON.stringify({ timeLimit: 'P2D', note: 'Waits for the parts list' }),
    }),
  );
  expect(done.statusCode).toBe(200);
});
beforeEach(() => twilio.answer(quietTwilio));

const ask = (
  role: 'alice' | 'bob' | 'admin' | 'bad',
  query = '',
  conversationSid = sid('CH'),
  headers = {},
) =>
  getHistory(
    apiEvent({
      routeKey: `GET ${PATH}`,
      pathParameters: { conversationSid },
      query,
      headers: { ...as(role), ...headers },
    }),
  );

it('tells what happened, as the contract has it', async () => {
  const reply = await ask('alice');
  expect(reply.statusCode).toBe(200);
  const body = bodyOf(reply);
  expect(body).toMatchObject({
    events: [
      {
        type: 'ConversationPaused',
        by: ALICE,
        workerSid: ALICE,
        note: 'Waits for the parts list',
        reason: null,
      },
    ],
  });
  expect(body).not.toHaveProperty('next');
});

it('tells it to supervisors, and to no other agent', async () => {
  expect((await ask('admin')).statusCode).toBe(200);
  expect(refusalOf(await ask('bob'))).toEqual([403, 'not-authorized']);
});

it('answers 304 to who has it already', async () => {
  const { headers } = await ask('alice');
  const etag = String(headers?.['etag']);
  expect(await ask('alice', '', sid('CH'), { 'if-none-match': etag })).toMatchObject({ statusCode: 304 });
});

it('is empty of a conversation of which nothing was told', async () => {
  expect(bodyOf(await ask('alice', '', OTHER))).toEqual({ events: [] });
});

it('checks 401, 404, 403 and 400 in this order', async () => {
  expect(refusalOf(await ask('bad', 'limit=0', sid('CH', 9)))).toEqual([401, 'not-authenticated']);
  expect(refusalOf(await ask('bob', 'limit=0', sid('CH', 9)))).toEqual([404, 'not-found']);
  expect(refusalOf(await ask('bob', 'limit=0'))).toEqual([403, 'not-authorized']);
  expect(refusalOf(await ask('alice', 'limit=0'))).toEqual([400, 'invalid-request']);
});

it.each(['limit=101', 'limit=x', 'cursor=', 'cursor=1.abcdefgh.1.0', 'cursor=7'])(
  'refuses %s',
  async (query) => {
    expect(refusalOf(await ask('alice', query))).toEqual([400, 'invalid-request']);
  },
);
