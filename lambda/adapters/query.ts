import { isDeepStrictEqual } from 'node:util';
import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type NativeAttributeValue, unmarshall } from '@aws-sdk/util-dynamodb';

/** Where a page ends, and the next one goes on. */
export type PageEnd = Record<string, AttributeValue>;

export interface QueriedPage {
  readonly items: readonly Record<string, NativeAttributeValue>[];
  readonly count: number;
  /** undefined: there are no more. */
  readonly end: PageEnd | undefined;
}

/**
 * One page of a query.
 * @param after the end of the page before; undefined for the first
 * @throws also when the answer tells nothing, or that the page ends where it began: it would be read for ever
 */
export async function queryPage(
  client: DynamoDBClient,
  query: Omit<QueryCommandInput, 'ExclusiveStartKey'>,
  after?: PageEnd,
): Promise<QueriedPage> {
  const start = after === undefined ? {} : { ExclusiveStartKey: after };
  const answer = await client.send(new QueryCommand({ ...query, ...start }));
  const { Items, Count, LastEvaluatedKey: end } = answer;
  if (Items === undefined && Count === undefined) throw new Error('DynamoDB tells nothing of a query');
  if (end !== undefined && isDeepStrictEqual(end, after)) throw new Error('DynamoDB gives a page again');
  return { items: (Items ?? []).map((item) => unmarshall(item)), count: Count ?? 0, end };
}
