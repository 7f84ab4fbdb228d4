import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { ListPlace, ListPosition, ParkedSelection } from '../actions/ports';
import { listSortKey, momentIn, recordKey, shardOf } from './items';
import { type Merged, merge, type Source } from './merge';
import { type PageEnd, queryPage } from './query';
import { INDEXES, KEYS, SHARDS } from './table-names';

/** A place, and what the index tells of it. */
export interface IndexedPlace extends ListPlace {
  /** Only the index of all tells whose it is. */
  readonly workerSid: string | undefined;
  /** Of what was written since there is that index. */
  readonly workerName: string | undefined;
}

/** Paused or left conversations in the order of their moments, and where their parts are left. */
export async function parkedPlaces(
  client: DynamoDBClient,
  table: string,
  which: ParkedSelection,
  from: ListPosition,
  limit: number,
): Promise<Merged<IndexedPlace>> {
  const { index, partitions } = partsOf(which);
  const pageSize = partitions.length === 1 ? limit + 1 : shareOf(limit, partitions.length);
  const sources = partitions.map((partition) => {
    const last = from.findLast(
      (place) => partitions.length === 1 || shardOf(place.conversationSid) === partition,
    );
    return sourceOf(client, table, { index, partition, which, pageSize }, last);
  });
  return merge(sources, limit);
}

/** SIDs spread evenly, and so do moments: a little more than the share is nearly always enough. */
function shareOf(limit: number, parts: number): number {
  return Math.ceil((limit / parts) * 1.25) + 3;
}

function partsOf({ of }: ParkedSelection) {
  if (of === 'all') return { index: INDEXES.parked, partitions: SHARDS };
  return 'workerSid' in of
    ? { index: INDEXES.pausedBy, partitions: [of.workerSid] }
    : { index: INDEXES.parkedInQueue, partitions: [of.queueSid] };
}

interface Part {
  readonly index: ReturnType<typeof partsOf>['index'];
  readonly partition: string;
  readonly which: ParkedSelection;
  readonly pageSize: number;
}

/** Before and after all moments. */
const FIRST = '0';
const LAST = ':';

function sourceOf(
  client: DynamoDBClient,
  table: string,
  { index, partition, which, pageSize }: Part,
  last: ListPlace | undefined,
): Source<IndexedPlace> {
  const { parking, after, upTo } = which;
  const { partitionKey, sortKey } = index;
  const isBehind = last !== undefined && upTo !== null && last.at > upTo;
  // The span moves on with the clock: a page may have ended before its present beginning.
  const isAhead = last !== undefined && (after === null || last.at > after);
  let end: PageEnd | undefined = isAhead
    ? marshall({
        ...recordKey(last.conversationSid),
        [partitionKey]: partition,
        [sortKey]: listSortKey(parking, last.at),
      })
    : undefined;
  const query = {
    TableName: table,
    IndexName: index.name,
    KeyConditionExpression: '#part = :part AND #at BETWEEN :from AND :to',
    ExpressionAttributeNames: { '#part': partitionKey, '#at': sortKey },
    ExpressionAttributeValues: marshall({
      ':part': partition,
      // Anything longer sorts behind it: so the moment itself is not in the span.
      ':from': listSortKey(parking, after === null ? FIRST : `${after} `),
      ':to': listSortKey(parking, upTo ?? LAST),
    }),
    Limit: pageSize,
  };
  return {
    isOver: isBehind,
    async next() {
      const page = await queryPage(client, query, end);
      end = page.end;
      return { items: page.items.map((item) => placeIn(item, index)), isLast: end === undefined };
    },
  };
}

function placeIn(item: Record<string, unknown>, { sortKey }: Part['index']): IndexedPlace {
  return {
    conversationSid: item[KEYS.partitionKey] as string,
    at: momentIn(item[sortKey] as string),
    workerSid: item['pausedBy'] as string | undefined,
    workerName: item['parkedByName'] as string | undefined,
  };
}

/** Where each part ends after these places: where it ended before, unless one of them is of it. */
export function positionAfter(
  from: ListPosition,
  places: readonly IndexedPlace[],
  { of }: ParkedSelection,
): ListPosition {
  const partOf = ({ conversationSid }: ListPlace) => (of === 'all' ? shardOf(conversationSid) : '');
  const last = new Map([...from, ...places].map((place) => [partOf(place), place]));
  return [...last.values()].map(({ conversationSid, at }) => ({ conversationSid, at }));
}
