import {
  type AttributeValue,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  paginateScan,
  PutItemCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { type State } from './ports';

type Item = Record<string, AttributeValue>;

/**
 * Takes away a table of an earlier release that lacks an index of this one, so that it is made anew: dynalite adds none
 * to a table that is there. Its items wait in the state until they are put back, whatever happens in between.
 */
export async function takeOutOldTable(
  client: DynamoDBClient,
  table: CreateTableCommandInput,
  state: State,
): Promise<void> {
  const name = table.TableName!;
  const there = await indexesOf(client, name);
  if (there === undefined || there.join() === namesOf(table.GlobalSecondaryIndexes).join()) return;
  const kept = state.collection<Item[]>('items-of-old-tables');
  if (kept.get(name) === undefined) {
    kept.set(name, await itemsOf(client, name));
    await state.flush();
  }
  await client.send(new DeleteTableCommand({ TableName: name }));
  while (await indexesOf(client, name)) continue;
}

/** Puts the items of a table that was taken out into the new one. */
export async function putItemsBack(
  client: DynamoDBClient,
  { TableName }: CreateTableCommandInput,
  state: State,
): Promise<void> {
  const kept = state.collection<Item[]>('items-of-old-tables');
  for (const Item of kept.get(TableName!) ?? []) await client.send(new PutItemCommand({ TableName, Item }));
  kept.delete(TableName!);
  await state.flush();
}

/** undefined: there is no such table. */
async function indexesOf(client: DynamoDBClient, TableName: string): Promise<string[] | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    return namesOf(Table?.GlobalSecondaryIndexes);
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function namesOf(indexes: readonly { IndexName?: string | undefined }[] = []): string[] {
  return indexes.map(({ IndexName = '' }) => IndexName).sort();
}

async function itemsOf(client: DynamoDBClient, TableName: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) items.push(...Items);
  return items;
}
