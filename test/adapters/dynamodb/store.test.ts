import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Store } from '../../../lambda/actions/ports';
import { dynamoStore } from '../../../lambda/adapters/dynamodb';
import { recordKey } from '../../../lambda/adapters/items';
import { sealed } from '../../../lambda/domain/decide';
import { DEFAULT_SETTINGS } from '../../../lambda/domain/settings';
import type { SettingsChange } from '../../../lambda/domain/settings-change';
import { PAUSE, paused, record } from '../../http/records';
import { NOW, sid } from '../../doubles/constants';
import { active, after, contextAt, inputs, left } from '../../doubles/records';
import { useTables } from '../../doubles/table';

const tables = useTables();
let table: string;
let store: Store;

beforeEach(async () => {
  table = await tables.create();
  store = dynamoStore(tables.client, table);
});

const conversation = (ending: string) => `CH${'0'.repeat(32 - ending.length)}${ending}`;

describe('reading', () => {
  it('finds nothing in an empty table, and the default settings', async () => {
    expect(await store.read(sid('CH'))).toEqual({ record: undefined, settings: DEFAULT_SETTINGS });
  });

  it('finds the record as it was written', async () => {
    const written = paused({ wakeAt: NOW, pending: {} });
    await store.replace(0, written);
    expect((await store.read(sid('CH'))).record).toEqual(written);
  });

  it.each([
    ['0.1.0, which knew no Leave', ['leave', 'customerRepliedAt', 'comparisonsFailed', 'finding']],
    ['before comparisons that failed were counted', ['comparisonsFailed', 'finding']],
    ['before there were events', ['finding']],
  ])('finds a record of version %s', async (_version, unknown) => {
    const today = paused({ wakeAt: NOW });
    const { toldMark, handedOverBy, ...pause } = today.pause!;
    const before = Object.entries({ ...today, pause }).filter(([fact]) => !unknown.includes(fact));
    await store.replace(0, Object.fromEntries(before) as unknown as typeof today);
    expect((await store.read(sid('CH'))).record).toEqual(today);
    expect({ toldMark, handedOverBy }).toEqual({ toldMark: null, handedOverBy: [] });
  });

  it('finds a record of before there were Studio flows', async () => {
    const { studioHook, ...before } = paused({ wakeAt: NOW });
    expect(studioHook).toBeNull();
    await store.replace(0, before as ReturnType<typeof paused>);
    expect((await store.read(sid('CH'))).record).toEqual({ ...before, studioHook: null });
  });

  it('finds a record of before wrap-ups were remembered', async () => {
    const { lastWrapUp, ...before } = active();
    expect(lastWrapUp).toBeNull();
    await store.replace(0, before as ReturnType<typeof active>);
    expect((await store.read(before.conversationSid)).record).toEqual({ ...before, lastWrapUp: null });
  });

  it('finds a record of before agents were looked for', async () => {
    const today = active();
    const { joinsBy, ...task } = today.task!;
    expect(joinsBy).toBeNull();
    await store.replace(0, { ...today, task } as typeof today);
    expect((await store.read(today.conversationSid)).record).toEqual(today);
  });

  it("finds a task's attributes as they were, also what a table could not have", async () => {
    const deep = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) as unknown;
    const attributes = { account: 12345678901234567890, small: 1e-300, deep, empty: '', none: null };
    const written = record({ routing: { ...record().routing, attributes } });
    expect(await store.replace(0, written)).toBe(true);
    expect((await store.read(sid('CH'))).record).toEqual(written);
  });

  it('finds the same attributes in what is owed', async () => {
    const attributes = { account: 12345678901234567890, small: 1e-300 };
    const routing = { ...record().routing, attributes };
    const before = { ...left(), routing };
    const input = { ...inputs()['customer-writes'], settings: DEFAULT_SETTINGS };
    const replied = after(before, 'customer-writes', input);
    const written = { ...sealed(before, replied, DEFAULT_SETTINGS, contextAt()), version: 1 };
    expect(JSON.stringify(written.pending)).toContain('"small":1e-300');
    expect(await store.replace(0, written)).toBe(true);
    expect((await store.read(written.conversationSid)).record).toEqual(written);
  });

  it("finds a task's attributes that were once written as they are", async () => {
    const item = { ...recordKey(sid('CH')), version: 1, record: record() };
    const Item = marshall(item, { removeUndefinedValues: true });
    await tables.client.send(new PutItemCommand({ TableName: table, Item }));
    expect((await store.read(sid('CH'))).record).toEqual(record());
  });

  it('finds no record of another conversation', async () => {
    await store.replace(0, record());
    expect((await store.read(sid('CH', 2))).record).toBeUndefined();
  });

  it('finds record and settings in one call', async () => {
    const settings = { ...DEFAULT_SETTINGS, version: 1, wrapUp: false };
    await store.replaceSettings(settings);
    await store.replace(0, record());
    const sent = jest.spyOn(tables.client, 'send');
    expect(await store.read(sid('CH'))).toEqual({ record: record(), settings });
    expect(sent).toHaveBeenCalledTimes(1);
    sent.mockRestore();
  });

  it('finds the settings alone', async () => {
    expect(await store.readSettings()).toEqual({ settings: DEFAULT_SETTINGS, owed: [] });
    await store.replaceSettings({ ...DEFAULT_SETTINGS, version: 1, hipaa: true });
    expect(await store.readSettings()).toEqual({
      settings: { ...DEFAULT_SETTINGS, version: 1, hipaa: true },
      owed: [],
    });
  });

  it('is not confused by a conversation that is called like the settings', async () => {
    await store.replaceSettings({ ...DEFAULT_SETTINGS, version: 1 });
    expect((await store.read('settings')).record).toBeUndefined();
  });
});

