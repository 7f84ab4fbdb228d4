import { clock } from '../../lambda/runtime/clock';
import { ALICE, BOB, NOW, sid } from '../doubles/constants';
import { apiEvent } from '../http/events';
import { LEAVE, left, paused } from '../http/records';
import { as, bodyOf, PRIVATE, quietTwilio, refusalOf, useFunctions } from './functions';
import { listLeft, listPaused } from './handlers';

const { twilio, store } = useFunctions();

beforeAll(async () => {
  await store().replace(0, paused({ conversationSid: sid('CH', 1) }));
  await store().replace(0, left({ conversationSid: sid('CH', 2), customerName: PRIVATE.text }));
  const sooner = { ...LEAVE, workerSid: BOB, expiresAt: '2026-04-01T00:00:00Z' };
  await store().replace(0, left({ conversationSid: sid('CH', 3), leave: sooner }));
});
beforeEach(() => {
  twilio.answer(quietTwilio);
  jest.spyOn(clock, 'now').mockReturnValue(new Date(NOW));
});

const ask = (list: typeof listLeft, path: string, role: 'alice' | 'bob' | 'admin', query = '') =>
  list(apiEvent({ routeKey: `GET ${path}`, query, headers: as(role) }));
const sidsOf = (body: Record<string, unknown>) =>
  (body['conversations'] as { conversationSid: string }[]).map(({ conversationSid }) => conversationSid);

it('what is left is listed by expiry, as the contract has it', async () => {
  const reply = await ask(listLeft, '/left', 'admin', 'worker=all');
  const body = bodyOf(reply);
  expect(sidsOf(body)).toEqual([sid('CH', 3), sid('CH', 2)]);
  expect(body['conversations']).toMatchObject([
    { leave: { workerSid: BOB } },
    { leave: { leaveId: LEAVE.leaveId }, pause: null },
  ]);
});

it.each([
  ['alice', [sid('CH', 2)]],
  ['bob', [sid('CH', 3)]],
] as const)('what is left is shown to %s where it is theirs', async (role, sids) => {
  expect(sidsOf(bodyOf(await ask(listLeft, '/left', role)))).toEqual(sids);
});

it('what is paused has nothing that is left', async () => {
  const query = `worker=${ALICE}`;
  expect(sidsOf(bodyOf(await ask(listPaused, '/paused', 'admin', query)))).toEqual([sid('CH', 1)]);
});

it("others' are refused before what is wrong with the rest", async () => {
  expect(refusalOf(await ask(listPaused, '/paused', 'bob', 'worker=all&limit=0'))).toEqual([
    403,
    'not-authorized',
  ]);
});

it('what is wrong is said by name', async () => {
  const reply = await ask(listPaused, '/paused', 'alice', 'limit=0&mark=soon');
  expect(bodyOf(reply)['detail']).toBe(
    'limit: must be a whole number from 1 to 100; mark is not as the API describes it',
  );
});
