import { ADA, ALICE, DEE } from '../running-product';
import { refusal } from '../acts';
import { productForAll } from '../fixture';

const running = productForAll();

async function settings() {
  return (await running().get('/settings', ADA)).body as { version: number; pause: object };
}

const put = (body: unknown, headers: object, token = ADA) =>
  running().ask('PUT', '/settings', token, body, headers);

it('lets only an admin change them, and everybody signed in read them', async () => {
  const { version, ...before } = await settings();
  for (const token of [ALICE, DEE]) {
    expect(refusal(await put(before, { 'if-match': String(version) }, token))).toBe('403 not-authorized');
    expect(await running().get('/settings', token)).toMatchObject({ status: 200, body: { version } });
  }
});

it.each([
  ['bare', (version: number) => String(version)],
  ['quoted', (version: number) => `"${version}"`],
])('takes a %s version in If-Match, and counts on', async (_, ifMatch) => {
  const before = await settings();
  const answer = await put({ ...before, wrapUp: false }, { 'if-match': ifMatch(before.version) });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ ...before, wrapUp: false, version: before.version + 1 });
  expect(await settings()).toEqual(answer.body);
});

it.each([{}, { 'if-match': '' }, { 'if-match': '*' }, { 'if-match': 'one' }, { 'if-match': '1.0' }])(
  'refuses %j: which version was seen is not told',
  async (headers) => {
    const before = await settings();
    expect(refusal(await put(before, headers))).toBe('400 invalid-request');
    expect(await settings()).toEqual(before);
  },
);

it('refuses a change that starts from an older or an unborn version', async () => {
  const before = await settings();
  for (const version of [before.version - 1, before.version + 1]) {
    const answer = await put({ ...before, wrapUp: false }, { 'if-match': String(version) });
    expect(refusal(answer)).toBe('412 version-mismatch');
  }
  expect(await settings()).toEqual(before);
});

it('lets one of many who change the same version win', async () => {
  const before = await settings();
  const attempts = Array.from({ length: 5 }, (_, index) =>
    put({ ...before, botIdentities: [`bot-${index}`] }, { 'if-match': String(before.version) }),
  );
  const statuses = (await Promise.all(attempts)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 412, 412, 412, 412]);
  expect((await settings()).version).toBe(before.version + 1);
});

it('ignores the version in the body', async () => {
  const before = await settings();
  const answer = await put({ ...before, version: 77 }, { 'if-match': String(before.version) });
  expect(answer).toMatchObject({ status: 200, body: { version: before.version + 1 } });
});

const WRONG: [string, { [key: string]: unknown; pause?: object | null }][] = [
  ['an unknown key', { extra: 1 }],
  ['the name of something that every object has', { constructor: 1 }],
  ['a missing key', { wrapUp: undefined }],
  ['a wrong type', { wrapUp: 'yes' }],
  ['an unknown key within', { pause: { paused: true } }],
  ['a time limit of zero', { pause: { timeLimit: 'PT0S' } }],
  ['a time limit below a minute', { pause: { timeLimit: 'PT59S' } }],
  ['a time limit beyond 90 days', { pause: { timeLimit: 'P90DT1S' } }],
  ['a time limit in months', { pause: { timeLimit: 'P1M' } }],
  ['a negative number', { pause: { maxPerAgent: -1 } }],
  ['an unknown choice', { pause: { whenAtCapacity: 'drop' } }],
  ['null for all of pause', { pause: null }],
];

it.each(WRONG)('refuses %s', async (_, change) => {
  const before = await settings();
  const pause = change.pause === null ? null : { ...before.pause, ...change.pause };
  const answer = await put({ ...before, ...change, pause }, { 'if-match': String(before.version) });
  expect(refusal(answer)).toBe('400 invalid-request');
  expect(await settings()).toEqual(before);
});

it('answers 304 to who has them already, until they change', async () => {
  const first = await running().get('/settings', ADA);
  const tag = first.headers.get('etag')!;
  const again = () => running().ask('GET', '/settings', ALICE, undefined, { 'if-none-match': tag });
  expect(await again()).toMatchObject({ status: 304, body: undefined });
  await put({ ...(first.body as object), wrapUp: false }, { 'if-match': tag });
  expect((await again()).status).toBe(200);
});