describe('a write', () => {
  it('of a new record is done once', async () => {
    expect(await store.replace(0, record())).toBe(true);
    expect(await store.replace(0, record({ channelType: 'sms' }))).toBe(false);
    expect((await store.read(sid('CH'))).record).toEqual(record());
  });

  it('is done on the version that was read', async () => {
    await store.replace(0, record({ version: 1 }));
    expect(await store.replace(1, record({ version: 2 }))).toBe(true);
  });

  it.each([0, 1, 3])('is lost on another version: %d', async (readVersion) => {
    await store.replace(0, record({ version: 2 }));
    expect(await store.replace(readVersion, record({ version: 9 }))).toBe(false);
    expect((await store.read(sid('CH'))).record?.version).toBe(2);
  });

  it('is lost on a record that is not there', async () => {
    expect(await store.replace(1, record({ version: 2 }))).toBe(false);
    expect(await tables.items(table)).toEqual([]);
  });

  it.each([0, 1])('of many at once on version %d is won by one', async (readVersion) => {
    if (readVersion > 0) await store.replace(0, record({ version: readVersion }));
    const writers = Array.from({ length: 20 }, (_, writer) => `run-${writer}`);
    const won = await Promise.all(
      writers.map((writtenBy) => store.replace(readVersion, record({ version: readVersion + 1, writtenBy }))),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await store.read(sid('CH'))).record?.writtenBy).toBe(writers[won.indexOf(true)]);
  });

  it('does not touch other conversations', async () => {
    await store.replace(0, record());
    await store.replace(0, record({ conversationSid: sid('CH', 2), channelType: 'sms' }));
    expect((await store.read(sid('CH'))).record).toEqual(record());
  });

  it('keeps fields that are not set out of the item', async () => {
    const attributes = { name: 'Carol', left: undefined };
    await store.replace(0, record({ routing: { ...record().routing, attributes } }));
    expect((await store.read(sid('CH'))).record?.routing.attributes).toEqual({ name: 'Carol' });
  });
});

