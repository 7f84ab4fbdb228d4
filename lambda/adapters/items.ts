import type { NativeAttributeValue } from '@aws-sdk/util-dynamodb';
import { type Parking, parkedAs } from '../domain/parked';
import type { HistoryEntry } from '../domain/history-entry';
import type { Pending } from '../domain/pending';
import type { Conversation, CurrentTask, Pause, Routing } from '../domain/record';
import type { Settings } from '../domain/settings';
import type { SettingsChange } from '../domain/settings-change';
import { DAY, type Instant } from '../domain/time';
import { INDEXES, KEYS, SHARDS } from './table-names';

/** Closed records stay this long: names of executions are taken for 90 days. */
const CLOSED_RECORDS_STAY_SECONDS = 180 * DAY;
/** Versions have as many digits in keys as this has, so that they sort. */
export const LAST_VERSION = 9_999_999_999;

/** A record as it stands in the table: its key, the keys of the indexes it is in, and the record itself. */
export interface RecordItem extends Record<string, NativeAttributeValue> {
  readonly version: number;
  readonly record: WrittenRecord;
}

/** JSON, where a task's attributes are in it: a table has no numbers as large, and nothing as deep, as they may be. */
type Json<T> = string | T;

type WrittenRecord = Omit<Conversation, 'routing' | 'pending'> & {
  readonly routing: Omit<Routing, 'attributes'> & { readonly attributes: Json<Routing['attributes']> };
  /** History entries are owed with their attributes. */
  readonly pending: Json<Pending>;
};

export const SETTINGS_KEY = { [KEYS.partitionKey]: 'settings', [KEYS.sortKey]: 'settings' };

export const RECORD_SORT_KEY = 'record';

export function recordKey(conversationSid: string) {
  return { [KEYS.partitionKey]: conversationSid, [KEYS.sortKey]: RECORD_SORT_KEY };
}

export function recordItem(record: Conversation): RecordItem {
  const { conversationSid, version, wakeAt, compareAt, closedAt, routing, pending } = record;
  const shard = shardOf(conversationSid);
  const { wake, compare } = INDEXES;
  return {
    ...recordKey(conversationSid),
    version,
    record: {
      ...record,
      routing: { ...routing, attributes: JSON.stringify(routing.attributes) },
      pending: JSON.stringify(pending),
    },
    ...(wakeAt === null ? {} : { [wake.partitionKey]: shard, [wake.sortKey]: wakeAt }),
    ...(compareAt === null ? {} : { [compare.partitionKey]: shard, [compare.sortKey]: compareAt }),
    ...listKeys('pause', record),
    ...listKeys('leave', record),
    ...timeToLive(closedAt),
  };
}

function timeToLive(closedAt: Instant | null): { [KEYS.timeToLive]?: number } {
  if (closedAt === null) return {};
  return { [KEYS.timeToLive]: Math.floor(Date.parse(closedAt) / 1000) + CLOSED_RECORDS_STAY_SECONDS };
}

/** What earlier records lack; those of 0.1.0, which had no Leave, lack all of it. */
const LATER_FACTS: Pick<
  Conversation,
  'leave' | 'customerRepliedAt' | 'comparisonsFailed' | 'finding' | 'studioHook' | 'lastWrapUp'
> = {
  leave: null,
  customerRepliedAt: null,
  comparisonsFailed: 0,
  finding: null,
  studioHook: null,
  lastWrapUp: null,
};
const LATER_FACTS_OF_PAUSE: Pick<Pause, 'toldMark' | 'handedOverBy'> = { toldMark: null, handedOverBy: [] };
const LATER_FACTS_OF_TASK: Pick<CurrentTask, 'joinsBy'> = { joinsBy: null };

/** The record of an item, also one that an earlier version has written. */
export function recordOf({ record }: Partial<RecordItem>): Conversation | undefined {
  if (record === undefined) return undefined;
  const { routing, pending } = record;
  return {
    ...LATER_FACTS,
    ...record,
    task: record.task && { ...LATER_FACTS_OF_TASK, ...record.task },
    pause: record.pause && { ...LATER_FACTS_OF_PAUSE, ...record.pause },
    routing: { ...routing, attributes: parsed(routing.attributes) },
    pending: parsed(pending),
  };
}

/** Earlier versions have written it as it is. */
function parsed<T>(written: Json<T>): T {
  return typeof written === 'string' ? (JSON.parse(written) as T) : written;
}

export function historyKey(conversationSid: string, version: number) {
  const digits = String(version).padStart(String(LAST_VERSION).length, '0');
  return { [KEYS.partitionKey]: conversationSid, [KEYS.sortKey]: `history#${digits}` };
}

/** Changes of the settings have a history like a conversation's, which stays. */
export function changeItem(change: SettingsChange) {
  return { ...historyKey(SETTINGS_KEY[KEYS.partitionKey], change.settings.version), change };
}

export function historyItem(conversationSid: string, entry: HistoryEntry, closedAt: Instant | null) {
  const key = historyKey(conversationSid, entry.version);
  return { ...key, entry: JSON.stringify(entry), ...timeToLive(closedAt) };
}

export function entryOf({ entry }: { readonly entry: string }): HistoryEntry {
  return JSON.parse(entry) as HistoryEntry;
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

/** Of the mark that a restored table of this name was reconciled. */
export function reconciledKey(table: string) {
  return { [KEYS.partitionKey]: 'reconciled', [KEYS.sortKey]: table };
}

export function settingsItem(settings: Settings, owed: readonly SettingsChange[]) {
  return { ...SETTINGS_KEY, version: settings.version, settings, owed };
}

/** SIDs end in hex digits that are as good as random, so the last two spread evenly. */
export function shardOf(conversationSid: string): string {
  return SHARDS[Number.parseInt(conversationSid.slice(-2), 16) % SHARDS.length]!;
}
