import { type DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ClassicLevel } from 'classic-level';
import { createTables, startDynamoDb, tablesOf } from '../../local/dynamodb';
import { repairIndexes } from '../../local/index-repair';
import { temporaryFolder } from './clock-fixture';
import { TEMPLATE } from './fixtures/template';

const TableName = 'RecordsTable';
const [TABLE] = tablesOf(TEMPLATE);

function item(pk: string, wakeAt: string) {
  const fields = { pk, sk: 'record', wakeShard: '0', wakeAt, note: 'kept' };
  return { TableName, Item: Object.fromEntries(Object.entries(fields).map(([name, S]) => [name, { S }])) };
}

async function within<T>(folder: string, work: (client: DynamoDBClient) => Promise<T>): Promise<T> {
  const database = await startDynamoDb(folder);
  await createTables(database.client, TEMPLATE);
  try {
    return await work(database.client);
  } finally {
    await database.close();
  }
}

/** Deletes from the store what a process that was killed had not written yet. */
async function deleteKeys(folder: string, found: (key: string) => boolean): Promise<void> {
  const level = new ClassicLevel(folder, { valueEncoding: 'utf8' });
  const keys = await level.keys().all();
  await level.batch(keys.filter(found).map((key) => ({ type: 'del', key })));
  await level.close();
}

async function entriesOfIndex(folder: string): Promise<[string, string][]> {
  const level = new ClassicLevel(folder, { valueEncoding: 'utf8' });
  const entries = await level.iterator().all();
  await level.close();
  return entries.filter(([key]) => /index/i.test(key));
}

async function wakeIndex(client: DynamoDBClient): Promise<string[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName, IndexName: 'wake' }));
  return Items.map(({ pk, wakeAt }) => `${pk!.S} ${wakeAt!.S}`).sort();
}

it('puts an item back into the index that lost it', async () => {
  const folder = await temporaryFolder();
  await within(folder, (client) => client.send(new PutItemCommand(item('CH1', '2026-03-02T09:00:00Z'))));
  await deleteKeys(folder, (key) => /index/i.test(key));
  await within(folder, async (client) => {
    expect(await wakeIndex(client)).toEqual([]);
    await repairIndexes(client, TABLE!);
    expect(await wakeIndex(client)).toEqual(['CH1 2026-03-02T09:00:00Z']);
  });
});

it('takes out the entry of an item that was never written', async () => {
  const folder = await temporaryFolder();
  await within(folder, (client) => client.send(new PutItemCommand(item('CH1', '2026-03-02T09:00:00Z'))));
  await deleteKeys(folder, (key) => /item/i.test(key));
  await within(folder, async (client) => {
    expect(await wakeIndex(client)).toHaveLength(1);
    await repairIndexes(client, TABLE!);
    expect(await wakeIndex(client)).toEqual([]);
    expect((await client.send(new ScanCommand({ TableName }))).Count).toBe(0);
  });
});

it('follows the item where its entry ran ahead', async () => {
  const folder = await temporaryFolder();
  await within(folder, (client) => client.send(new PutItemCommand(item('CH1', '2026-03-02T09:00:00Z'))));
  const ahead = await entriesOfIndex(folder);
  await within(folder, (client) => client.send(new PutItemCommand(item('CH1', '2026-03-02T10:00:00Z'))));
  await deleteKeys(folder, (key) => /index/i.test(key));
  const level = new ClassicLevel(folder, { valueEncoding: 'utf8' });
  await level.batch(ahead.map(([key, value]) => ({ type: 'put', key, value })));
  await level.close();
  await within(folder, async (client) => {
    expect(await wakeIndex(client)).toEqual(['CH1 2026-03-02T09:00:00Z']);
    await repairIndexes(client, TABLE!);
    expect(await wakeIndex(client)).toEqual(['CH1 2026-03-02T10:00:00Z']);
    const { Items } = await client.send(new ScanCommand({ TableName }));
    expect(Items).toMatchObject([{ wakeAt: { S: '2026-03-02T10:00:00Z' }, note: { S: 'kept' } }]);
  });
});

it('leaves items and entries that agree as they are', async () => {
  const folder = await temporaryFolder();
  await within(folder, async (client) => {
    await client.send(new PutItemCommand(item('CH1', '2026-03-02T09:00:00Z')));
    const before = await client.send(new ScanCommand({ TableName }));
    await repairIndexes(client, TABLE!);
    expect((await client.send(new ScanCommand({ TableName }))).Items).toEqual(before.Items);
    expect(await wakeIndex(client)).toEqual(['CH1 2026-03-02T09:00:00Z']);
  });
});
