import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { History } from '../actions/ports';
import type { HistoryEntry } from '../domain/history-entry';
import type { Instant } from '../domain/time';
import { readAll } from './dynamodb';
import { changeItem, entryOf, historyItem, historyKey, LAST_VERSION } from './items';
import { type PageEnd, queryPage } from './query';
import { KEYS } from './table-names';

/** Entries that get their end at once. */
const AT_ONCE = 25;

/** Entries beside the record, in its partition. */
export function dynamoHistory(client: DynamoDBClient, table: string): History {
  const put = async (item: object) => {
    const Item = marshall(item, { removeUndefinedValues: true });
    await client.send(new PutItemCommand({ TableName: table, Item }));
  };
  const write = (conversationSid: string, entry: HistoryEntry, closedAt: Instant | null) =>
    put(historyItem(conversationSid, entry, closedAt));
  return {
    write,
    writeChange: (change) => put(changeItem(change)),
    async expire(conversationSid, closedAt) {
      let entries: HistoryEntry[] = [];
      const flush = async () => {
        await Promise.all(entries.map((entry) => write(conversationSid, entry, closedAt)));
        entries = [];
      };
      for await (const item of itemsFrom(client, table, conversationSid, 0, AT_ONCE)) {
        if (!(KEYS.timeToLive in item)) entries.push(entryOf(item));
        if (entries.length === AT_ONCE) await flush();
      }
      await flush();
    },
    async read(conversationSid, version) {
      const [item] = await readAll(client, table, [historyKey(conversationSid, version)]);
      return item && entryOf(item as HistoryItem);
    },
    async page(conversationSid, version, limit) {
      const entries: HistoryEntry[] = [];
      for await (const item of itemsFrom(client, table, conversationSid, version, limit + 1)) {
        if (entries.length === limit) return { entries, hasMore: true };
        entries.push(entryOf(item));
      }
      return { entries, hasMore: false };
    },
  };
}

type HistoryItem = Parameters<typeof entryOf>[0];

/** From a version on, oldest first. */
async function* itemsFrom(
  client: DynamoDBClient,
  table: string,
  conversationSid: string,
  version: number,
  pageSize: number,
): AsyncGenerator<HistoryItem> {
  const query = {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: '#conversation = :conversation AND #version BETWEEN :from AND :to',
    ExpressionAttributeNames: { '#conversation': KEYS.partitionKey, '#version': KEYS.sortKey },
    ExpressionAttributeValues: marshall({
      ':conversation': conversationSid,
      ':from': historyKey(conversationSid, version)[KEYS.sortKey],
      ':to': historyKey(conversationSid, LAST_VERSION)[KEYS.sortKey],
    }),
    Limit: pageSize,
  };
  let end: PageEnd | undefined;
  do {
    const page = await queryPage(client, query, end);
    yield* page.items as HistoryItem[];
    end = page.end;
  } while (end !== undefined);
}
