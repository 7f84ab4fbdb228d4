import { join } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { inParallel } from '../../lambda/actions/in-parallel';
import { dynamoStore } from '../../lambda/adapters/dynamodb';
import { recordItem } from '../../lambda/adapters/items';
import { type Conversation } from '../../lambda/domain/record';
import { type Instant } from '../../lambda/domain/time';
import { createTables, type LocalDynamoDb, startDynamoDb, tablesOf } from '../../local/dynamodb';
import { type Template } from '../../local/template';
import { fill } from './growth-fill';
import { conversationSidOf, markedPause, openPause, PAUSES_OF_AGENT } from './growth-pauses';

/** A table with so many open pauses, in a DynamoDB of its own. */
export class TableOfPauses {
  private marked = 0;

  private constructor(
    readonly size: number,
    readonly name: string,
    readonly database: LocalDynamoDb,
  ) {}

  /**
   * @param folder  of all such tables
   * @param pattern a paused conversation as the product has written it
   */
  static async made(
    size: number,
    template: Template,
    folder: string,
    pattern: Conversation,
    now: Instant,
  ): Promise<TableOfPauses> {
    const own = join(folder, String(size));
    const name = tablesOf(template)[0]!.TableName!;
    const empty = await startDynamoDb(own);
    await createTables(empty.client, template);
    await empty.close();
    await fill(own, name, openPauses(size, pattern, now));
    return new TableOfPauses(size, name, await startDynamoDb(own));
  }

  /** Makes so many of the pauses due: others than the last time, as long as there are. */
  async makeDue(count: number, now: Instant): Promise<void> {
    const others = this.size - PAUSES_OF_AGENT;
    const numbers = Array.from({ length: count }, () => PAUSES_OF_AGENT + (this.marked++ % others));
    await inParallel(numbers, async (number) => {
      const { record } = await this.store().read(conversationSidOf(number));
      const isMade = await this.store().replace(record!.version, markedPause(record!, number, now));
      if (!isMade) throw new Error(`Pause ${number} was changed by others`);
    });
  }

  async isSwept(now: Instant): Promise<boolean> {
    const due = await this.store().due('wake', now, 1);
    return due.length === 0;
  }

  private store() {
    return dynamoStore(this.database.client, this.name);
  }
}

function* openPauses(size: number, pattern: Conversation, now: Instant) {
  for (let number = 0; number < size; number++)
    yield marshall(recordItem(openPause(pattern, number, now)), { removeUndefinedValues: true });
}
