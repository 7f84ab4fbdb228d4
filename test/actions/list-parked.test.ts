import { type Bookmark, type ListFilter, listParked } from '../../lambda/actions/list-parked';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, BOB, NOW, QUEUE, sid } from '../doubles/constants';
import { testDeps, type TestDeps } from '../doubles/deps';
import { PAUSE, paused, record } from '../http/records';

const EVERYBODYS: ListFilter = { parking: 'pause', workerSid: null, queueSid: null };
const EVER = { after: null, upTo: null };
const DEADLINE = plusSeconds(NOW, 3600);

let deps: TestDeps;
beforeEach(() => {
  deps = testDeps();
});

function put(number: number, pause: Partial<typeof PAUSE> = {}, changes: object = {}) {
  const conversationSid = sid('CH', number);
  const deadline = plusSeconds(DEADLINE, number);
  const before = plusSeconds(NOW, -600);
  const made = { ...PAUSE, pausedAt: before, deadline, ...pause };
  deps.store.put(paused({ conversationSid, updatedAt: before, pause: made, ...changes }));
}

async function page(limit: number, from?: Bookmark, filter = EVERYBODYS) {
  const { records, next } = await listParked(filter, EVER, limit, from, deps.nextRun());
  return {
    numbers: records.map(({ conversationSid }) => Number.parseInt(conversationSid.slice(2), 16)),
    next,
  };
}

it('shows each record as it is now, soonest first', async () => {
  [3, 1, 2].forEach((number) => put(number));
  expect(await page(9)).toEqual({ numbers: [1, 2, 3], next: undefined });
});

it('goes on behind the page before', async () => {
  [1, 2, 3].forEach((number) => put(number));
  const first = await page(2);
  expect(await page(2, first.next)).toEqual({ numbers: [3], next: undefined });
});

it('does not show a conversation again that got a later deadline meanwhile', async () => {
  [1, 2, 3].forEach((number) => put(number));
  const first = await page(1);
  put(1, { deadline: plusSeconds(DEADLINE, 99), timers: 2 }, { updatedAt: NOW });
  expect((await page(9, first.next)).numbers).toEqual([2, 3]);
});

it('does not show a conversation again that was paused anew meanwhile', async () => {
  [1, 2].forEach((number) => put(number));
  const first = await page(1);
  deps.advance(120);
  put(1, { deadline: plusSeconds(DEADLINE, 99), pausedAt: deps.now() });
  expect((await page(9, first.next)).numbers).toEqual([2]);
});

it('shows what was paused in the very second in which it began', async () => {
  [1, 2].forEach((number) => put(number, { pausedAt: NOW }));
  const first = await page(1);
  expect((await page(1, first.next)).numbers).toEqual([2]);
});

it('leaves out what the index is behind with, and fills the page with others', async () => {
  [1, 2, 3].forEach((number) => put(number));
  const parked = deps.store.parked.bind(deps.store);
  jest.spyOn(deps.store, 'parked').mockImplementation(async (...asked) => {
    const answer = await parked(...asked);
    deps.store.put(record({ conversationSid: sid('CH', 1) }));
    return answer;
  });
  expect((await page(2)).numbers).toEqual([2, 3]);
});

it("an agent's list of one queue has what is in both, from the agent's index", async () => {
  put(1, { workerSid: BOB });
  put(2, {}, { routing: { ...record().routing, queueSid: sid('WQ', 2) } });
  put(3);
  const filter = { ...EVERYBODYS, workerSid: ALICE, queueSid: QUEUE };
  expect((await page(9, undefined, filter)).numbers).toEqual([3]);
});

it('does not look for the few of a queue without end: the page is short, and goes on', async () => {
  Array.from({ length: 12 }, (_, number) =>
    put(number, {}, { routing: { ...record().routing, queueSid: null } }),
  );
  put(12);
  const filter = { ...EVERYBODYS, workerSid: ALICE, queueSid: QUEUE };
  const first = await page(1, undefined, filter);
  expect(first.numbers).toEqual([]);
  expect((await page(1, first.next, filter)).numbers).toEqual([12]);
});

it('reads one page of an index and the records of it', async () => {
  put(1);
  deps.store.calls.length = 0;
  await page(50);
  expect(deps.store.calls).toEqual(['parked', 'readMany']);
});

/** So much happens after an index was read, and before the records that it names are. */
function meanwhile(happens: () => void): void {
  const parked = deps.store.parked.bind(deps.store);
  deps.store.parked = async (...asked) => {
    const answer = await parked(...asked);
    happens();
    return answer;
  };
}

const reads = () => deps.store.calls.filter((call) => call === 'parked').length;

it('fills the page with others, and with no more of them than it has room for', async () => {
  [1, 2, 3, 4, 5].forEach((number) => put(number));
  meanwhile(() => deps.store.put(record({ conversationSid: sid('CH', 1) })));
  expect((await page(2)).numbers).toEqual([2, 3]);
});

it('reads no more of an index once the page is full', async () => {
  [1, 2, 3].forEach((number) => put(number));
  expect((await page(2)).numbers).toEqual([1, 2]);
  expect(reads()).toBe(1);
});

it('reads ten pages of an index for one page at most', async () => {
  Array.from({ length: 12 }, (_, number) => put(number));
  const filter = { ...EVERYBODYS, workerSid: ALICE, queueSid: sid('WQ', 2) };
  expect((await page(1, undefined, filter)).numbers).toEqual([]);
  expect(reads()).toBe(10);
});

it('leaves out a conversation whose record is gone since the index was written', async () => {
  [1, 2].forEach((number) => put(number));
  const readMany = deps.store.readMany.bind(deps.store);
  deps.store.readMany = (sids) => readMany(sids.filter((each) => each !== sid('CH', 1)));
  expect((await page(9)).numbers).toEqual([2]);
});

it("leaves out of an agent's list what another agent has got since the index was written", async () => {
  [1, 2].forEach((number) => put(number));
  meanwhile(() => put(1, { workerSid: BOB }));
  expect((await page(9, undefined, { ...EVERYBODYS, workerSid: ALICE })).numbers).toEqual([2]);
});

it("a queue's list comes from the queue's own index, however many others end sooner", async () => {
  const routing = { ...record().routing, queueSid: sid('WQ', 2) };
  Array.from({ length: 12 }, (_, number) => put(number, {}, { routing }));
  put(12);
  expect((await page(1, undefined, { ...EVERYBODYS, queueSid: QUEUE })).numbers).toEqual([12]);
});
