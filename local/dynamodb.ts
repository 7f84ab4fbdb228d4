import { mkdirSync } from 'node:fs';
import { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { type AddressInfo } from 'node:net';
import { closeReadIterators } from './dynalite-iterators';
import { nameOf, REGION, resolve, resourcesOfType, type Template } from './template';

/** What dynalite makes a table from; it has no time to live, backups, encryption or protection. */
const TABLE_PROPERTIES = [
  'AttributeDefinitions',
  'KeySchema',
  'BillingMode',
  'GlobalSecondaryIndexes',
  'LocalSecondaryIndexes',
];

/** The embedded DynamoDB. */
export interface LocalDynamoDb {
  /** For the set-up's own reads and writes: nobody observes them. */
  readonly client: DynamoDBClient;
  /** The same store, for a server of its own. */
  readonly listener: RequestListener;
  close(): Promise<void>;
}

/** @param folder where the items stay between runs; in memory without it */
export async function startDynamoDb(folder?: string): Promise<LocalDynamoDb> {
  closeReadIterators();
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const server = dynalite({
    createTableMs: 0,
    deleteTableMs: 0,
    ...(folder === undefined ? {} : { path: folder }),
  });
  server.on('request', forgiveCutOff);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const client = localClient(`http://127.0.0.1:${port}`);
  return {
    client,
    listener: (request, response) => void server.emit('request', request, response),
    close: async () => {
      client.destroy();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

/** dynalite throws, and so ends the process, when a request is cut off in its body: here it only gets no answer. */
function forgiveCutOff(request: IncomingMessage, response: ServerResponse): void {
  request.removeAllListeners('error').on('error', () => response.destroy());
}

/** Creates the tables of the template that are not there yet. */
export async function createTables(client: DynamoDBClient, template: Template): Promise<void> {
  for (const table of tablesOf(template)) {
    try {
      await client.send(new CreateTableCommand(table));
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
    await untilActive(client, table.TableName!);
  }
}

/** A new table is CREATING for a turn or two, and unknown until then. */
async function untilActive(client: DynamoDBClient, TableName: string): Promise<void> {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    if (Table?.TableStatus === 'ACTIVE') return;
  }
  throw new Error(`Table ${TableName} was only begun: empty DATA_DIR`);
}

/** The tables of the template, as CreateTable takes them. */
export function tablesOf(template: Template): CreateTableCommandInput[] {
  return resourcesOfType(template, 'AWS::DynamoDB::Table').map(([logicalId, { Properties = {} }]) => {
    const known = Object.entries(Properties).filter(([property]) => TABLE_PROPERTIES.includes(property));
    const properties = resolve(template, Object.fromEntries(known));
    return { ...(properties as CreateTableCommandInput), TableName: nameOf(template, logicalId) };
  });
}

function localClient(endpoint: string): DynamoDBClient {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'; // read when the first client is made
  return new DynamoDBClient({
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}
