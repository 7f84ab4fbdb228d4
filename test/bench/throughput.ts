import type { Deployment } from '../../local/deployment';
import { percentile } from '../load/latencies';
import { ServingProcess } from '../load/serving-process';
import type { Row } from './row';
import { type Level, levelOf, type Measured, pausedRecord } from './throughput-level';
import { PatientApi } from './throughput-patience';
import { tableAt } from './throughput-table';

export interface ThroughputOptions {
  /** Callers at once, one level after the other; at most 144 in all, as so many tasks the agents take. */
  readonly callers: readonly number[];
  /** How long each level lasts; the store alone is asked for half as long beside it. */
  readonly seconds: number;
}

/** Pause and Resume over HTTP, beside the bare writes of the embedded store. */
export function throughput(
  options: ThroughputOptions = { callers: [1, 8, 64], seconds: 15 },
): Promise<Row[]> {
  return withMeasured((measured) => rowsOf(measured, options));
}

/** Product and store, each in a process of its own. */
export async function withMeasured<T>(work: (measured: Measured) => Promise<T>): Promise<T> {
  const scripts = ['test/bench/throughput-product.ts', 'test/bench/throughput-store.ts'];
  const processes = await Promise.all(scripts.map((script) => ServingProcess.start(script)));
  try {
    const [api, alone] = [new PatientApi(processes[0]!.url), processes[1]!.url];
    const { environment, outputs } = await api.get<Deployment>('/local/deployment');
    const tableOf = (url: string) => tableAt(url, outputs['TableName']!);
    return await work({
      api,
      table: tableOf(environment['AWS_ENDPOINT_URL_DYNAMODB']!),
      alone: tableOf(alone),
    });
  } finally {
    await Promise.all(processes.map((each) => each.end()));
  }
}

export async function rowsOf(measured: Measured, { callers, seconds }: ThroughputOptions): Promise<Row[]> {
  await measured.api.set({ enabled: true }, {});
  const record = await pausedRecord(measured);
  const rows: Row[] = [];
  for (const count of callers) rows.push(...rowsOfLevel(await levelOf(measured, record, count, seconds)));
  return rows;
}

function rowsOfLevel(level: Level): Row[] {
  const { callers, cyclesASecond, times, failures, writesASecond, writesOfACycle } = level;
  const who = callers === 1 ? '1 caller' : `${callers} callers`;
  const failed = failures === 0 ? '' : `; ${failures} failures`;
  const writes = Math.round(writesASecond).toLocaleString('en');
  return [
    {
      what: `pause-and-resume cycles, ${who}`,
      figure: `${cyclesASecond.toFixed(1)} a second; pause ${latency(times.pause)}; resume ${latency(times.resume)}${failed}`,
      aim: '–',
    },
    {
      what: `of what the store alone would allow for its writes (${writes} a second, ${writesOfACycle.toFixed(1)} a cycle), ${who}`,
      figure: ((cyclesASecond * writesOfACycle) / writesASecond).toPrecision(2),
      aim: '0.5',
    },
  ];
}

/** @param milliseconds in any order */
function latency(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(sorted, share).toFixed(0));
  return `p50 ${p50}, p99 ${p99} ms`;
}
