/**
 * Names in the records table: the stack creates it by them, the handlers read and write by them.
 * All keys are strings, save `timeToLive`: a number, epoch seconds, where DynamoDB may delete the item.
 */
export const KEYS = { partitionKey: 'pk', sortKey: 'sk', timeToLive: 'ttl' } as const;

/** Sparse indexes that project keys only: an item is in one as long as it has both attributes. */
export const INDEXES = {
  /** What the sweep owes or looks at next, by moment. */
  wake: { name: 'wake', partitionKey: 'wakeShard', sortKey: 'wakeAt' },
  /** What is compared with Twilio next, by moment. */
  compare: { name: 'compare', partitionKey: 'compareShard', sortKey: 'compareAt' },
  /** The pauses of one agent, soonest deadline first. */
  pausedBy: { name: 'pausedBy', partitionKey: 'pausedBy', sortKey: 'deadline' },
} as const;

/** The key of `INDEXES`, which is also the index's name in DynamoDB. */
export type IndexName = keyof typeof INDEXES;

/** Partition keys of `wake` and `compare`: one would be the throughput of one partition. */
export const SHARDS: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7'];
