import { type ConsumedCapacity, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What was read from DynamoDB. */
export interface Reads {
  readonly requests: number;
  /** Read request units. */
  readonly units: number;
}

/** Of a query or scan that finds nothing. DynamoDB takes it, dynalite tells 0. */
const LEAST_UNITS = 0.5;

/**
 * Counts what a client reads: it asks for the consumed capacity with each request, and so sees what DynamoDB has read, found
 * or not. Nothing stands between the two that would take its own time.
 */
export class ReadCounter {
  private counted: Reads = { requests: 0, units: 0 };

  constructor(client: DynamoDBClient) {
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          if (!READS.test(commandName)) return next(args);
          const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
          this.count(result.output as Answer);
          return result;
        },
      { step: 'initialize' },
    );
  }

  /** What was counted since it was asked before. */
  take(): Reads {
    const { counted } = this;
    this.counted = { requests: 0, units: 0 };
    return counted;
  }

  private count({ ConsumedCapacity }: Answer): void {
    const units = [ConsumedCapacity ?? []].flat().map(({ CapacityUnits = 0 }) => CapacityUnits);
    this.counted = {
      requests: this.counted.requests + 1,
      units:
        this.counted.units +
        Math.max(
          LEAST_UNITS,
          units.reduce((sum, each) => sum + each, 0),
        ),
    };
  }
}

const READS = /^(GetItem|BatchGetItem|Query|Scan)Command$/;

/** BatchGetItem tells of each table. */
interface Answer {
  readonly ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
}
