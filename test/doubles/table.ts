import { CreateTableCommand, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type LocalDynamoDb, startDynamoDb, tablesOf } from '../../local/dynamodb';
import { serve, type Served } from '../../local/http-server';
import { deployedOnce } from './deployed-once';

export interface TestTable {
  readonly client: DynamoDBClient;
  /** "http://127.0.0.1:3000" */
  readonly url: () => string;
  /** An empty table as the stack makes it. */
  create(): Promise<string>;
  /** Its items, in no order. */
  items(table: string): Promise<Record<string, unknown>[]>;
}

/** An embedded DynamoDB for the tests of one file, and a new table for each of them. */
export function useTables(): TestTable {
  let database: LocalDynamoDb;
  let server: Served;
  let tables = 0;
  beforeAll(async () => {
    database = await startDynamoDb();
    server = await serve(database.listener);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });
  return {
    get client() {
      return database.client;
    },
    url: () => server.url,
    async create() {
      const TableName = `records-${(tables += 1)}`;
      const [shape] = tablesOf((await deployedOnce()).template);
      await database.client.send(new CreateTableCommand({ ...shape!, TableName }));
      return TableName;
    },
    async items(TableName) {
      const { Items = [] } = await database.client.send(new ScanCommand({ TableName, ConsistentRead: true }));
      return Items.map((item) => unmarshall(item));
    },
  };
}
