import { DEMO_USERS } from '../../../local/twilio/demo';
import { type ConversationView } from '../../../lambda/http/view';
import { acceptedByAlice, advanceTo, changes, does, pausedByAlice, refusal, resumes } from '../acts';
import { productForEach } from '../fixture';
import { ADA, ALICE, BOB, DEE } from '../running-product';

const running = productForEach();
const workerOf = (name: string) => DEMO_USERS.find((user) => user.name === name)!.workerSid!;

interface Page {
  readonly sids: string[];
  readonly conversations: ConversationView[];
  readonly next: string | undefined;
}

async function page(path: string, token: string): Promise<Page> {
  const { status, body } = await running().get(path, token);
  expect(status).toBe(200);
  const { conversations, next } = body as Page;
  return { conversations, next, sids: conversations.map(({ conversationSid }) => conversationSid) };
}

/** A cursor stays the same for a minute of the clock. */
async function intoAMinute(): Promise<void> {
  const now = running().product.clock.now().getTime();
  await advanceTo(running(), new Date(now - (now % 60_000)).toISOString(), 70_000);
}

it('show an agent the own pauses, soonest deadline first, until they are resumed', async () => {
  const second = await pausedByAlice(running(), { timeLimit: 'P3D' });
  const first = await pausedByAlice(running(), { timeLimit: 'PT2H' });
  expect((await page('/paused', ALICE)).sids).toEqual([first.conversationSid, second.conversationSid]);
  expect((await page('/paused', BOB)).sids).toEqual([]);
  await resumes(running(), ALICE, first.path);
  expect((await page('/paused?worker=me', ALICE)).sids).toEqual([second.conversationSid]);
});

it('show a pause that is wrapped up yet, as its own route does', async () => {
  const { path } = await acceptedByAlice(running());
  const shown = await does(running(), ALICE, `${path}/pause`);
  expect((await page('/paused', ALICE)).conversations).toEqual([shown]);
});

it("show a supervisor anybody's, an agent no others'", async () => {
  const { conversationSid } = await pausedByAlice(running());
  const alices = `/paused?worker=${workerOf('Alice')}`;
  for (const path of ['/paused?worker=all', alices]) {
    expect((await page(path, DEE)).sids).toEqual([conversationSid]);
    expect((await page(path, ADA)).sids).toEqual([conversationSid]);
    expect(refusal(await running().get(path, BOB))).toBe('403 not-authorized');
  }
  expect((await page(alices, ALICE)).sids).toEqual([conversationSid]);
  expect((await page('/paused', DEE)).sids).toEqual([]);
});

it('are read page by page, and nothing comes twice that is moved meanwhile', async () => {
  const begun = [];
  for (const hours of [2, 3, 4]) begun.push(await pausedByAlice(running(), { timeLimit: `PT${hours}H` }));
  const first = await page('/paused?worker=all&limit=1', DEE);
  await changes(running(), ALICE, begun[0]!.path, { timeLimit: 'P2D' });
  const second = await page(`/paused?worker=all&limit=1&cursor=${first.next}`, DEE);
  const third = await page(`/paused?worker=all&limit=100&cursor=${second.next}`, DEE);
  expect([first, second, third].map(({ sids }) => sids)).toEqual(begun.map((each) => [each.conversationSid]));
  expect(third.next).toBeUndefined();
  expect((await page('/paused?worker=all', DEE)).sids.at(-1)).toBe(begun[0]!.conversationSid);
});

it('have filters by mark and queue', async () => {
  const near = await pausedByAlice(running(), { timeLimit: 'PT30M' });
  const far = await pausedByAlice(running(), { timeLimit: 'P2D' });
  expect((await page('/paused?mark=within-1-hour', ALICE)).sids).toEqual([near.conversationSid]);
  expect((await page('/paused?worker=all&mark=later', DEE)).sids).toEqual([far.conversationSid]);
  expect((await page('/paused?mark=overdue', ALICE)).sids).toEqual([]);
  const [{ queueSid }] = (await page('/paused', ALICE)).conversations as [ConversationView];
  expect((await page(`/paused?worker=all&queue=${queueSid}`, DEE)).sids).toHaveLength(2);
  expect((await page(`/paused?worker=all&queue=WQ${'f'.repeat(32)}`, DEE)).sids).toEqual([]);
});

