import { ADA, ALICE } from '../running-product';
import { acceptedByAlice, type Begun, refusal, seen } from '../acts';
import { productForAll } from '../fixture';

const running = productForAll();
let begun: Begun;
beforeAll(async () => {
  begun = await acceptedByAlice(running());
});
afterEach(() => {
  running().twilioFails = () => undefined;
});

const routes = (): [string, string][] => [
  ['GET', begun.path],
  ['POST', `${begun.path}/pause`],
  ['PATCH', `${begun.path}/pause`],
  ['POST', `${begun.path}/complete`],
  ['POST', `${begun.path}/resume`],
  ['POST', `${begun.path}/reassign`],
  ['POST', `${begun.path}/end`],
  ['GET', '/paused?worker=all&limit=0'],
  ['GET', '/left'],
  ['GET', '/paused/summary'],
  ['GET', '/agents'],
  ['POST', '/handover'],
  ['GET', '/settings'],
  ['PUT', '/settings'],
  ['GET', '/conversations/nobody'],
];

/** Takes every route with these headers, and expects the same refusal each time and the record as it was. */
async function expectEach(headers: object, expected: string): Promise<void> {
  const before = await seen(running(), begun);
  for (const [method, path] of routes()) {
    const body = method === 'GET' ? undefined : '{"broken';
    const answer = await running().ask(method, path, undefined, body, headers);
    expect([method, path, refusal(answer)]).toEqual([method, path, expected]);
    if (answer.status === 503) expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  }
  running().twilioFails = () => undefined;
  expect(await seen(running(), begun)).toEqual(before);
}

it.each([
  ['no token', {}],
  ['an empty one', { authorization: 'Bearer ' }],
  ['another scheme', { authorization: `Basic ${ALICE}` }],
  ['two tokens', { authorization: `Bearer ${ALICE} ${ADA}` }],
  ['no scheme', { authorization: ALICE }],
  ['a rejected one', { authorization: 'Bearer forged' }],
  ['a rejected one of 6 KB', { authorization: `Bearer ${'x'.repeat(6 * 1024)}` }],
])('%s is not authenticated on any route, before all else', async (_, headers) => {
  await expectEach(headers, '401 not-authenticated');
});

it('no token lets anybody in to the routes for custom logic', async () => {
  for (const token of [undefined, ALICE, ADA])
    expect(await running().ask('POST', `/service${begun.path}/invite`, token, {})).toMatchObject({
      status: 403,
      body: { message: 'Forbidden' },
    });
});

it('a token of 6 KB reaches Twilio', async () => {
  const before = running().twilioRequests.length;
  await running().get(begun.path, 'y'.repeat(6 * 1024));
  expect(running().twilioRequests.slice(before)).toEqual([expect.stringMatching(/^POST .*validate$/)]);
});

it.each([500, 503, 404, 401, 200, 'reset'] as const)(
  'a token that Twilio does not judge (%s) is no bad token: 503, and to be tried again',
  async (failure) => {
    running().twilioFails = (request) => (request.endsWith('/validate') ? failure : undefined);
    await expectEach({ authorization: `Bearer unknown-${failure}` }, '503 twilio-unavailable');
  },
);

it('a token that was good goes on for a minute while Twilio is out, and no longer', async () => {
  await running().get(begun.path, ALICE);
  running().twilioFails = () => 503;
  expect((await running().get(begun.path, ALICE)).status).toBe(200);
  await running().advance('PT61S');
  expect(refusal(await running().get(begun.path, ALICE))).toBe('503 twilio-unavailable');
});

it('health needs no token and no Twilio', async () => {
  running().twilioFails = () => 503;
  expect(await running().get('/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
});
