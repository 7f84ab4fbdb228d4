import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { RECORD_SORT_KEY, recordOf } from '../../lambda/adapters/items';
import { KEYS } from '../../lambda/adapters/table-names';

/** Conversations with a record that is not closed, read from the whole table: indexes know only those that wait for something. */
export async function openRecords(client: DynamoDBClient, table: string): Promise<string[]> {
  const open: string[] = [];
  let from: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        FilterExpression: '#sort = :record',
        ExpressionAttributeNames: { '#sort': KEYS.sortKey },
        ExpressionAttributeValues: { ':record': { S: RECORD_SORT_KEY } },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    for (const item of page.Items ?? []) {
      const record = recordOf(unmarshall(item));
      if (record !== undefined && record.channelState !== 'closed') open.push(record.conversationSid);
    }
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return open;
}
