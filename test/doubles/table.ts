import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import dynalite from 'dynalite';
import { type AddressInfo } from 'node:net';
import { deployedOnce } from './deployed-once';

/** Of the stack's table, what the embedded DynamoDB knows. */
const PROPERTIES = ['AttributeDefinitions', 'KeySchema', 'BillingMode', 'GlobalSecondaryIndexes'];

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
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const server = dynalite({ createTableMs: 0 });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let client: DynamoDBClient;
  let shape: CreateTableCommandInput;
  let tables = 0;
  beforeAll(async () => {
    shape = await shapeOfTable();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    client = new DynamoDBClient({
      endpoint: url(),
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  });
  afterAll(async () => {
    client.destroy();
    await new Promise<void>((closed) => server.close(() => closed()));
  });
  return {
    get client() {
      return client;
    },
    url,
    async create() {
      const TableName = `records-${(tables += 1)}`;
      await client.send(new CreateTableCommand({ ...shape, TableName }));
      return TableName;
    },
    async items(TableName) {
      const { Items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
      return Items.map((item) => unmarshall(item));
    },
  };
}

async function shapeOfTable(): Promise<CreateTableCommandInput> {
  const resources = Object.values((await deployedOnce()).template.Resources);
  const { Properties = {} } = resources.find(({ Type }) => Type === 'AWS::DynamoDB::Table')!;
  const known = Object.entries(Properties).filter(([property]) => PROPERTIES.includes(property));
  return Object.fromEntries(known) as unknown as CreateTableCommandInput;
}