it('are not sent again to who has them, until something in them changes', async () => {
  await pausedByAlice(running(), { timeLimit: 'P2D' });
  const { path } = await pausedByAlice(running(), { timeLimit: 'P3D' });
  await intoAMinute();
  const url = '/paused?limit=1';
  const { headers } = await running().get(url, ALICE);
  const again = () => running().ask('GET', url, ALICE, undefined, { 'if-none-match': headers.get('etag')! });
  expect(await again()).toMatchObject({ status: 304, body: undefined });
  await changes(running(), ALICE, path, { timeLimit: 'PT2H' });
  expect(await again()).toMatchObject({ status: 200 });
});

it.each([
  'limit=0',
  'limit=101',
  'limit=ten',
  'limit=',
  'limit=1&limit=2',
  'cursor=',
  'cursor=nonsense',
  'mark=soon',
  'worker=alice',
  `worker=WQ${'a'.repeat(32)}`,
  'queue=sales',
])('are refused with %s', async (query) => {
  expect(refusal(await running().get(`/paused?${query}`, ALICE))).toBe('400 invalid-request');
});

it("are refused with another list's cursor", async () => {
  await pausedByAlice(running());
  await pausedByAlice(running());
  const { next } = await page('/paused?worker=all&limit=1', DEE);
  expect(refusal(await running().get(`/paused?worker=me&cursor=${next}`, DEE))).toBe('400 invalid-request');
  expect(refusal(await running().get(`/left?worker=all&cursor=${next}`, DEE))).toBe('400 invalid-request');
});

it('have no own ones for who is no worker', async () => {
  expect(refusal(await running().get('/paused', ADA))).toBe('400 invalid-request');
});

it('of what is left are empty while nothing is', async () => {
  await pausedByAlice(running());
  expect((await page('/left?worker=all', DEE)).sids).toEqual([]);
  expect(refusal(await running().get('/left?worker=all', BOB))).toBe('403 not-authorized');
});

describe('the summary', () => {
  it('tells a supervisor whose pauses there are and when they end', async () => {
    await pausedByAlice(running(), { timeLimit: 'PT30M' });
    const { path } = await pausedByAlice(running(), { timeLimit: 'P2D' });
    const { pause } = (await running().get(path, DEE)).body as ConversationView;
    const { status, body } = await running().get('/paused/summary', DEE);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        byWorker: [{ workerSid: workerOf('Alice'), name: 'Alice', count: 2 }],
        byMark: { later: 1, 'within-24-hours': 0, 'within-1-hour': 1, overdue: 0 },
        complete: true,
      },
    });
    const { byHour, byDay } = body as { byHour: object[]; byDay: object[] };
    expect(byHour.at(-1)).toEqual({ from: `${pause!.deadline.slice(0, 13)}:00:00Z`, count: 1 });
    expect(byDay.at(-1)).toEqual({ from: `${pause!.deadline.slice(0, 10)}T00:00:00Z`, count: 1 });
  });

  it('is not for agents', async () => {
    expect(refusal(await running().get('/paused/summary', ALICE))).toBe('403 not-authorized');
  });
});

describe('the agents', () => {
  it('are told to a supervisor, with who can take a task', async () => {
    const { status, body } = await running().get('/agents', ADA);
    expect(status).toBe(200);
    const { agents } = body as { agents: { name: string; available: boolean }[] };
    expect(agents.map(({ name, available }) => `${name} ${available}`)).toEqual([
      'Alice true',
      'Bob true',
      'Carol true',
      'Dee false',
    ]);
  });

  it('are not told to agents', async () => {
    expect(refusal(await running().get('/agents', ALICE))).toBe('403 not-authorized');
  });

  it.each(['cursor=', 'cursor=nonsense', 'cursor=%00'])('are refused with %s', async (query) => {
    expect(refusal(await running().get(`/agents?${query}`, DEE))).toBe('400 invalid-request');
  });
});
