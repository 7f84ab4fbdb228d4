import { AsyncLocalStorage } from 'node:async_hooks';
import { type RequestListener } from 'node:http';
import { AwsError, awsJson } from './aws-json';
import { type Clock } from './ports';

/** Lines that are kept of a group; who looks wants the last ones. */
const KEPT = 500;
const STREAM = 'local';

interface Line {
  /** Milliseconds since 1970, on the product's clock. */
  readonly timestamp: number;
  readonly message: string;
}

/** CloudWatch Logs: what functions write while they run, group by group, each with one stream. */
export class CloudWatchLogs {
  readonly #groups = new Map<string, Line[]>();
  readonly #running = new AsyncLocalStorage<string>();
  readonly #release: () => void;

  constructor(private readonly clock: Pick<Clock, 'now'>) {
    this.#release = onStandardError((text) => {
      const group = this.#running.getStore();
      if (group !== undefined) this.#write(group, text.trimEnd());
    });
  }

  /** Speaks AWS's JSON protocol: DescribeLogStreams, GetLogEvents from the end. */
  readonly listener: RequestListener = awsJson('application/x-amz-json-1.1', {
    DescribeLogStreams: ({ logGroupName }) => {
      const last = this.#lines(logGroupName).at(-1);
      return { logStreams: last ? [{ logStreamName: STREAM, lastEventTimestamp: last.timestamp }] : [] };
    },
    GetLogEvents: ({ logGroupName, limit }) => {
      const events = this.#lines(logGroupName).slice(-(Number(limit) || 10_000));
      return { events, nextBackwardToken: 'b/local', nextForwardToken: 'f/local' };
    },
  });

  /** A run of a function, with the lines that Lambda itself writes around it. */
  async run<T>(group: string, requestId: string, call: () => Promise<T>): Promise<T> {
    this.#write(group, `START RequestId: ${requestId} Version: $LATEST`);
    try {
      return await this.#running.run(group, call);
    } finally {
      this.#write(group, `END RequestId: ${requestId}`);
    }
  }

  /** Also ends the storage: Node hands each one that is not ended on to each promise of the process. */
  close(): void {
    this.#release();
    this.#running.disable();
  }

  #write(group: string, message: string): void {
    const lines = this.#groups.get(group) ?? [];
    this.#groups.set(group, [...lines.slice(1 - KEPT), { timestamp: this.clock.now().getTime(), message }]);
  }

  #lines(group: unknown): Line[] {
    if (typeof group === 'string' && group !== '') return this.#groups.get(group) ?? [];
    throw new AwsError('InvalidParameterException', 'logGroupName is missing');
  }
}

/** Listens to what this process writes there. @returns ends that */
function onStandardError(listen: (text: string) => void): () => void {
  const { stderr } = process;
  const before = Reflect.get(stderr, 'write') as (...given: unknown[]) => boolean;
  const write = (...given: unknown[]): boolean => {
    listen(String(given[0]));
    return before.apply(stderr, given);
  };
  Object.assign(stderr, { write });
  return () => {
    // Where somebody else listens by now, this goes on until they end.
    if (Reflect.get(stderr, 'write') === write) Object.assign(stderr, { write: before });
  };
}
