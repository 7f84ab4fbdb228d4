import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';

/** A sparse index by moment, spread over partitions. */
export interface MomentIndex {
  readonly name: string;
  readonly partitionKey: string;
  /** ISO 8601 in UTC, which sorts as text. */
  readonly sortKey: string;
}

/** The soonest moment at which a record of the table is due, over all shards of the indexes. */
export async function soonestDue(
  client: DynamoDBClient,
  tableName: string,
  indexes: readonly MomentIndex[],
  shards: readonly string[],
): Promise<Date | undefined> {
  const queries = indexes.flatMap((index) => shards.map((shard) => first(client, tableName, index, shard)));
  const moments = (await Promise.all(queries)).filter((each) => each !== undefined);
  const [soonest] = moments.sort();
  return soonest === undefined ? undefined : new Date(soonest);
}

async function first(
  client: DynamoDBClient,
  TableName: string,
  { name, partitionKey, sortKey }: MomentIndex,
  shard: string,
): Promise<string | undefined> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: name,
      KeyConditionExpression: '#shard = :shard',
      ExpressionAttributeNames: { '#shard': partitionKey },
      ExpressionAttributeValues: { ':shard': { S: shard } },
      Limit: 1,
    }),
  );
  return Items[0]?.[sortKey]?.S;
}
