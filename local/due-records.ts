import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';

/** A sparse index by moment, spread over partitions. */
export interface MomentIndex {
  readonly name: string;
  /** ISO 8601 in UTC, which sorts as text. */
  readonly sortKey: string;
}

/** The soonest moment at which a record of the table is due, over all partitions of the indexes. */
export async function soonestDue(
  client: DynamoDBClient,
  tableName: string,
  indexes: readonly MomentIndex[],
): Promise<Date | undefined> {
  const moments = await Promise.all(indexes.map((index) => momentsOf(client, tableName, index)));
  const [soonest] = moments.flat().sort();
  return soonest === undefined ? undefined : new Date(soonest);
}

/** One request for what would be one for each partition: on one machine there are few records. */
async function momentsOf(
  client: DynamoDBClient,
  TableName: string,
  { name: IndexName, sortKey }: MomentIndex,
): Promise<string[]> {
  const moments: string[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName, IndexName }))
    moments.push(...Items.map((item) => item[sortKey]!.S!));
  return moments;
}
