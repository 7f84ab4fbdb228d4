import {
  type CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  GetLogEventsCommand,
  type OutputLogEvent,
} from '@aws-sdk/client-cloudwatch-logs';
import { WRONG_SIGNATURE } from '../../lambda/runtime/webhooks';

/** When a webhook ran last, ISO 8601; null: not as far as its log goes. */
export interface Runs {
  readonly lastTaken: string | null;
  readonly lastRefused: string | null;
}

/** The newest streams by their own account, which may be an hour behind. */
const STREAMS = 5;
/** Of each stream, its last lines: some dozens of runs. */
const LINES = 200;

/** What the log of a webhook's function tells. Each run begins with a line of Lambda's own. */
export async function lastRuns(logs: CloudWatchLogsClient, logGroupName: string): Promise<Runs> {
  const newest = { logGroupName, orderBy: 'LastEventTime', descending: true, limit: STREAMS } as const;
  const { logStreams = [] } = await logs.send(new DescribeLogStreamsCommand(newest));
  const read = logStreams.map(async ({ logStreamName }) => {
    const { events = [] } = await logs.send(
      new GetLogEventsCommand({ logGroupName, logStreamName, limit: LINES, startFromHead: false }),
    );
    return runsIn(events);
  });
  const runs = (await Promise.all(read)).flat();
  return { lastTaken: last(runs, false), lastRefused: last(runs, true) };
}

interface Run {
  readonly at: number;
  isRefused: boolean;
}

function runsIn(events: readonly OutputLogEvent[]): Run[] {
  const runs: Run[] = [];
  for (const { timestamp = 0, message = '' } of events) {
    if (message.startsWith('START RequestId')) runs.push({ at: timestamp, isRefused: false });
    const run = runs.at(-1);
    if (run && message.includes(WRONG_SIGNATURE)) run.isRefused = true;
  }
  return runs;
}

function last(runs: readonly Run[], isRefused: boolean): string | null {
  const moments = runs.filter((run) => run.isRefused === isRefused).map(({ at }) => at);
  return moments.length === 0 ? null : new Date(Math.max(...moments)).toISOString();
}
