import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { RECORD_SORT_KEY, recordOf } from '../../lambda/adapters/items';
import { KEYS } from '../../lambda/adapters/table-names';

/** Conversations with a record that is not closed, read from the whole table: indexes know only those that wait for something. */
export async function openRecords(client: DynamoDBClient, table: string): Promise<string[]> {
  const open: string[] = [];
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      FilterExpression: '#sort = :record',
      ExpressionAttributeNames: { '#sort': KEYS.sortKey },
      ExpressionAttributeValues: { ':record': { S: RECORD_SORT_KEY } },
    },
  );
  for await (const { Items = [] } of pages)
    for (const item of Items) {
      const record = recordOf(unmarshall(item));
      if (record !== undefined && record.channelState !== 'closed') open.push(record.conversationSid);
    }
  return open;
}
