import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, type NativeAttributeValue, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Store } from '../actions/ports';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';
import type { SettingsChange } from '../domain/settings-change';
import type { Instant } from '../domain/time';
import {
  EVENT_CURSOR_KEY,
  listSortKey,
  recordItem,
  recordKey,
  recordOf,
  SETTINGS_KEY,
  settingsItem,
} from './items';
import { queryPage } from './query';
import { INDEXES, KEYS, SHARDS } from './table-names';

/** DynamoDB returns throttled keys unread; they are asked for again this often. */
const MOST_READS = 5;
const UNREAD_MILLISECONDS = 20;

/** Records and settings in one table. */
export function dynamoStore(client: DynamoDBClient, table: string): Store {
  return {
    async read(conversationSid) {
      const items = await readAll(client, table, [recordKey(conversationSid), SETTINGS_KEY]);
      return {
        record: items.map(recordOf).find((record) => record !== undefined),
        settings: settingsIn(items),
      };
    },
    async readSettings() {
      const items = await readAll(client, table, [SETTINGS_KEY]);
      return { settings: settingsIn(items), owed: owedChangesIn(items) };
    },
    replace: (readVersion, next) => putIfUnchanged(client, table, recordItem(next), readVersion),
    replaceSettings: (next, owed = []) =>
      putIfUnchanged(client, table, settingsItem(next, owed), next.version - 1),
    replaceOwedChanges: (settings, owed) =>
      putIfUnchanged(client, table, settingsItem(settings, owed), settings.version),
    due: (index, now, limit) => dueIn(client, table, index, SHARDS, now, limit),
    countPausedBy: (workerSid) => countPausedBy(client, table, workerSid),
    async readEventCursor() {
      const [item] = await readAll(client, table, [EVENT_CURSOR_KEY]);
      return item && { at: item['at'] as number, failures: (item['failures'] ?? 0) as number };
    },
    async moveEventCursor(to) {
      await putIf(
        client,
        table,
        { ...EVENT_CURSOR_KEY, ...to },
        {
          ConditionExpression: 'attribute_not_exists(#at) OR #at <= :to',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: marshall({ ':to': to.at }),
        },
      );
    },
  };
}

/** As it stands in the table. */
export type Item = Record<string, NativeAttributeValue>;

/** Keys of one BatchGetItem, at most. Source: DynamoDB API reference. */
const KEYS_A_READ = 100;

export async function readAll(
  client: DynamoDBClient,
  table: string,
  keys: readonly object[],
): Promise<Item[]> {
  const batches = Array.from({ length: Math.ceil(keys.length / KEYS_A_READ) }, (_, batch) =>
    keys.slice(batch * KEYS_A_READ, (batch + 1) * KEYS_A_READ),
  );
  return (await Promise.all(batches.map((batch) => readBatch(client, table, batch)))).flat();
}

async function readBatch(client: DynamoDBClient, table: string, keys: readonly object[]): Promise<Item[]> {
  const items: Item[] = [];
  let asked: Record<string, AttributeValue>[] = keys.map((key) => marshall(key));
  for (let reads = 0; asked.length > 0; reads++) {
    if (reads === MOST_READS) throw new Error('DynamoDB leaves keys unread');
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: asked, ConsistentRead: true } } }),
    );
    const found = Responses?.[table];
    const unread = UnprocessedKeys?.[table]?.Keys;
    if (found === undefined && unread === undefined)
      throw new Error('DynamoDB tells nothing of what it was asked');
    items.push(...(found ?? []).map((item) => unmarshall(item)));
    asked = unread ?? [];
    if (asked.length > 0) await sleep(UNREAD_MILLISECONDS * 2 ** reads);
  }
  return items;
}

/** Settings of an earlier release lack what was added since: that is as the defaults say. */
export function settingsIn(items: readonly Item[]): Settings {
  const found = items.find((item) => item[KEYS.partitionKey] === SETTINGS_KEY[KEYS.partitionKey]);
  if (found === undefined) return DEFAULT_SETTINGS;
  const kept = found['settings'] as Settings;
  return {
    ...DEFAULT_SETTINGS,
    ...kept,
    leave: { ...DEFAULT_SETTINGS.leave, ...kept.leave },
    pause: { ...DEFAULT_SETTINGS.pause, ...kept.pause },
  };
}

/** Earlier releases told nobody. */
function owedChangesIn(items: readonly Item[]): readonly SettingsChange[] {
  return items.flatMap((item) => (item['owed'] ?? []) as SettingsChange[]);
}

export async function putIfUnchanged(
  client: DynamoDBClient,
  table: string,
  item: Item,
  readVersion: number,
): Promise<boolean> {
  return putIf(
    client,
    table,
    item,
    readVersion === 0
      ? {
          ConditionExpression: 'attribute_not_exists(#key)',
          ExpressionAttributeNames: { '#key': KEYS.partitionKey },
        }
      : {
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: marshall({ ':read': readVersion }),
        },
  );
}

type Condition = Pick<
  PutItemCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

/** @returns false when the condition does not hold */
async function putIf(
  client: DynamoDBClient,
  table: string,
  item: Item,
  condition: Condition,
): Promise<boolean> {
  try {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: marshall(item, { removeUndefinedValues: true }),
        ...condition,
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Partition keys of items whose moment has come, soonest first over all these shards of an index. */
export async function dueIn(
  client: DynamoDBClient,
  table: string,
  index: 'wake' | 'compare',
  shards: readonly string[],
  now: Instant,
  limit: number,
): Promise<string[]> {
  const { name, partitionKey, sortKey } = INDEXES[index];
  const inShards = await Promise.all(
    shards.map(async (shard) => {
      const { items } = await queryPage(client, {
        TableName: table,
        IndexName: name,
        KeyConditionExpression: '#shard = :shard AND #at <= :now',
        ExpressionAttributeNames: { '#shard': partitionKey, '#at': sortKey },
        ExpressionAttributeValues: marshall({ ':shard': shard, ':now': now }),
        Limit: limit,
      });
      return items as Record<string, string>[];
    }),
  );
  return inShards
    .flat()
    .sort((a, b) => (a[sortKey]! < b[sortKey]! ? -1 : 1))
    .slice(0, limit)
    .map((item) => item[KEYS.partitionKey]!);
}

async function countPausedBy(client: DynamoDBClient, table: string, workerSid: string): Promise<number> {
  const { name, partitionKey, sortKey } = INDEXES.pausedBy;
  const query = {
    TableName: table,
    IndexName: name,
    // Behind the deadlines there are the expiries of what the agent has left.
    KeyConditionExpression: '#worker = :worker AND #at < :left',
    ExpressionAttributeNames: { '#worker': partitionKey, '#at': sortKey },
    ExpressionAttributeValues: marshall({ ':worker': workerSid, ':left': listSortKey('leave', '') }),
    Select: 'COUNT',
  } as const;
  let page = await queryPage(client, query);
  let { count } = page;
  while (page.end !== undefined) {
    page = await queryPage(client, query, page.end);
    count += page.count;
  }
  return count;
}