describe('settings', () => {
  it('are written once on each version', async () => {
    const next = (version: number, wrapUp: boolean) => ({ ...DEFAULT_SETTINGS, version, wrapUp });
    expect(await store.replaceSettings(next(2, true))).toBe(false);
    expect(await store.replaceSettings(next(1, false))).toBe(true);
    expect(await store.replaceSettings(next(1, true))).toBe(false);
    expect(await store.replaceSettings(next(2, true))).toBe(true);
    expect((await store.readSettings()).settings).toEqual(next(2, true));
  });

  it('of many writers at once are won by one', async () => {
    const settings = { ...DEFAULT_SETTINGS, version: 1 };
    const won = await Promise.all(Array.from({ length: 20 }, () => store.replaceSettings(settings)));
    expect(won.filter(Boolean)).toHaveLength(1);
  });
});

describe('what is still to be told of the settings', () => {
  const settings = (version: number) => ({ ...DEFAULT_SETTINGS, version });
  const change = (version: number): SettingsChange => {
    return { eventId: `event-${version}`, at: NOW, by: 'system', settings: settings(version) };
  };

  it('is written with them, and read back', async () => {
    await store.replaceSettings(settings(1), [change(1)]);
    await store.replaceSettings(settings(2), [change(1), change(2)]);
    expect(await store.readSettings()).toEqual({ settings: settings(2), owed: [change(1), change(2)] });
  });

  it('is nothing that a conversation has to do with', async () => {
    await store.replaceSettings(settings(1), [change(1)]);
    expect((await store.read(sid('CH'))).settings).toEqual(settings(1));
  });

  it('is struck off as long as nobody has changed them again', async () => {
    await store.replaceSettings(settings(1), [change(1)]);
    expect(await store.replaceOwedChanges(settings(1), [])).toBe(true);
    expect(await store.readSettings()).toEqual({ settings: settings(1), owed: [] });
    await store.replaceSettings(settings(2), [change(2)]);
    expect(await store.replaceOwedChanges(settings(1), [])).toBe(false);
    expect((await store.readSettings()).owed).toEqual([change(2)]);
  });
});

describe('the time to live', () => {
  const ttlOf = async () => (await tables.items(table))[0]!['ttl'];

  it('of a closed record ends 180 days later, in epoch seconds', async () => {
    await store.replace(0, record({ channelState: 'closed', closedAt: NOW }));
    expect(await ttlOf()).toBe(Date.parse('2026-08-29T09:00:00Z') / 1000);
  });

  it.each([record(), paused()])('is none where the record is $channelState', async (open) => {
    await store.replace(0, open);
    expect(await ttlOf()).toBeUndefined();
  });

  it('of settings is none', async () => {
    await store.replaceSettings({ ...DEFAULT_SETTINGS, version: 1 });
    expect(await ttlOf()).toBeUndefined();
  });
});

describe.each(['wake', 'compare'] as const)('due by the index %s', (index) => {
  const moment = index === 'wake' ? 'wakeAt' : 'compareAt';
  const other = index === 'wake' ? 'compareAt' : 'wakeAt';
  const writeAt = (ending: string, at: string | null) =>
    store.replace(0, record({ conversationSid: conversation(ending), [moment]: at, [other]: null }));

  it('are those whose moment has come, and no others', async () => {
    await writeAt('01', '2026-03-02T08:59:59Z');
    await writeAt('02', '2026-03-02T09:00:00Z');
    await writeAt('03', '2026-03-02T09:00:01Z');
    await writeAt('04', null);
    expect(await store.due(index, NOW, 10)).toEqual([conversation('01'), conversation('02')]);
  });

  it('are all that have waited, however long', async () => {
    await writeAt('01', '1999-01-01T00:00:00Z');
    expect(await store.due(index, NOW, 10)).toEqual([conversation('01')]);
  });

  it('come soonest first over all shards', async () => {
    const endings = ['00', '11', '22', '33', '44', '55', '66', '77', '88', '99', 'aa', 'ff'];
    const minutes = endings.map((_, place) => String((place * 7) % endings.length).padStart(2, '0'));
    await Promise.all(endings.map((ending, place) => writeAt(ending, `2026-03-02T08:${minutes[place]}:00Z`)));
    const soonest = [...endings].sort(
      (a, b) => Number(minutes[endings.indexOf(a)]) - Number(minutes[endings.indexOf(b)]),
    );
    expect(await store.due(index, NOW, 100)).toEqual(soonest.map(conversation));
    expect(await store.due(index, NOW, 5)).toEqual(soonest.slice(0, 5).map(conversation));
  });

  it('are the soonest where one shard has more than are asked for', async () => {
    await Promise.all(
      ['08', '10', '18', '20'].map((ending) => writeAt(ending, `2026-03-02T08:${ending}:00Z`)),
    );
    await writeAt('01', '2026-03-02T08:30:00Z');
    expect(await store.due(index, NOW, 2)).toEqual([conversation('08'), conversation('10')]);
  });

  it('are none any more once their moment was taken away', async () => {
    await writeAt('01', '2026-03-02T08:00:00Z');
    await store.replace(1, record({ conversationSid: conversation('01'), version: 2 }));
    expect(await store.due(index, NOW, 10)).toEqual([]);
  });

  it('are none by the moment of the other index', async () => {
    await store.replace(0, record({ [other]: '2026-03-02T08:00:00Z', [moment]: null }));
    expect(await store.due(index, NOW, 10)).toEqual([]);
  });
});

