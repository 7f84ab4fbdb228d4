import { percentile } from '../load/latencies';
import { AGENT, PAUSES_OF_AGENT } from './growth-pauses';
import { ProductOnTables, type Taken } from './growth-product';
import { type TableOfPauses } from './growth-table';
import { type Row } from './row';

const DUE = 100;
const SWEEPS = 9;
const SWEEPS_FOR_MEMORY = 3;
const LISTS = 15;
const AIM = '1.3 x';

/** What was measured, of each size. */
interface Measured {
  readonly sweeps: readonly Taken[];
  /** Bytes. */
  readonly memory: readonly number[];
  readonly ofAgent: readonly Taken[];
  readonly ofAll: readonly Taken[];
}

/**
 * What a sweep and the desk's lists take beside few and many open pauses, the same number due. In turn with one size and the
 * other, so that what disturbs the machine disturbs all alike.
 *
 * @param sizes open pauses, rising
 */
export async function growth(sizes: readonly number[] = [1_000, 100_000, 1_000_000]): Promise<Row[]> {
  const product = await ProductOnTables.start();
  try {
    const tables: TableOfPauses[] = [];
    for (const size of sizes) tables.push(await product.add(size));
    const sweeps = await inTurn(SWEEPS, tables, (table) => product.sweep(table, DUE));
    const memory = await inTurn(SWEEPS_FOR_MEMORY, tables, (table) => product.memoryOfSweep(table, DUE));
    const ofAgent = await inTurn(LISTS, tables, (table) => product.list(table, `worker=${AGENT}`));
    const ofAll = await inTurn(LISTS, tables, (table) => product.list(table, 'worker=all'));
    return rows(sizes, {
      sweeps: sweeps.map(medians),
      memory: memory.map(median),
      ofAgent: ofAgent.map(medians),
      ofAll: ofAll.map(medians),
    });
  } finally {
    await product.close();
  }
}

/** What came of each table; a first call, which loads and connects, does not count. */
async function inTurn<T>(
  count: number,
  tables: readonly TableOfPauses[],
  call: (table: TableOfPauses) => Promise<T>,
): Promise<T[][]> {
  const all = tables.map((): T[] => []);
  for (let round = 0; round <= count; round++)
    for (const [index, table] of tables.entries()) all[index]!.push(await call(table));
  return all.map(([, ...counted]) => counted);
}

function rows(sizes: readonly number[], { sweeps, memory, ofAgent, ofAll }: Measured): Row[] {
  const among = sizes.map((size) => size.toLocaleString('en')).join(' / ');
  return [
    row(`sweep of ${DUE} due among ${among} open pauses`, times(sweeps), 'ms'),
    ...readRows('the sweep', sweeps),
    row('the sweep: memory held at most', memory.map(megabytes), 'MB', 1),
    row(`list of an agent with ${PAUSES_OF_AGENT} of them`, times(ofAgent), 'ms', 1),
    ...readRows('the list of an agent', ofAgent),
    row('first page of the list of all', times(ofAll), 'ms', 1),
    ...readRows('the list of all', ofAll),
  ];
}

function readRows(what: string, taken: readonly Taken[]): Row[] {
  return [
    row(
      `${what}: reads`,
      taken.map(({ reads }) => reads.requests),
      'requests',
    ),
    row(
      `${what}: what they read`,
      taken.map(({ reads }) => reads.units),
      'read units',
      1,
    ),
  ];
}

/** "210 / 215 / 231 ms, 1.10 x" */
function row(what: string, figures: readonly number[], unit: string, digits = 0): Row {
  const each = figures.map((figure) => figure.toFixed(digits)).join(' / ');
  const grown = figures.at(-1)! / figures[0]!;
  return { what, figure: `${each} ${unit}, ${grown.toFixed(2)} x`, aim: AIM };
}

function times(taken: readonly Taken[]): number[] {
  return taken.map(({ milliseconds }) => milliseconds);
}

function megabytes(bytes: number): number {
  return bytes / 1_000_000;
}

function medians(taken: readonly Taken[]): Taken {
  return {
    milliseconds: median(times(taken)),
    reads: {
      requests: median(taken.map(({ reads }) => reads.requests)),
      units: median(taken.map(({ reads }) => reads.units)),
    },
  };
}

function median(figures: readonly number[]): number {
  return percentile(
    [...figures].sort((one, other) => one - other),
    0.5,
  );
}
