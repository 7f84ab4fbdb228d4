import {
  type AttributeValue,
  type CreateTableCommandInput,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  paginateScan,
} from '@aws-sdk/client-dynamodb';

type Item = Record<string, AttributeValue>;

/**
 * Makes the indexes of a table agree with its items again. Dynalite writes an item's index entries before the item, and
 * not together: a process that is killed between the two leaves an entry for an item that was never written, and none
 * for the one that is there; a sweep would never find that one again.
 */
export async function repairIndexes(client: DynamoDBClient, table: CreateTableCommandInput): Promise<void> {
  const key = keyOf(table.KeySchema);
  const items = new Map((await scan(client, table)).map((item) => [pick(item, key), item]));
  for (const { IndexName, KeySchema } of table.GlobalSecondaryIndexes ?? []) {
    const indexKey = keyOf(KeySchema);
    const whole = [...key, ...indexKey];
    const entries = await scan(client, table, IndexName);
    const known = new Set(entries.map((entry) => pick(entry, whole)));
    for (const entry of entries) {
      const item = items.get(pick(entry, key));
      if (!item || pick(item, whole) !== pick(entry, whole)) await dropEntry(client, table, entry, item);
    }
    for (const item of items.values()) {
      const isIndexed = indexKey.every((name) => item[name]);
      if (isIndexed && !known.has(pick(item, whole))) await put(client, table, item);
    }
  }
}

/** Writing an item as the entry has it makes the entry its own; the next write then takes it out of the index. */
async function dropEntry(
  client: DynamoDBClient,
  table: CreateTableCommandInput,
  entry: Item,
  item?: Item,
): Promise<void> {
  await put(client, table, { ...item, ...entry });
  if (item) return put(client, table, item);
  const Key = Object.fromEntries(keyOf(table.KeySchema).map((name) => [name, entry[name]!]));
  await client.send(new DeleteItemCommand({ TableName: table.TableName, Key }));
}

async function put(
  client: DynamoDBClient,
  { TableName }: CreateTableCommandInput,
  item: Item,
): Promise<void> {
  await client.send(new PutItemCommand({ TableName, Item: item }));
}

async function scan(
  client: DynamoDBClient,
  { TableName }: CreateTableCommandInput,
  IndexName?: string,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName, IndexName })) items.push(...Items);
  return items;
}

function keyOf(schema: CreateTableCommandInput['KeySchema']): string[] {
  return (schema ?? []).map(({ AttributeName }) => AttributeName!);
}

function pick(item: Item, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => item[name]));
}
