import { DEMO_USERS } from '../../../local/twilio/demo';
import {
  acceptedByAlice,
  type Begun,
  does,
  inFlex,
  leftByAlice,
  nameOf,
  pausedByAlice,
  resumes,
  seen,
} from '../acts';
import { productForEach } from '../fixture';
import { ALICE, BOB, DEE } from '../running-product';

const running = productForEach();
const workerOf = (name: string) => DEMO_USERS.find((user) => user.name === name)!.workerSid!;

async function listed(path: string): Promise<string[]> {
  const { status, body } = await running().get(path, DEE);
  expect(status).toBe(200);
  return (body.conversations as Begun[]).map(({ conversationSid }) => conversationSid);
}

/** Names with how many each has paused. */
async function summary(): Promise<Record<string, number>> {
  const { status, body } = await running().get('/paused/summary', DEE);
  expect({ status, complete: body.complete }).toEqual({ status: 200, complete: true });
  const rows = body.byWorker as { name: string; count: number }[];
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

const sids = (...all: Begun[]) => all.map(({ conversationSid }) => conversationSid);

it('a supervisor sees what is put aside, gives a colleague’s work to another, and takes one back', async () => {
  await running().set({ leave: { enabled: true } });
  const soon = await pausedByAlice(running(), { timeLimit: 'PT2H', note: 'asks the depot' });
  const later = await pausedByAlice(running(), { timeLimit: 'P3D' });
  const waits = await leftByAlice(running());
  const wrapped = await acceptedByAlice(running());
  await does(running(), ALICE, `${wrapped.path}/pause`, { timeLimit: 'PT4H' });

  expect(await listed('/paused?worker=all')).toEqual(sids(soon, wrapped, later));
  expect(await listed('/paused?worker=all&mark=later')).toEqual(sids(later));
  expect(await listed('/left?worker=all')).toEqual(sids(waits));
  expect(await summary()).toEqual({ Alice: 3 });

  const before = await seen(running(), soon);
  const handover = { fromWorkerSid: workerOf('Alice'), toWorkerSid: workerOf('Bob') };
  expect(await running().post('/handover', DEE, handover)).toMatchObject({
    status: 200,
    body: { accepted: 3 },
  });
  expect(await listed(`/paused?worker=${workerOf('Alice')}`)).toEqual([]);
  expect(await listed(`/paused?worker=${workerOf('Bob')}`)).toEqual(sids(soon, wrapped, later));
  expect(await listed('/left?worker=all')).toEqual(sids(waits));
  expect(await summary()).toEqual({ Bob: 3 });
  expect((await seen(running(), soon)).pause).toEqual({ ...before.pause, workerSid: workerOf('Bob') });

  await does(running(), ALICE, `${wrapped.path}/complete`);
  expect(await seen(running(), wrapped)).toMatchObject({ channelState: 'pause', task: null, owed: [] });

  expect(await resumes(running(), BOB, soon.path)).toMatchObject({ routedTo: 'agent' });
  await does(running(), DEE, `${later.path}/reassign`, { workerSid: workerOf('Carol') });
  const left = await does(running(), DEE, `${waits.path}/reassign`);
  await running().advance('PT1S');
  const holders = await Promise.all([soon, later].map((begun) => seen(running(), begun)));
  expect(holders.map(({ task }) => [nameOf(task?.workerSid), task?.status])).toEqual([
    ['Bob', 'assigned'],
    ['Carol', 'assigned'],
  ]);
  await inFlex(running(), left.task?.taskSid, 'accept');

  expect(await listed('/paused?worker=all')).toEqual(sids(wrapped));
  expect(await listed('/left?worker=all')).toEqual([]);
  expect(await summary()).toEqual({ Bob: 1 });
  for (const begun of [soon, later, waits]) {
    expect(await seen(running(), begun)).toMatchObject({ channelState: 'active', owed: [] });
    expect(await running().liveTasks(begun.conversationSid)).toHaveLength(1);
  }

  await running().advance('PT4H');
  expect(await summary()).toEqual({});
  const back = await seen(running(), wrapped);
  expect(back).toMatchObject({ channelState: 'active', pause: null, task: { purpose: 'reassign' } });
  const { body } = await running().get(`${wrapped.path}/history`, DEE);
  const told = (body.events as { type: string; by: string }[]).map(({ type, by }) => [type, by]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['ConversationPaused', workerOf('Alice')],
      ['PauseChanged', workerOf('Dee')],
      ['ConversationReassigned', 'deadline'],
    ]),
  );
}, 90_000); // as long as five other tests, on a machine that is busy otherwise
