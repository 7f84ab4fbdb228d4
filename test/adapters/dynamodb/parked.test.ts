import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { ListPosition, Lists, ParkedSelection, Store } from '../../../lambda/actions/ports';
import { dynamoStore } from '../../../lambda/adapters/dynamodb';
import { dynamoLists } from '../../../lambda/adapters/lists';
import { recordItem } from '../../../lambda/adapters/items';
import type { Conversation } from '../../../lambda/domain/record';
import { plusSeconds } from '../../../lambda/domain/time';
import { ALICE, BOB, NOW, QUEUE, sid } from '../../doubles/constants';
import { useTables } from '../../doubles/table';
import { LEAVE, left, PAUSE, paused, record } from '../../http/records';

const tables = useTables();
let table: string;
let store: Store & Lists;

beforeEach(async () => {
  table = await tables.create();
  store = { ...dynamoStore(tables.client, table), ...dynamoLists(tables.client, table) };
});

const ALL: ParkedSelection = { parking: 'pause', of: 'all', after: null, upTo: null };
const inSeconds = (seconds: number) => plusSeconds(NOW, seconds);

const pauses = (number: number, seconds: number, changes: object = {}, routing: object = {}) =>
  store.replace(
    0,
    paused({
      conversationSid: sid('CH', number),
      pause: { ...PAUSE, deadline: inSeconds(seconds), ...changes },
      routing: { ...record().routing, ...routing },
    }),
  );
const leaves = (number: number, seconds: number) =>
  store.replace(
    0,
    left({ conversationSid: sid('CH', number), leave: { ...LEAVE, expiresAt: inSeconds(seconds) } }),
  );

function without<T extends object>(value: T, ...names: string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

async function walk(which: ParkedSelection, limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  let position: ListPosition = [];
  for (let hasMore = true; hasMore;) {
    const page = await store.parked(which, position, limit);
    pages.push(page.places.map(({ conversationSid }) => conversationSid));
    ({ position, hasMore } = page);
  }
  return pages;
}

const numbers = (pages: string[][]) =>
  pages.map((page) => page.map((each) => Number.parseInt(each.slice(2), 16)));

describe('all that is paused', () => {
  it('comes soonest first over all shards, page by page, each once', async () => {
    const order = Array.from({ length: 30 }, (_, place) => (place * 7) % 30);
    await Promise.all(order.map((seconds, number) => pauses(number, seconds)));
    const soonest = order.map((_, seconds) => order.indexOf(seconds));
    expect(numbers(await walk(ALL, 30))).toEqual([soonest]);
    expect(numbers(await walk(ALL, 7)).flat()).toEqual(soonest);
    expect(numbers(await walk(ALL, 1)).flat()).toEqual(soonest);
  });

  it('comes each once where many have the same deadline, in one shard and in many', async () => {
    const alike = [...Array(12).keys(), ...Array.from({ length: 12 }, (_, place) => 0x100 + place * 8)];
    await Promise.all(alike.map((number) => pauses(number, 60)));
    const seen = numbers(await walk(ALL, 5)).flat();
    expect([...seen].sort((a, b) => a - b)).toEqual([...alike].sort((a, b) => a - b));
  });

  it('has a last page that says so, also when it is full', async () => {
    await Promise.all([pauses(1, 1), pauses(2, 2), pauses(9, 3), pauses(10, 4)]);
    expect((await walk(ALL, 2)).map((page) => page.length)).toEqual([2, 2]);
  });

  it('is read on where the page before ended, whatever came or went meanwhile', async () => {
    await Promise.all([1, 2, 3, 4].map((number) => pauses(number, number)));
    const { position } = await store.parked(ALL, [], 2);
    await pauses(17, 0);
    await pauses(18, 3);
    await store.replace(1, record({ conversationSid: sid('CH', 2), version: 2 }));
    const { places } = await store.parked(ALL, position, 9);
    expect(places).toEqual([
      { conversationSid: sid('CH', 18), at: inSeconds(3) },
      { conversationSid: sid('CH', 3), at: inSeconds(3) },
      { conversationSid: sid('CH', 4), at: inSeconds(4) },
    ]);
  });

  it('has no active, left or closed conversation', async () => {
    await store.replace(0, record({ wakeAt: NOW }));
    await leaves(2, 60);
    expect(await walk(ALL, 9)).toEqual([[]]);
  });

  it('has what was paused by a release that did not know this list', async () => {
    const item = without(recordItem(paused({ wakeAt: NOW })), 'parkedInQueue', 'parkedByName');
    await tables.client.send(new PutItemCommand({ TableName: table, Item: marshall(item) }));
    expect(await walk(ALL, 9)).toEqual([[sid('CH')]]);
  });
});

it.each<[string, Partial<ParkedSelection>, number[]]>([
  ['a mark that is over', { after: null, upTo: inSeconds(0) }, [1, 2]],
  ['a mark between', { after: inSeconds(0), upTo: inSeconds(60) }, [3, 4]],
  ['a mark without an end', { after: inSeconds(60), upTo: null }, [5]],
])('a span reads only its own: %s', async (_, span, expected) => {
  const moments = [-1, 0, 1, 60, 61];
  await Promise.all(moments.map((seconds, place) => pauses(place + 1, seconds)));
  expect(numbers(await walk({ ...ALL, ...span }, 9)).flat()).toEqual(expected);
  expect(numbers(await walk({ ...ALL, ...span }, 1)).flat()).toEqual(expected);
});

it('a span that has moved on since the page before is read from its new beginning', async () => {
  await Promise.all([1, 2, 30].map((seconds, place) => pauses(place + 1, seconds)));
  const { position } = await store.parked({ ...ALL, after: inSeconds(0) }, [], 1);
  const later = await store.parked({ ...ALL, after: inSeconds(10) }, position, 9);
  expect(later.places.map(({ at }) => at)).toEqual([inSeconds(30)]);
});

it('a cursor behind the end of the span finds nothing, and is no mistake', async () => {
  await pauses(1, 1);
  const position = [{ conversationSid: sid('CH', 1), at: inSeconds(99) }];
  expect(await store.parked({ ...ALL, upTo: inSeconds(50) }, position, 9)).toMatchObject({ places: [] });
});

describe("an agent's list", () => {
  const of = { workerSid: BOB };

  it("has no other agent's", async () => {
    await pauses(1, 1, { workerSid: ALICE });
    await pauses(2, 3, { workerSid: BOB });
    await pauses(3, 2, { workerSid: BOB });
    expect(numbers(await walk({ ...ALL, of }, 1))).toEqual([[3], [2]]);
  });

  it('has pauses and leaves apart', async () => {
    await pauses(1, 9);
    await leaves(2, 1);
    expect(numbers(await walk({ ...ALL, of: { workerSid: ALICE } }, 9))).toEqual([[1]]);
    expect(numbers(await walk({ ...ALL, parking: 'leave', of: { workerSid: ALICE } }, 9))).toEqual([[2]]);
    expect(await store.countPausedBy(ALICE)).toBe(1);
  });
});

it("a queue's list has no other queue's", async () => {
  await pauses(1, 2, {}, { queueSid: QUEUE });
  await pauses(2, 1, {}, { queueSid: QUEUE });
  await pauses(3, 1, {}, { queueSid: sid('WQ', 2) });
  await pauses(4, 1, {}, { queueSid: null });
  expect(numbers(await walk({ ...ALL, of: { queueSid: QUEUE } }, 1))).toEqual([[2], [1]]);
});

it('all that is left comes soonest expiry first', async () => {
  await Promise.all([leaves(1, 3), leaves(2, 1), leaves(9, 2), pauses(4, 1)]);
  expect(numbers(await walk({ ...ALL, parking: 'leave' }, 2))).toEqual([[2, 9], [1]]);
});

it('a page of a million costs a query for each shard, of little more than the page', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, number) => pauses(number, number)));
  const sent = jest.spyOn(tables.client, 'send');
  await store.parked(ALL, [], 8);
  const limits = sent.mock.calls.map(([command]) => (command.input as { Limit?: number }).Limit);
  sent.mockRestore();
  expect(limits).toEqual(Array(8).fill(5));
});

