import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dynamoStore } from '../../lambda/adapters/dynamodb';
import { type Conversation } from '../../lambda/domain/record';
import { type Instant, instant } from '../../lambda/domain/time';
import type * as functionsStore from '../../lambda/runtime/store';
import { createTables, type LocalDynamoDb, startDynamoDb } from '../../local/dynamodb';
import { serve, type Served } from '../../local/http-server';
import { type Product, startProduct } from '../../local/product';
import { type Template } from '../../local/template';
import { deployedOnce } from '../doubles/deployed-once';
import { Api } from '../load/api';
import { begin } from '../load/caller';
import { quiet } from '../load/quiet';
import { FunctionTime } from './growth-function-time';
import { MemoryHeld } from './growth-memory';
import { ReadCounter, type Reads } from './growth-reads';
import { TableOfPauses } from './growth-table';

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
    const pattern = await pausedOnce(product, dynamoDb);
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
  async sweep(table: TableOfPauses, due: number): Promise<Taken> {
    await table.makeDue(due, this.now());
    const taken = await this.taken(table, () => this.product.sweep());
    await table.assertSwept(this.now());
    return taken;
  }

  /** @returns bytes that such a sweep holds at most */
  async memoryOfSweep(table: TableOfPauses, due: number): Promise<number> {
    await table.makeDue(due, this.now());
    this.dynamoDb.change(table.database);
    return this.memory.during(() => this.product.sweep());
  }

  /** @param query of GET /paused */
  list(table: TableOfPauses, query: string): Promise<Taken> {
    return this.taken(table, () => this.api.get(`/paused?${query}`));
  }

  async close(): Promise<void> {
    await this.product.close();
    await this.dynamoDb.close();
    for (const { database } of this.tables) await database.close();
    await rm(this.folder, { recursive: true });
  }

  private async taken(table: TableOfPauses, call: () => Promise<unknown>): Promise<Taken> {
    this.dynamoDb.change(table.database);
    this.reads.take();
    await call();
    return { milliseconds: this.time.milliseconds, reads: this.reads.take() };
  }

  private now(): Instant {
    return instant(this.product.clock.now());
  }
}

/** Where the functions ask; which DynamoDB answers is changed while they run. */
class ChangingDynamoDb {
  private constructor(
    readonly first: LocalDynamoDb,
    private answering: LocalDynamoDb,
    private readonly server: Served,
  ) {}

  static async start(template: Template): Promise<ChangingDynamoDb> {
    const first = await startDynamoDb();
    await createTables(first.client, template);
    const server = await serve((request, response) => changing.answering.listener(request, response));
    const changing = new ChangingDynamoDb(first, first, server);
    process.env['AWS_ENDPOINT_URL_DYNAMODB'] = server.url;
    return changing;
  }

  change(to: LocalDynamoDb): void {
    this.answering = to;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.first.close();
  }
}

/** A conversation as the product leaves it when it is paused. */
async function pausedOnce(product: Product, { first }: ChangingDynamoDb): Promise<Conversation> {
  const api = new Api(product.url);
  await api.set({ enabled: true }, {});
  const held = await begin(api, 'web');
  await api.post(`${held.path}/pause`, held.token);
  await api.post(`${held.path}/complete`, held.token);
  await quiet(api);
  const { record } = await dynamoStore(first.client, process.env['TABLE_NAME']!).read(held.conversationSid);
  return record!;
}
