import type { NativeAttributeValue } from '@aws-sdk/util-dynamodb';
import { type Parking, parkedAs } from '../domain/parked';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import { DAY, type Instant } from '../domain/time';
import { INDEXES, KEYS, SHARDS } from './table-names';

/** Closed records stay this long: names of executions are taken for 90 days. */
const CLOSED_RECORDS_STAY_SECONDS = 180 * DAY;

/** A record as it stands in the table: its key, the keys of the indexes it is in, and the record itself. */
export interface RecordItem extends Record<string, NativeAttributeValue> {
  readonly version: number;
  readonly record: Conversation;
}

export const SETTINGS_KEY = { [KEYS.partitionKey]: 'settings', [KEYS.sortKey]: 'settings' };

export const RECORD_SORT_KEY = 'record';

export function recordKey(conversationSid: string) {
  return { [KEYS.partitionKey]: conversationSid, [KEYS.sortKey]: RECORD_SORT_KEY };
}

export function recordItem(record: Conversation): RecordItem {
  const { conversationSid, version, wakeAt, compareAt, closedAt } = record;
  const shard = shardOf(conversationSid);
  const { wake, compare } = INDEXES;
  return {
    ...recordKey(conversationSid),
    version,
    record,
    ...(wakeAt === null ? {} : { [wake.partitionKey]: shard, [wake.sortKey]: wakeAt }),
    ...(compareAt === null ? {} : { [compare.partitionKey]: shard, [compare.sortKey]: compareAt }),
    ...listKeys('pause', record),
    ...listKeys('leave', record),
    ...(closedAt === null
      ? {}
      : { [KEYS.timeToLive]: Math.floor(Date.parse(closedAt) / 1000) + CLOSED_RECORDS_STAY_SECONDS }),
  };
}

/** What records of 0.1.0, which had no Leave, lack. */
const LATER_FACTS: Pick<Conversation, 'leave' | 'customerRepliedAt' | 'comparisonsFailed'> = {
  leave: null,
  customerRepliedAt: null,
  comparisonsFailed: 0,
};

/** The record of an item, also one that an earlier version has written. */
export function recordOf({ record }: Partial<RecordItem>): Conversation | undefined {
  return record && { ...LATER_FACTS, ...record };
}

/** The keys of the indexes that lists are read by; a conversation is paused or left, never both. */
function listKeys(parking: Parking, record: Conversation): Record<string, string> {
  const parked = parkedAs(parking, record);
  if (parked === null) return {};
  const { queueSid } = record.routing;
  const { pausedBy, parked: all, parkedInQueue } = INDEXES;
  return {
    [all.partitionKey]: shardOf(record.conversationSid),
    [pausedBy.partitionKey]: parked.workerSid,
    [all.sortKey]: listSortKey(parking, parked.until),
    ...(queueSid === null ? {} : { [parkedInQueue.partitionKey]: queueSid }),
    ...(record.workerName === null ? {} : { parkedByName: record.workerName }),
  };
}

/** Before every expiry; a digit sorts before it. */
const LEFT = 'left ';

/** Two lists in each index: all deadlines, which are bare as they always were, and behind them all expiries. */
export function listSortKey(parking: Parking, at: Instant): string {
  return parking === 'pause' ? at : `${LEFT}${at}`;
}

export function momentIn(sortKey: string): Instant {
  return sortKey.startsWith(LEFT) ? sortKey.slice(LEFT.length) : sortKey;
}

export const EVENT_CURSOR_KEY = { [KEYS.partitionKey]: 'taskrouter-events', [KEYS.sortKey]: 'cursor' };

export function settingsItem(settings: Settings) {
  return { ...SETTINGS_KEY, version: settings.version, settings };
}

/** SIDs end in hex digits that are as good as random, so the last two spread evenly. */
export function shardOf(conversationSid: string): string {
  return SHARDS[Number.parseInt(conversationSid.slice(-2), 16) % SHARDS.length]!;
}
