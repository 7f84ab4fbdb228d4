import { DEMO_USERS } from '../../../local/twilio/demo';
import type { ConversationView } from '../../../lambda/http/view';
import { ALICE, DEE } from '../running-product';
import { type Begun, pausedByAlice, refusal, seen } from '../acts';
import { productForAll } from '../fixture';

const running = productForAll();
const workerOf = (name: string) => DEMO_USERS.find((user) => user.name === name)!.workerSid!;
const fromAlice = { fromWorkerSid: workerOf('Alice') };
const toBob = { ...fromAlice, toWorkerSid: workerOf('Bob') };
let begun: Begun;
let before: ConversationView;
beforeAll(async () => {
  begun = await pausedByAlice(running());
  before = await seen(running(), begun);
});

it.each([
  ['nothing', '{}'],
  ['nobody to take from', JSON.stringify({ toWorkerSid: workerOf('Bob') })],
  ['one who is no worker', '{"fromWorkerSid": "WK1"}'],
  ['a task', JSON.stringify({ fromWorkerSid: `WT${'0'.repeat(32)}` })],
  ['a worker in two letters', JSON.stringify({ fromWorkerSid: workerOf('Alice').toLowerCase() })],
  ['null', JSON.stringify({ ...fromAlice, toWorkerSid: null })],
  ['the same agent twice', JSON.stringify({ ...fromAlice, toWorkerSid: workerOf('Alice') })],
  [
    'a worker whom the workspace does not know',
    JSON.stringify({ ...fromAlice, toWorkerSid: `WK${'9'.repeat(32)}` }),
  ],
  ['another field', JSON.stringify({ ...fromAlice, all: true })],
  ['a list', '[]'],
  ['broken JSON', '{"fromWorkerSid":'],
])('refuses %s, and nothing changes', async (_, body) => {
  expect(refusal(await running().ask('POST', '/handover', DEE, body))).toBe('400 invalid-request');
  expect(await seen(running(), begun)).toEqual(before);
});

it('is for supervisors, whatever the body, and a body of 17 KB is too large', async () => {
  for (const body of [JSON.stringify(toBob), '{"broken'])
    expect(refusal(await running().ask('POST', '/handover', ALICE, body))).toBe('403 not-authorized');
  const large = JSON.stringify({ note: 'n'.repeat(17 * 1024) });
  expect(refusal(await running().ask('POST', '/handover', DEE, large))).toBe('413 too-large');
  expect(await seen(running(), begun)).toEqual(before);
});

it('while Twilio does not tell of Bob is 503, and nothing changes', async () => {
  running().twilioFails = (request) => (request.includes(`/Workers/${workerOf('Bob')}`) ? 503 : undefined);
  expect(refusal(await running().post('/handover', DEE, toBob))).toBe('503 twilio-unavailable');
  running().twilioFails = () => undefined;
  await running().advance('PT2M');
  expect((await seen(running(), begun)).pause).toEqual(before.pause);
});
