import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '../domain/time';
import { readAll } from './dynamodb';
import { reconciledKey } from './items';

/** Whether a table that was restored from a backup is as Twilio says, and since when. */
export interface ReconciledMark {
  isThere(): Promise<boolean>;
  put(at: Instant): Promise<void>;
}

/** An item in the table itself, with the table's name: a table that is restored from this one's backup needs its own. */
export function reconciledMark(client: DynamoDBClient, table: string): ReconciledMark {
  const key = reconciledKey(table);
  return {
    isThere: async () => (await readAll(client, table, [key])).length > 0,
    async put(at) {
      await client.send(new PutItemCommand({ TableName: table, Item: marshall({ ...key, at }) }));
    },
  };
}
