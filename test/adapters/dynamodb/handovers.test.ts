import type { Handovers, Store } from '../../../lambda/actions/ports';
import { dynamoHandovers } from '../../../lambda/adapters/handovers';
import { dynamoLists } from '../../../lambda/adapters/lists';
import { dynamoStore } from '../../../lambda/adapters/dynamodb';
import { begun, type Handover } from '../../../lambda/domain/handover';
import { plusSeconds } from '../../../lambda/domain/time';
import { ALICE, BOB, NOW, sid } from '../../doubles/constants';
import { useTables } from '../../doubles/table';
import { paused } from '../../http/records';

const tables = useTables();
let table: string;
let handovers: Handovers;
let store: Store;

beforeEach(async () => {
  table = await tables.create();
  handovers = dynamoHandovers(tables.client, table);
  store = dynamoStore(tables.client, table);
});

const LATER = plusSeconds(NOW, 60);
const toBob = begun(
  { fromWorkerSid: ALICE, to: { workerSid: BOB, name: 'Bob' }, pausedUpTo: NOW, by: 'system' },
  undefined,
  NOW,
);
const next = (handover: Handover, change: Partial<Handover> = {}): Handover => ({
  ...handover,
  ...change,
  version: handover.version + 1,
});

describe('a handover', () => {
  it('is not there before it is written, and then as it was written', async () => {
    expect(await handovers.read(toBob.handoverId)).toBeUndefined();
    expect(await handovers.replace(0, toBob)).toBe(true);
    expect(await handovers.read(toBob.handoverId)).toEqual(toBob);
  });

  it('is written once on each version', async () => {
    expect(await handovers.replace(1, next(toBob))).toBe(false);
    await handovers.replace(0, toBob);
    expect(await handovers.replace(0, toBob)).toBe(false);
    expect(await handovers.replace(1, next(toBob, { isQuiet: false }))).toBe(true);
    expect(await handovers.replace(1, next(toBob))).toBe(false);
    expect(await handovers.read(toBob.handoverId)).toMatchObject({ version: 2, isQuiet: false });
  });

  it('of many writers at once is written by one', async () => {
    const won = await Promise.all(Array.from({ length: 20 }, () => handovers.replace(0, toBob)));
    expect(won.filter(Boolean)).toHaveLength(1);
  });
});

describe('due', () => {
  it('are those whose moment has come, soonest first, and no others', async () => {
    const at = (worker: number, wakeAt: string | null): Handover => ({
      ...begun({ ...toBob, fromWorkerSid: sid('WK', worker) }, undefined, NOW),
      wakeAt,
    });
    const all = [
      at(1, plusSeconds(NOW, -5)),
      at(2, plusSeconds(NOW, -9)),
      at(3, NOW),
      at(4, plusSeconds(NOW, 1)),
      at(5, null),
    ];
    for (const handover of all) await handovers.replace(0, handover);
    const due = [all[1]!, all[0]!, all[2]!].map(({ handoverId }) => handoverId);
    expect(await handovers.due(NOW, 10)).toEqual(due);
    expect(await handovers.due(NOW, 2)).toEqual(due.slice(0, 2));
  });

  it('are none any more once they are over', async () => {
    await handovers.replace(0, toBob);
    expect(await handovers.due(LATER, 10)).toEqual([toBob.handoverId]);
    await handovers.replace(1, next(toBob, { wakeAt: null }));
    expect(await handovers.due(LATER, 10)).toEqual([]);
  });

  it('are no records, and records are no handovers', async () => {
    await handovers.replace(0, toBob);
    await store.replace(0, paused({ wakeAt: NOW }));
    expect(await store.due('wake', LATER, 10)).toEqual([sid('CH')]);
    expect(await handovers.due(LATER, 10)).toEqual([toBob.handoverId]);
  });
});

it('is in no list', async () => {
  await handovers.replace(0, toBob);
  const everything = { parking: 'pause', after: null, upTo: null } as const;
  const lists = dynamoLists(tables.client, table);
  for (const whose of ['all', { workerSid: ALICE }, { workerSid: BOB }] as const)
    expect(await lists.parked({ ...everything, of: whose }, [], 10)).toMatchObject({ places: [] });
  expect(await store.countPausedBy(ALICE)).toBe(0);
});

it('stays 60 days once it is over, and for ever before', async () => {
  const ttl = async () => (await tables.items(table))[0]!['ttl'];
  await handovers.replace(0, toBob);
  expect(await ttl()).toBeUndefined();
  await handovers.replace(1, next(toBob, { wakeAt: null }));
  expect(await ttl()).toBe(Date.parse('2026-05-01T09:00:00Z') / 1000);
});
