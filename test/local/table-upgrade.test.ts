import {
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { createTables, startDynamoDb, tablesOf } from '../../local/dynamodb';
import { LocalState } from '../../local/state';
import { putItemsBack, takeOutOldTable } from '../../local/table-upgrade';
import { type Template } from '../../local/template';
import { TEMPLATE } from './fixtures/template';

const TableName = 'RecordsTable';
const OLD = TEMPLATE.Resources['RecordsTable']!;
const [wake] = OLD.Properties!['GlobalSecondaryIndexes'] as [object];
/** A release later: one index more, by an attribute that items have already. */
const NEW: Template = {
  Resources: {
    ...TEMPLATE.Resources,
    RecordsTable: {
      ...OLD,
      Properties: {
        ...OLD.Properties,
        GlobalSecondaryIndexes: [wake, { ...wake, IndexName: 'parked' }],
      },
    },
  },
};
const [TABLE] = tablesOf(NEW) as [CreateTableCommandInput];

let database: Awaited<ReturnType<typeof startDynamoDb>>;
let client: DynamoDBClient;
let state: LocalState;
beforeEach(async () => {
  database = await startDynamoDb();
  ({ client } = database);
  state = await LocalState.open();
  await createTables(client, TEMPLATE);
  const fields = { pk: 'CH1', sk: 'record', wakeShard: '0', wakeAt: '2026-03-02T09:00:00Z', note: 'kept' };
  const Item = Object.fromEntries(Object.entries(fields).map(([name, S]) => [name, { S }]));
  await client.send(new PutItemCommand({ TableName, Item }));
});
afterEach(() => database.close());

async function upgrade(): Promise<void> {
  await takeOutOldTable(client, TABLE, state);
  await createTables(client, NEW);
  await putItemsBack(client, TABLE, state);
}

async function inIndex(): Promise<(string | undefined)[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'parked',
      KeyConditionExpression: 'wakeShard = :shard',
      ExpressionAttributeValues: { ':shard': { S: '0' } },
    }),
  );
  return Items.map(({ pk }) => pk?.S);
}

it('an index of this release has what was written before it', async () => {
  await upgrade();
  expect(await inIndex()).toEqual(['CH1']);
  const { Items } = await client.send(new ScanCommand({ TableName }));
  expect(Items).toMatchObject([{ note: { S: 'kept' } }]);
});

it.each<[string, () => Promise<void>]>([
  ['before the new table', async () => undefined],
  ['before the items are back', () => createTables(client, NEW)],
])('nothing is lost when the process is killed %s', async (_, before) => {
  await takeOutOldTable(client, TABLE, state);
  await before();
  await upgrade();
  expect(await inIndex()).toEqual(['CH1']);
});

it('a table of this release stays as it is', async () => {
  await upgrade();
  const createdAt = async () =>
    (await client.send(new DescribeTableCommand({ TableName }))).Table?.CreationDateTime;
  const before = await createdAt();
  await upgrade();
  expect([await createdAt(), await inIndex()]).toEqual([before, ['CH1']]);
});
