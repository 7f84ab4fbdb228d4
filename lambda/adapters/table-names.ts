/**
 * Names in the records table: the stack creates it by them, the handlers read and write by them.
 * All keys are strings, save `timeToLive`: a number, epoch seconds, where DynamoDB may delete the item.
 */
export const KEYS = { partitionKey: 'pk', sortKey: 'sk', timeToLive: 'ttl' } as const;

interface Index {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  /** What it tells beside keys. */
  readonly attributes?: readonly string[];
}

/** Sparse indexes: an item is in one as long as it has both attributes. How those for lists are chosen: ADR 0009. */
export const INDEXES = {
  /** What the sweep owes or looks at next, by moment. */
  wake: { name: 'wake', partitionKey: 'wakeShard', sortKey: 'wakeAt' },
  /** What is compared with Twilio next, by moment. */
  compare: { name: 'compare', partitionKey: 'compareShard', sortKey: 'compareAt' },
  /** What one agent has paused, soonest deadline first; then what that agent has left, soonest expiry first. */
  pausedBy: { name: 'pausedBy', partitionKey: 'pausedBy', sortKey: 'deadline' },
  /** The same of all agents. */
  parked: {
    name: 'parked',
    partitionKey: 'wakeShard',
    sortKey: 'deadline',
    attributes: ['pausedBy', 'parkedByName'],
  },
  /** The same of one queue. */
  parkedInQueue: { name: 'parkedInQueue', partitionKey: 'parkedInQueue', sortKey: 'deadline' },
} as const satisfies Record<string, Index>;

/** The key of `INDEXES`, which is also the index's name in DynamoDB. */
export type IndexName = keyof typeof INDEXES;

/** Partition key of `wake` for handovers: what the sweep goes on with beside records, whose shards these are not. */
export const HANDOVERS_SHARD = 'handovers';

/** Partition keys of `wake`, `compare` and `parked`: one would be the throughput of one partition. */
export const SHARDS: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7'];
