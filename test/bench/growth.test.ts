import { type DynamoDBClient, paginateScan, type ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { INDEXES } from '../../lambda/adapters/table-names';
import { median } from '../load/latencies';
import { inTurn } from './growth-measure';
import { AGENT } from './growth-pauses';
import { MemoryHeld } from './growth-memory';
import { ProductOnTables } from './growth-product';
import { ReadCounter, type Reads } from './growth-reads';
import { type TableOfPauses } from './growth-table';
import { type TableItem } from './write-units';

const DUE = 20;
/** What tests before have left behind may be freed in the course of one of them. */
const ROUNDS_FOR_MEMORY = 3;

let product: ProductOnTables;
let few: TableOfPauses;
let many: TableOfPauses;
beforeAll(async () => {
  product = await ProductOnTables.start();
  few = await product.add(200);
  many = await product.add(2_000);
  for (const table of [few, many]) await product.sweep(table, 1); // the first also writes from when on it reads events
});
afterAll(() => product.close());

describe('with ten times the open pauses', () => {
  it('a sweep of as many reads as much', async () => {
    const { reads } = await product.sweep(few, DUE);
    expect((await product.sweep(many, DUE)).reads).toEqual(reads);
    expect(reads.units).toBeGreaterThan(2 * DUE); // record and settings of each
  });

  it('the list of an agent with as many reads as much', async () => {
    const { reads } = await product.list(few, `worker=${AGENT}`);
    expect((await product.list(many, `worker=${AGENT}`)).reads).toEqual(reads);
    expect(reads.requests).toBe(2); // the index, and the records
  });
});

describe('what reads more shows it', () => {
  it('where more are due', async () => {
    const { reads } = await product.sweep(many, DUE);
    const ofMore = (await product.sweep(many, DUE + 1)).reads;
    expect(ofMore.requests).toBeGreaterThan(reads.requests);
    expect(ofMore.units).toBeGreaterThan(reads.units);
  });

  it('where the whole table is read', async () => {
    const ofFew = await readsOfAScan(few);
    const ofMany = await readsOfAScan(many);
    expect(ofMany.units).toBeGreaterThan(5 * ofFew.units);
  });

  it('where a function holds what it reads', async () => {
    const [ofFew, ofMany] = (await inTurn(ROUNDS_FOR_MEMORY, [few, many], heldByAScan)).map(median);
    expect(ofMany).toBeGreaterThan(2 * ofFew!);
  });
});

it('each pause is once in each index, also after it was written by requests', async () => {
  for (const index of Object.values(INDEXES)) {
    const entries = await scan(many.database.client, { TableName: many.name, IndexName: index.name });
    expect(new Set(entries.map(({ pk }) => pk?.S)).size).toBe(many.size);
    expect(entries).toHaveLength(many.size);
  }
});

async function readsOfAScan(table: TableOfPauses): Promise<Reads> {
  const { client } = table.database;
  const counter = new ReadCounter(client);
  await scan(client, { TableName: table.name });
  return counter.take();
}

async function heldByAScan(table: TableOfPauses): Promise<number> {
  const { client } = table.database;
  let items: TableItem[] = [];
  const held = await new MemoryHeld(client).during(async () => {
    items = await scan(client, { TableName: table.name });
  });
  expect(items.length).toBeGreaterThanOrEqual(table.size);
  return held;
}

async function scan(client: DynamoDBClient, input: ScanCommandInput): Promise<TableItem[]> {
  const items: TableItem[] = [];
  for await (const { Items = [] } of paginateScan({ client }, input)) items.push(...Items);
  return items;
}
