import type { History } from '../../../lambda/actions/ports';
import { dynamoHistory } from '../../../lambda/adapters/history';
import { dynamoStore } from '../../../lambda/adapters/dynamodb';
import type { HistoryEntry } from '../../../lambda/domain/history-entry';
import { DEFAULT_SETTINGS } from '../../../lambda/domain/settings';
import { viewOf } from '../../../lambda/domain/view';
import { NOW, sid } from '../../doubles/constants';
import { useTables } from '../../doubles/table';
import { paused, record } from '../../http/records';

const tables = useTables();
const CONVERSATION = sid('CH');
let table: string;
let history: History;

beforeEach(async () => {
  table = await tables.create();
  history = dynamoHistory(tables.client, table);
});

function entry(version: number, change: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    version,
    at: NOW,
    by: 'system',
    events: [{ eventId: `event-${version}`, type: 'PauseChanged' }],
    conversation: viewOf(paused(), DEFAULT_SETTINGS, NOW),
    routing: null,
    ...change,
  };
}

const write = (...versions: number[]) =>
  Promise.all(versions.map((version) => history.write(CONVERSATION, entry(version), null)));
const versionsFrom = async (version: number, limit: number) => {
  const { entries, hasMore } = await history.page(CONVERSATION, version, limit);
  return { versions: entries.map((each) => each.version), hasMore };
};

it('an entry is read as it was written, routing and all', async () => {
  const routing = {
    workflowSid: sid('WW'),
    queueSid: null,
    taskChannelUniqueName: 'chat',
    priority: 3,
    attributes: { topic: 'invoice', nothing: undefined },
  };
  await history.write(CONVERSATION, entry(7, { routing }), null);
  expect(await history.read(CONVERSATION, 7)).toEqual(
    entry(7, { routing: { ...routing, attributes: { topic: 'invoice' } } }),
  );
});

it('an entry that is not there is none', async () => {
  await write(7);
  expect(await history.read(CONVERSATION, 8)).toBeUndefined();
  expect(await history.read(sid('CH', 2), 7)).toBeUndefined();
});

it('a repeat writes the same item', async () => {
  await write(7);
  await write(7);
  expect(await tables.items(table)).toHaveLength(1);
});

it('its key sorts by version', async () => {
  await write(7);
  expect(await tables.items(table)).toMatchObject([{ pk: CONVERSATION, sk: 'history#0000000007' }]);
});

it('a change of the settings is an item of its own, which stays', async () => {
  const settings = { ...DEFAULT_SETTINGS, version: 4 };
  const change = { eventId: 'event-1', at: NOW, by: 'system', settings } as const;
  await history.writeChange(change);
  expect(await tables.items(table)).toEqual([{ pk: 'settings', sk: 'history#0000000004', change }]);
});

describe('a page', () => {
  it('has entries in the order of their versions', async () => {
    await write(100, 9, 2, 10);
    expect(await versionsFrom(0, 10)).toEqual({ versions: [2, 9, 10, 100], hasMore: false });
  });

  it('begins with a version, and has so many', async () => {
    await write(2, 3, 4, 5);
    expect(await versionsFrom(3, 2)).toEqual({ versions: [3, 4], hasMore: true });
    expect(await versionsFrom(5, 2)).toEqual({ versions: [5], hasMore: false });
    expect(await versionsFrom(4, 2)).toEqual({ versions: [4, 5], hasMore: false });
    expect(await versionsFrom(6, 2)).toEqual({ versions: [], hasMore: false });
  });

  it('has neither the record nor what is of others', async () => {
    await dynamoStore(tables.client, table).replace(0, record());
    await history.write(sid('CH', 2), entry(2), null);
    await write(3);
    expect(await versionsFrom(0, 10)).toEqual({ versions: [3], hasMore: false });
  });

  it('is whole also where its entries are more than one answer of DynamoDB holds', async () => {
    const attributes = { text: 'x'.repeat(300_000) };
    for (const version of [1, 2, 3, 4, 5]) {
      const routing = {
        workflowSid: null,
        queueSid: null,
        taskChannelUniqueName: null,
        priority: 0,
        attributes,
      };
      await history.write(CONVERSATION, entry(version, { routing }), null);
    }
    expect(await versionsFrom(0, 5)).toEqual({ versions: [1, 2, 3, 4, 5], hasMore: false });
  });
});

describe('the time to live', () => {
  const ends = async () => {
    const items = await tables.items(table);
    return Object.fromEntries(items.map(({ sk, ttl }) => [String(sk).slice(-2), ttl]));
  };
  const AFTER_180_DAYS = Date.parse('2026-08-29T09:00:00Z') / 1000;

  it('is none while the conversation is open', async () => {
    await write(7);
    expect(await ends()).toEqual({ '07': undefined });
  });

  it('of an entry that is written later ends with the record', async () => {
    await history.write(CONVERSATION, entry(7), NOW);
    expect(await ends()).toEqual({ '07': AFTER_180_DAYS });
  });

  it('of all entries ends with the record once it is closed, and they stay as they are', async () => {
    const versions = Array.from({ length: 60 }, (_, place) => place + 1);
    await write(...versions);
    await history.write(sid('CH', 2), entry(99), null);
    await history.expire(CONVERSATION, NOW);
    const { 99: ofAnother, ...own } = await ends();
    expect(ofAnother).toBeUndefined();
    expect(Object.values(own)).toEqual(versions.map(() => AFTER_180_DAYS));
    expect(await history.read(CONVERSATION, 33)).toEqual(entry(33));
  });

  it('is given again without writing what has it', async () => {
    await write(1, 2);
    await history.expire(CONVERSATION, NOW);
    const sent = jest.spyOn(tables.client, 'send');
    await history.expire(CONVERSATION, NOW);
    expect(sent).toHaveBeenCalledTimes(1);
    sent.mockRestore();
  });
});
