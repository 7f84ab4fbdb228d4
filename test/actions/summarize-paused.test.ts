import { summarizePaused } from '../../lambda/actions/summarize-paused';
import { BOB, sid } from '../doubles/constants';
import { testDeps } from '../doubles/deps';
import { PAUSE, paused, record } from '../http/records';

function depsWith(pauses: number) {
  const deps = testDeps();
  for (let number = 0; number < pauses; number++)
    deps.store.put(paused({ conversationSid: sid('CH', number) }));
  return deps;
}

it('counts what is paused, and nothing else', async () => {
  const deps = depsWith(3);
  deps.store.put(record({ conversationSid: sid('CH', 9) }));
  const { byMark, complete } = await summarizePaused(deps.nextRun());
  expect([byMark.later, complete]).toEqual([3, true]);
});

it.each([
  [10_000, true],
  [10_001, false],
])('of %d pauses counts ten thousand: complete is %p', async (pauses, complete) => {
  const summary = await summarizePaused(depsWith(pauses).nextRun());
  expect([summary.byMark.later, summary.complete]).toEqual([10_000, complete]);
});

it('finds in a record the name that the index does not tell', async () => {
  const deps = depsWith(1);
  deps.store.put(
    paused({ conversationSid: sid('CH', 7), pause: { ...PAUSE, workerSid: BOB }, workerName: 'Bob' }),
  );
  const told = await deps.store.soonestPauses(9);
  const pauses = told.pauses.map((each) => ({ ...each, workerName: null }));
  jest.spyOn(deps.store, 'soonestPauses').mockResolvedValue({ ...told, pauses });
  const { byWorker } = await summarizePaused(deps.nextRun());
  expect(byWorker.map(({ name }) => name)).toEqual(['Alice', 'Bob']);
});

it('reads an index and nothing else where it tells all names', async () => {
  const deps = depsWith(2);
  await summarizePaused(deps.nextRun());
  expect(deps.store.calls).toEqual(['soonestPauses']);
});

it('counts without a name what was resumed since the index was written', async () => {
  const deps = depsWith(0);
  const conversationSid = sid('CH', 7);
  deps.store.put(record({ conversationSid, workerName: 'Bob' }));
  const pause = { conversationSid, workerSid: BOB, workerName: null, deadline: PAUSE.deadline };
  deps.store.soonestPauses = async () => ({ pauses: [pause], hasMore: false });
  const { byWorker } = await summarizePaused(deps.nextRun());
  expect(byWorker).toEqual([{ workerSid: BOB, name: null, count: 1 }]);
});
