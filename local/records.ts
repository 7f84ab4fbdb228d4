import { join } from 'node:path';
import { INDEXES } from '../lambda/adapters/table-names';
import { soonestDue } from './due-records';
import { createTables, type LocalDynamoDb, startDynamoDb, tablesOf } from './dynamodb';
import { repairIndexes } from './index-repair';
import { owingRecords, type OwingRecord } from './owed';
import { type State } from './ports';
import { putItemsBack, takeOutOldTable } from './table-upgrade';
import { type Template } from './template';

/** The embedded DynamoDB with the tables of the template. */
export interface Records extends Pick<LocalDynamoDb, 'listener' | 'close'> {
  /** When the next record is due, of all tables that have the sweep's indexes. */
  nextDue(): Promise<Date | undefined>;
  /** Records that owe outside calls, the next to be looked at first. */
  owed(): Promise<OwingRecord[]>;
}

/**
 * @param state remembers whether the run before was closed: after one that was killed the indexes are repaired
 */
export async function openRecords(template: Template, state: State, dataDir?: string): Promise<Records> {
  const database = await startDynamoDb(dataDir === undefined ? undefined : join(dataDir, 'records'));
  const tables = tablesOf(template);
  for (const table of tables) await takeOutOldTable(database.client, table, state);
  await createTables(database.client, template);
  for (const table of tables) await putItemsBack(database.client, table, state);
  const runs = state.collection<{ open: true }>('runs');
  if (runs.get('current')) for (const table of tables) await repairIndexes(database.client, table);
  runs.set('current', { open: true });
  await state.flush();
  return {
    listener: database.listener,
    nextDue: async () => {
      const due = tables.map((table) => {
        const names = table.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? [];
        const swept = [INDEXES.wake, INDEXES.compare].filter(({ name }) => names.includes(name));
        return soonestDue(database.client, table.TableName!, swept);
      });
      const moments = (await Promise.all(due)).filter((each) => each !== undefined);
      return moments.sort((a, b) => a.getTime() - b.getTime())[0];
    },
    owed: async () => {
      const swept = tables.filter(({ GlobalSecondaryIndexes = [] }) =>
        GlobalSecondaryIndexes.some(({ IndexName }) => IndexName === INDEXES.wake.name),
      );
      const found = swept.map((table) => owingRecords(database.client, table.TableName!));
      return (await Promise.all(found)).flat();
    },
    close: async () => {
      await database.close();
      runs.delete('current');
      await state.flush();
    },
  };
}
