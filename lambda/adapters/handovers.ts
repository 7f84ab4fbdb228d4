import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Handovers } from '../actions/ports';
import type { Handover } from '../domain/handover';
import { DAY } from '../domain/time';
import { dueIn, type Item, putIfUnchanged, readAll } from './dynamodb';
import { HANDOVERS_SHARD, INDEXES, KEYS } from './table-names';

/** One that is over stays this long: TaskRouter tells of a deleted agent again for 30 days. */
const OVER_STAY_SECONDS = 60 * DAY;
const KEY_PREFIX = 'handover#';
const SORT_KEY = 'handover';

/** Handovers in the table of records, each an item of its own, and in the sweep's reach by the index `wake`. */
export function dynamoHandovers(client: DynamoDBClient, table: string): Handovers {
  return {
    async read(handoverId) {
      const [item] = await readAll(client, table, [keyOf(handoverId)]);
      return item?.['handover'] as Handover | undefined;
    },
    replace: (readVersion, next) => putIfUnchanged(client, table, itemOf(next), readVersion),
    async due(now, limit) {
      const keys = await dueIn(client, table, 'wake', [HANDOVERS_SHARD], now, limit);
      return keys.map((key) => key.slice(KEY_PREFIX.length));
    },
  };
}

function keyOf(handoverId: string) {
  return { [KEYS.partitionKey]: `${KEY_PREFIX}${handoverId}`, [KEYS.sortKey]: SORT_KEY };
}

function itemOf(handover: Handover): Item {
  const { handoverId, version, wakeAt, askedAt } = handover;
  const { partitionKey, sortKey } = INDEXES.wake;
  return {
    ...keyOf(handoverId),
    version,
    handover,
    ...(wakeAt === null
      ? { [KEYS.timeToLive]: Math.floor(Date.parse(askedAt) / 1000) + OVER_STAY_SECONDS }
      : { [partitionKey]: HANDOVERS_SHARD, [sortKey]: wakeAt }),
  };
}
