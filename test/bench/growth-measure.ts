import { AGENT } from './growth-pauses';
import { ProductOnTables } from './growth-product';
import { type Measured } from './growth-rows';
import { type TableOfPauses } from './growth-table';

const DUE = 100;
const SWEEPS = 15;
const SWEEPS_FOR_MEMORY = 3;
const LISTS = 51;

/**
 * Sweeps and lists with each size in turn, so that what disturbs the machine disturbs all alike.
 *
 * @param sizes open pauses
 */
export async function measureGrowth(sizes: readonly number[]): Promise<Measured> {
  const product = await ProductOnTables.start();
  try {
    const tables: TableOfPauses[] = [];
    for (const size of sizes) tables.push(await product.add(size));
    return {
      sizes,
      due: DUE,
      sweeps: await inTurn(SWEEPS, tables, (table) => product.sweep(table, DUE)),
      memory: await inTurn(SWEEPS_FOR_MEMORY, tables, (table) => product.memoryOfSweep(table, DUE)),
      listsOfAgent: await inTurn(LISTS, tables, (table) => product.list(table, `worker=${AGENT}`)),
      listsOfAll: await inTurn(LISTS, tables, (table) => product.list(table, 'worker=all')),
    };
  } finally {
    await product.close();
  }
}

/** What came of each table. A first call, which loads and connects, does not count. */
export async function inTurn<T>(
  count: number,
  tables: readonly TableOfPauses[],
  call: (table: TableOfPauses) => Promise<T>,
): Promise<T[][]> {
  const all = tables.map((): T[] => []);
  for (let round = 0; round <= count; round++)
    for (const [index, table] of tables.entries()) all[index]!.push(await call(table));
  return all.map(([, ...counted]) => counted);
}