describe('shards', () => {
  it('spread conversations evenly', async () => {
    const endings = Array.from({ length: 64 }, (_, number) => number.toString(16).padStart(2, '0'));
    await Promise.all(
      endings.map((ending) =>
        store.replace(0, record({ conversationSid: conversation(ending), wakeAt: NOW, compareAt: NOW })),
      ),
    );
    const items = await tables.items(table);
    for (const field of ['wakeShard', 'compareShard']) {
      const sizes = ['0', '1', '2', '3', '4', '5', '6', '7'].map(
        (shard) => items.filter((item) => item[field] === shard).length,
      );
      expect(sizes).toEqual(Array(8).fill(8));
    }
  });

  it('are the same for SIDs in any case', async () => {
    for (const ending of ['AB', 'ab']) {
      await store.replace(0, record({ conversationSid: conversation(ending), wakeAt: NOW }));
    }
    const shards = (await tables.items(table)).map((item) => item['wakeShard']);
    expect(new Set(shards).size).toBe(1);
  });
});

describe("an agent's paused conversations", () => {
  const pauseOf = (ending: string, workerSid: string) =>
    store.replace(0, paused({ conversationSid: conversation(ending), pause: { ...PAUSE, workerSid } }));

  it('are counted', async () => {
    await pauseOf('01', sid('WK'));
    await pauseOf('02', sid('WK'));
    await pauseOf('03', sid('WK', 2));
    await store.replace(0, record({ conversationSid: conversation('04') }));
    expect(await store.countPausedBy(sid('WK'))).toBe(2);
    expect(await store.countPausedBy(sid('WK', 3))).toBe(0);
  });

  it('are no longer counted once resumed', async () => {
    await pauseOf('01', sid('WK'));
    await store.replace(1, record({ conversationSid: conversation('01'), version: 2 }));
    expect(await store.countPausedBy(sid('WK'))).toBe(0);
  });
});

describe('the cursor in the event list', () => {
  it('is not there at first', async () => {
    expect(await store.readEventCursor()).toBeUndefined();
  });

  it('moves on, and never back', async () => {
    await store.moveEventCursor({ at: 2_000, failures: 0 });
    await store.moveEventCursor({ at: 1_000, failures: 0 });
    expect(await store.readEventCursor()).toEqual({ at: 2_000, failures: 0 });
    await store.moveEventCursor({ at: 3_000, failures: 0 });
    expect(await store.readEventCursor()).toEqual({ at: 3_000, failures: 0 });
  });

  it('tells how often the next event failed', async () => {
    await store.moveEventCursor({ at: 2_000, failures: 0 });
    await store.moveEventCursor({ at: 2_000, failures: 5 });
    expect(await store.readEventCursor()).toEqual({ at: 2_000, failures: 5 });
  });
});
