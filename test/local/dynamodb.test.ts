import { DescribeTableCommand, PutItemCommand, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { AbstractValueIterator } from 'abstract-level';
import { soonestDue } from '../../local/due-records';
import { createTables, type LocalDynamoDb, startDynamoDb } from '../../local/dynamodb';
import { temporaryFolder } from './clock-fixture';
import { cutOff } from './cut-off';
import { TEMPLATE } from './fixtures/template';

const TableName = 'RecordsTable';
const WAKE = { name: 'wake', sortKey: 'wakeAt' };
let open: LocalDynamoDb[] = [];

afterEach(async () => {
  await Promise.all(open.map((each) => each.close()));
  open = [];
});

async function start(folder?: string) {
  const database = await startDynamoDb(folder);
  open.push(database);
  await createTables(database.client, TEMPLATE);
  return database.client;
}

function item(pk: string, wakeShard: string, wakeAt: string) {
  const fields = { pk, sk: 'record', wakeShard, wakeAt };
  return { TableName, Item: Object.fromEntries(Object.entries(fields).map(([name, S]) => [name, { S }])) };
}

it('has the tables of the template with their keys and indexes', async () => {
  const client = await start();
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  expect(Table).toMatchObject({
    TableStatus: 'ACTIVE',
    KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
    GlobalSecondaryIndexes: [{ IndexName: 'wake', Projection: { ProjectionType: 'KEYS_ONLY' } }],
  });
});

it('keeps its items in the folder, and takes a table that is there', async () => {
  const folder = await temporaryFolder();
  const client = await start(folder);
  await client.send(new PutItemCommand(item('CH1', '0', '2026-03-02T09:00:00Z')));
  await open.pop()!.close();
  const again = await start(folder);
  expect((await again.send(new ScanCommand({ TableName }))).Count).toBe(1);
});

it('keeps nothing open of what was asked', async () => {
  const client = await start();
  for (const hour of ['09', '10', '11'])
    await client.send(new PutItemCommand(item(`CH${hour}`, '0', `2026-03-02T${hour}:00:00Z`)));
  const close = jest.spyOn(AbstractValueIterator.prototype, 'close');
  await client.send(new ScanCommand({ TableName }));
  await client.send(new ScanCommand({ TableName, Limit: 1 }));
  expect(new Set(close.mock.contexts).size).toBe(2);
});

it('outlives a request that is cut off', async () => {
  const database = await startDynamoDb();
  open.push(database);
  await cutOff(database.listener);
  await createTables(database.client, TEMPLATE);
});

it('tells the soonest moment over all shards', async () => {
  const client = await start();
  const soonest = () => soonestDue(client, TableName, [WAKE]);
  expect(await soonest()).toBeUndefined();
  await client.send(new PutItemCommand(item('CH1', '0', '2026-03-02T11:00:00Z')));
  await client.send(new PutItemCommand(item('CH2', '7', '2026-03-02T09:00:00Z')));
  await client.send(new PutItemCommand(item('CH3', '7', '2026-03-02T10:00:00Z')));
  expect(await soonest()).toEqual(new Date('2026-03-02T09:00:00Z'));
});

it('finds what an index has, soonest first', async () => {
  const client = await start();
  await client.send(new PutItemCommand(item('CH1', '0', '2026-03-02T11:00:00Z')));
  await client.send(new PutItemCommand(item('CH2', '0', '2026-03-02T09:00:00Z')));
  const { Items } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'wake',
      KeyConditionExpression: 'wakeShard = :shard',
      ExpressionAttributeValues: { ':shard': { S: '0' } },
    }),
  );
  expect(Items!.map(({ pk }) => pk!.S)).toEqual(['CH2', 'CH1']);
});