describe('the soonest pauses', () => {
  it('are told by the index of all, with whose they are, the soonest of more than are asked for', async () => {
    await Promise.all([pauses(1, 2), pauses(2, 1, { workerSid: BOB }), pauses(3, 3), leaves(4, 0)]);
    const sent = jest.spyOn(tables.client, 'send');
    const { pauses: soonest, hasMore } = await store.soonestPauses(2);
    expect(
      new Set(sent.mock.calls.map(([{ input }]) => (input as { IndexName?: string }).IndexName)),
    ).toEqual(new Set(['parked']));
    sent.mockRestore();
    expect(hasMore).toBe(true);
    expect(soonest).toEqual([
      { conversationSid: sid('CH', 2), deadline: inSeconds(1), workerSid: BOB, workerName: 'Alice' },
      { conversationSid: sid('CH', 1), deadline: inSeconds(2), workerSid: ALICE, workerName: 'Alice' },
    ]);
  });

  it('have no name where they were written before the index', async () => {
    const item = without(recordItem(paused()), 'parkedInQueue', 'parkedByName');
    await tables.client.send(new PutItemCommand({ TableName: table, Item: marshall(item) }));
    expect((await store.soonestPauses(9)).pauses).toMatchObject([{ workerSid: ALICE, workerName: null }]);
  });
});

describe('many records', () => {
  it('are read with the settings; those that are not there are left out', async () => {
    await store.replace(0, record());
    const { records, settings } = await store.readMany([sid('CH'), sid('CH', 2)]);
    expect([[...records.keys()], settings.version]).toEqual([[sid('CH')], 0]);
  });

  it('are read a hundred at a time', async () => {
    await Promise.all(Array.from({ length: 110 }, (_, number) => pauses(number, number)));
    const sids = Array.from({ length: 110 }, (_, number) => sid('CH', number));
    expect((await store.readMany(sids)).records.size).toBe(110);
  });

  it('of an earlier release have no leave', async () => {
    await store.replace(0, without(record(), 'leave') as Conversation);
    expect((await store.read(sid('CH'))).record).toMatchObject({ leave: null });
  });
});
