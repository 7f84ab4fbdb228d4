import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** A collection takes a while: one at each request would be minutes. */
const LOOKS_EACH_REQUESTS = 25;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * What is held in the heap in the course of some work: bytes in use right after a garbage collection, at every 25th request
 * to DynamoDB, beyond those before the work. So it is not what was allocated, nor how large V8 lets the heap grow.
 */
export class MemoryHeld {
  private requests = 0;
  private most = 0;
  private isLooking = false;

  constructor(client: DynamoDBClient) {
    client.middlewareStack.add(
      (next) => (args) => {
        if (this.isLooking && this.requests++ % LOOKS_EACH_REQUESTS === 0) this.look();
        return next(args);
      },
      { step: 'initialize' },
    );
  }

  /** Work is slow meanwhile. @returns bytes */
  async during(work: () => Promise<unknown>): Promise<number> {
    const before = bytesInUse();
    this.most = before;
    this.isLooking = true;
    await work();
    this.look();
    this.isLooking = false;
    return this.most - before;
  }

  private look(): void {
    this.most = Math.max(this.most, bytesInUse());
  }
}

function bytesInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
