import { type ConversationView } from '../../../lambda/http/view';
import { ALICE, BOB, DEE } from '../running-product';
import {
  acceptedByAlice,
  asksToInvite,
  type Begun,
  does,
  leftByAlice,
  refusal,
  seen,
  timers,
  twilio,
  writes,
} from '../acts';
import { productForAll } from '../fixture';

const running = productForAll();
let active: Begun;
let paused: Begun;
let replied: Begun;
beforeAll(async () => {
  await running().set({ leave: { enabled: true, onReply: 'custom-routing' } });
  replied = await leftByAlice(running());
  await writes(running(), replied);
  await running().advance('PT3M');
  active = await acceptedByAlice(running());
  paused = await acceptedByAlice(running());
  await does(running(), ALICE, `${paused.path}/pause`);
});

/** Each is wrong for every route. */
const WRONG_EVERYWHERE: [string, string][] = [
  ['broken JSON', '{"note": "a"'],
  ['no JSON', 'note=a&reason=b'],
  ['two JSON texts', '{}{}'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"PT1H"'],
  ['a number', '1'],
  ['an unknown field', '{"minutes": 5}'],
  ['a field that every object has', '{"constructor": {}}'],
  ['the prototype', '{"__proto__": {"note": "a"}}'],
  ['a field in other letters', '{"Note": "a"}'],
];

const WRONG_FOR_CHANGES: [string, string][] = [
  ['a time limit that is a number', '{"timeLimit": 60}'],
  ['a time limit that is null', '{"timeLimit": null}'],
  ['a moment that is a number', '{"until": 1772442000}'],
  ['a note that is a list', '{"note": ["a"]}'],
  ['a note that is null', '{"note": null}'],
  ['a note of 501 characters', JSON.stringify({ note: 'n'.repeat(501) })],
  ['a note of 501 characters that take two units each', JSON.stringify({ note: '🙂'.repeat(501) })],
];

const WRONG_FOR_PAUSE: [string, string][] = [
  ['a reason of 101 characters', JSON.stringify({ reason: 'r'.repeat(101) })],
  ['a reason that is a number', '{"reason": 7}'],
  ['an index below zero', '{"seenIndex": -1}'],
  ['half an index', '{"seenIndex": 1.5}'],
  ['an index as text', '{"seenIndex": "1"}'],
  ['an index beyond all numbers', '{"seenIndex": 1e300}'],
  ['a task that is none', '{"taskSid": "WT1"}'],
  ['a task that is a number', '{"taskSid": 1}'],
];

const WRONG_FOR_INVITE: [string, string][] = [
  ['a workflow that is none', '{"workflowSid": "WW1"}'],
  ['a queue that is a workflow', JSON.stringify({ queueSid: `WW${'0'.repeat(32)}` })],
  ['a queue that is null', '{"queueSid": null}'],
  ['a worker that is a name', '{"workerSid": "bob"}'],
  ['a worker that the workspace does not have', JSON.stringify({ workerSid: `WK${'9'.repeat(32)}` })],
  ['a priority below zero', '{"priority": -1}'],
  ['half a priority', '{"priority": 0.5}'],
  ['a priority above all', '{"priority": 2147483648}'],
  ['a priority as text', '{"priority": "7"}'],
  ['attributes that are a list', '{"attributes": []}'],
  ['attributes that are null', '{"attributes": null}'],
  ['attributes that are JSON text', '{"attributes": "{}"}'],
  ['attributes of more than 4,096 characters', JSON.stringify({ attributes: { text: 't'.repeat(4096) } })],
  ['attributes nested 101 deep', `{"attributes": ${'{"a":'.repeat(101)}1${'}'.repeat(101)}}`],
  [
    'attributes nested as deep as 16 KB can be',
    `{"attributes": {"a": ${'['.repeat(8000)}${']'.repeat(8000)}}}`,
  ],
];

async function expectInvalid(
  method: string,
  begun: Begun,
  route: string,
  body: string,
  token = ALICE,
): Promise<void> {
  const before = await seen(running(), begun);
  const timersBefore = await timers(running());
  const answer = await running().ask(method, begun.path + route, token, body);
  expect(refusal(answer)).toBe('400 invalid-request');
  expect(await seen(running(), begun)).toEqual(before);
  expect(await timers(running())).toEqual(timersBefore);
}

it.each([...WRONG_EVERYWHERE, ...WRONG_FOR_CHANGES, ...WRONG_FOR_PAUSE])(
  'Pause refuses %s',
  async (_, body) => {
    await expectInvalid('POST', active, '/pause', body);
  },
);

it.each([...WRONG_EVERYWHERE, ...WRONG_FOR_CHANGES, ['a reason', '{"reason": "research"}']])(
  'PATCH refuses %s',
  async (_, body) => {
    await expectInvalid('PATCH', paused, '/pause', body);
  },
);

it.each([...WRONG_EVERYWHERE, ['a note', '{"note": "a"}']])(
  'Resume, Complete and End refuse %s',
  async (_, body) => {
    for (const route of ['/resume', '/complete', '/end']) await expectInvalid('POST', paused, route, body);
  },
);

it.each([...WRONG_EVERYWHERE, ...WRONG_FOR_INVITE])(
  'an invite by custom logic refuses %s',
  async (_, body) => {
    const before = await seen(running(), replied);
    expect(refusal(await asksToInvite(running(), replied, body))).toBe('400 invalid-request');
    expect(await seen(running(), replied)).toEqual(before);
  },
);

it.each([
  ...WRONG_EVERYWHERE,
  ['a worker that is none', '{"workerSid": "WK1"}'],
  ['a task in place of a worker', JSON.stringify({ workerSid: `WT${'0'.repeat(32)}` })],
  ['a worker that is null', '{"workerSid": null}'],
  ['a worker whom the workspace does not know', JSON.stringify({ workerSid: `WK${'9'.repeat(32)}` })],
])('Reassign refuses %s', async (_, body) => {
  await expectInvalid('POST', paused, '/reassign', body, DEE);
});

it.each([
  ['Pause', 'POST', () => `${active.path}/pause`],
  ['PATCH', 'PATCH', () => `${paused.path}/pause`],
  ['Resume', 'POST', () => `${paused.path}/resume`],
  ['Reassign', 'POST', () => `${paused.path}/reassign`],
  ['Complete', 'POST', () => `${paused.path}/complete`],
  ['End', 'POST', () => `${paused.path}/end`],
  ['an invite by custom logic', 'POST', () => `/local/service${replied.path}/invite`],
  ['PUT settings', 'PUT', () => '/settings'],
])('%s refuses a body of 17 KB, and one of 1 MB', async (_, method, path) => {
  const before = [await seen(running(), active), await seen(running(), paused)];
  for (const size of [17 * 1024, 1024 * 1024]) {
    const body = JSON.stringify({ note: 'n'.repeat(size) });
    const token = path() === '/settings' ? 'demo-token-ada' : ALICE;
    const answer = await running().ask(method, path(), token, body, { 'if-match': '1' });
    expect(refusal(answer)).toBe('413 too-large');
  }
  expect([await seen(running(), active), await seen(running(), paused)]).toEqual(before);
});

it('tells nobody of mistakes who may not take the route', async () => {
  for (const [, body] of [...WRONG_EVERYWHERE, ...WRONG_FOR_PAUSE]) {
    const answer = await running().ask('POST', `${active.path}/pause`, BOB, body);
    expect(refusal(answer)).toBe('403 not-authorized');
  }
});

it('does not repeat what was sent', async () => {
  const body = JSON.stringify({ note: 'my secret'.repeat(100), secret: 1 });
  const answer = await running().ask('POST', `${active.path}/pause`, ALICE, body);
  expect(JSON.stringify(answer.body)).not.toContain('my secret');
});

it('takes the longest note and reason, whatever the characters, and whatever the content type says', async () => {
  const longest = { note: '🙂'.repeat(500), reason: '"\\\u0000\n'.padEnd(100, 'é') };
  const begun = await acceptedByAlice(running(), 'sms');
  const answer = await running().ask('POST', `${begun.path}/pause`, ALICE, longest, {
    'content-type': 'text/csv',
  });
  expect(answer).toMatchObject({ status: 200, body: { pause: longest } });
  expect((await seen(running(), begun)).pause).toMatchObject(longest);
});

it('takes attributes of any names and values, and gives them to the task', async () => {
  const begun = await leftByAlice(running(), 'whatsapp');
  await writes(running(), begun);
  await running().advance('PT3M');
  const attributes =
    '{"constructor": {"prototype": null}, "__proto__": {"a": 1}, "big": 12345678901234567000, "": "\\u0000"}';
  const answer = await asksToInvite(running(), begun, `{"attributes": ${attributes}}`);
  const { taskSid } = (answer.body as ConversationView).task!;
  const path = `/v1/Workspaces/${process.env['TWILIO_WORKSPACE_SID']}/Tasks/${taskSid}`;
  const kept = JSON.parse(String((await twilio(path)).attributes)) as object;
  expect(JSON.stringify(kept)).toContain(JSON.stringify(JSON.parse(attributes)).slice(1, -1));
});
