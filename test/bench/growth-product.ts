import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Conversation } from '../../lambda/domain/record';
import { type Instant, instant } from '../../lambda/domain/time';
import type * as functionsStore from '../../lambda/runtime/store';
import { type Product, startProduct } from '../../local/product';
import { type Template } from '../../local/template';
import { deployedOnce } from '../doubles/deployed-once';
import { Api } from '../load/api';
import { ChangingDynamoDb } from './growth-dynamodb';
import { FunctionTime } from './growth-function-time';
import { MemoryHeld } from './growth-memory';
import { pausedOnce } from './growth-pattern';
import { ReadCounter, type Reads } from './growth-reads';
import { TableOfPauses } from './growth-table';

const MOST_TRIES = 5;

/** What one call of a function took. */
export interface Taken {
  /** Of the function, from its call to its answer: nearly all of it is what stands in for DynamoDB and EventBridge. */
  readonly milliseconds: number;
  readonly reads: Reads;
}

/**
 * The product, whose functions find one table or another when they ask DynamoDB. The table of the product's own stays empty:
 * so nothing grows that is only here, such as its clock's look for what is due next.
 */
export class ProductOnTables {
  private readonly api: Api;
  private readonly tables: TableOfPauses[] = [];

  private constructor(
    private readonly product: Product,
    private readonly dynamoDb: ChangingDynamoDb,
    private readonly folder: string,
    private readonly template: Template,
    private readonly time: FunctionTime,
    private readonly reads: ReadCounter,
    private readonly memory: MemoryHeld,
    private readonly pattern: Conversation,
  ) {
    this.api = new Api(product.url);
  }

  static async start(): Promise<ProductOnTables> {
    const code = await deployedOnce();
    const time = new FunctionTime();
    const product = await startProduct({ port: 0, observe: time.observe, code: async () => code });
    const dynamoDb = await ChangingDynamoDb.start(code.template);
    const store = (await import(join(code.folder, 'runtime/store.ts'))) as typeof functionsStore;
    const pattern = await pausedOnce(product.url, dynamoDb.first.client);
    await product.clock.close(); // the schedule's own sweeps would come between
    return new ProductOnTables(
      product,
      dynamoDb,
      await mkdtemp(join(tmpdir(), 'flex-leave-pause-growth-')),
      code.template,
      time,
      new ReadCounter(store.dynamoDb()),
      new MemoryHeld(store.dynamoDb()),
      pattern,
    );
  }

  /** @param size open pauses */
  async add(size: number): Promise<TableOfPauses> {
    const table = await TableOfPauses.made(size, this.template, this.folder, this.pattern, this.now());
    this.tables.push(table);
    return table;
  }

  /** Makes so many of a table's pauses due, and sweeps once. */
  sweep(table: TableOfPauses, due: number): Promise<Taken> {
    return this.swept(table, due, () => this.taken(() => this.product.sweep()));
  }

  /** @returns bytes that such a sweep holds at most */
  memoryOfSweep(table: TableOfPauses, due: number): Promise<number> {
    return this.swept(table, due, () => this.memory.during(() => this.product.sweep()));
  }

  /** @param query of GET /paused */
  list(table: TableOfPauses, query: string): Promise<Taken> {
    this.dynamoDb.change(table.database);
    return this.taken(() => this.api.get(`/paused?${query}`));
  }

  async close(): Promise<void> {
    await this.product.close();
    await this.dynamoDb.close();
    for (const { database } of this.tables) await database.close();
    await rm(this.folder, { recursive: true });
  }

  /** On a busy machine a request may run out of time, and its record waits for the next sweep: then it is done again. */
  private async swept<T>(table: TableOfPauses, due: number, sweep: () => Promise<T>): Promise<T> {
    this.dynamoDb.change(table.database);
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      await table.makeDue(due, this.now());
      const result = await sweep();
      if (await table.isSwept(this.now())) return result;
      await this.product.sweep();
    }
    throw new Error(`Something stays due in each of ${MOST_TRIES} sweeps`);
  }

  private async taken(call: () => Promise<unknown>): Promise<Taken> {
    this.reads.take();
    await call();
    return { milliseconds: this.time.milliseconds, reads: this.reads.take() };
  }

  private now(): Instant {
    return instant(this.product.clock.now());
  }
}
