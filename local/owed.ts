import { type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dueIn, readAll } from '../lambda/adapters/dynamodb';
import { recordKey, recordOf } from '../lambda/adapters/items';
import { SHARDS } from '../lambda/adapters/table-names';
import { type Conversation } from '../lambda/domain/record';

/** So many records are looked at: who looks wants to see what goes on, not to read a list. */
const LOOKED_AT = 100;
/** After every moment that a record can have. */
const END_OF_TIME = '9999-12-31T23:59:59Z';

/** A record that owes outside calls. */
export interface OwingRecord {
  readonly conversationSid: string;
  /** Kinds of the effects still owed, each once. */
  readonly owed: readonly string[];
  /** When the sweep looks at it, if nobody else does before. */
  readonly wakeAt: string | null;
}

/** Of the records that are due next, those that owe something, the soonest first. A record that owes is always due. */
export async function owingRecords(client: DynamoDBClient, table: string): Promise<OwingRecord[]> {
  const due = await dueIn(client, table, 'wake', SHARDS, END_OF_TIME, LOOKED_AT);
  const items = await readAll(client, table, due.map(recordKey));
  return items
    .map(recordOf)
    .filter((record) => record !== undefined)
    .map(owing)
    .filter(({ owed }) => owed.length > 0)
    .sort((one, other) => (one.wakeAt ?? '').localeCompare(other.wakeAt ?? ''));
}

function owing({ conversationSid, pending, wakeAt }: Conversation): OwingRecord {
  const kinds = Object.values(pending).map(({ kind }) => kind);
  return { conversationSid, owed: [...new Set(kinds)], wakeAt };
}
