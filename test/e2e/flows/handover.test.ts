import { DEMO_USERS } from '../../../local/twilio/demo';
import { ADA, ALICE, BOB, DEE } from '../running-product';
import {
  acceptedByAlice,
  type Begun,
  does,
  goOffline,
  nameOf,
  pausedByAlice,
  refusal,
  resumes,
  seen,
  timerStatuses,
} from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();
const workerOf = (name: string) => DEMO_USERS.find((user) => user.name === name)!.workerSid!;
const fromAlice = { fromWorkerSid: workerOf('Alice') };
const toBob = { ...fromAlice, toWorkerSid: workerOf('Bob') };

async function twoPaused(): Promise<Begun[]> {
  const completed = await pausedByAlice(running());
  const wrapping = await acceptedByAlice(running());
  await does(running(), ALICE, `${wrapping.path}/pause`, { timeLimit: 'P1D' });
  return [completed, wrapping];
}

async function listOf(token: string): Promise<string[]> {
  const { body } = await running().get('/paused', token);
  return (body as { conversations: Begun[] }).conversations.map(({ conversationSid }) => conversationSid);
}

it.each([
  ['supervisor', DEE],
  ['admin without a worker', ADA],
])('by a %s gives Bob, who is away, all that Alice has paused', async (_, token) => {
  const all = await twoPaused();
  await goOffline('Bob');
  const before = await Promise.all(all.map((begun) => seen(running(), begun)));
  expect(await running().post('/handover', token, toBob)).toMatchObject({
    status: 200,
    body: { accepted: 2 },
  });
  for (const [index, begun] of all.entries()) {
    const { pause, workerName, channelState } = await seen(running(), begun);
    expect(pause).toEqual({ ...before[index]!.pause, workerSid: workerOf('Bob') });
    expect({ workerName, channelState }).toEqual({
      workerName: 'Bob',
      channelState: before[index]!.channelState,
    });
  }
  expect(await listOf(ALICE)).toEqual([]);
  expect((await listOf(BOB)).sort()).toEqual(all.map(({ conversationSid }) => conversationSid).sort());
  expect(await timerStatuses(running())).toEqual(['RUNNING', 'RUNNING']);
});

it('lets Bob resume and Alice no more, and its deadline comes as it would have', async () => {
  const [first, second] = await twoPaused();
  await running().post('/handover', DEE, toBob);
  expect(refusal(await running().post(`${first!.path}/resume`, ALICE))).toBe('403 not-authorized');
  await resumes(running(), BOB, first!.path);
  expect(nameOf((await seen(running(), first!)).task?.workerSid)).toBe('Bob');
  await running().advance('P1D');
  expect(await seen(running(), second!)).toMatchObject({ pause: null, task: { purpose: 'reassign' } });
});

it('without an agent gives them back to their queues, and none is lost', async () => {
  const all = await twoPaused();
  expect((await running().post('/handover', DEE, fromAlice)).body).toEqual({ accepted: 2 });
  await running().advance('PT2M');
  for (const begun of all) {
    expect(await seen(running(), begun)).toMatchObject({
      channelState: 'active',
      pause: null,
      owed: [],
      task: { purpose: 'reassign' },
    });
    expect(await running().liveTasks(begun.conversationSid)).toHaveLength(1);
  }
});

it('leaves alone what Alice pauses later, also while it is looked for more', async () => {
  await twoPaused();
  await running().post('/handover', DEE, toBob);
  await running().advance('PT1S');
  const later = await pausedByAlice(running());
  await running().advance('PT3H');
  expect((await seen(running(), later)).pause).toMatchObject({ workerSid: workerOf('Alice') });
});

it('sent again is no second one', async () => {
  await twoPaused();
  await running().post('/handover', DEE, toBob);
  expect(await running().post('/handover', DEE, toBob)).toMatchObject({ status: 200, body: { accepted: 0 } });
});
