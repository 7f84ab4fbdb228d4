import { promisify } from 'node:util';
import { create, createKey, type Entries, getIndexActions, type Item, type Put } from 'dynalite/db';

/** Few enough that what is made of them is forgotten soon. */
const PUTS_AT_ONCE = 100;

/**
 * Puts new items into a table whose folder nobody has open: what a request for each writes, which would take five times as
 * long. Keys and entries of indexes are dynalite's own.
 */
export async function fill(folder: string, tableName: string, items: Iterable<Item>): Promise<void> {
  const store = create({ path: folder });
  const table = await promisify(store.getTable.bind(store))(tableName);
  const itemDb = store.getItemDb(tableName);
  const indexDb = (index: string) => store.getIndexDb('Global', tableName, index);
  let writing: Promise<unknown> = Promise.resolve();
  for (const some of inGroups(items, PUTS_AT_ONCE)) {
    const puts = new Map<Entries, Put[]>();
    const add = (to: Entries, key: string, value: Item) => {
      const before = puts.get(to);
      if (before) before.push({ type: 'put', key, value });
      else puts.set(to, [{ type: 'put', key, value }]);
    };
    for (const item of some) {
      add(itemDb, createKey(item, table), item);
      const entries = getIndexActions(table.GlobalSecondaryIndexes, undefined, item, table).puts;
      for (const { index, key, item: entry } of entries) add(indexDb(index), key, entry);
    }
    await writing; // the group before, beside which this one was made
    writing = Promise.all([...puts].map(([entries, some]) => promisify(entries.batch.bind(entries))(some)));
  }
  await writing;
  await store.db.close();
}

function* inGroups<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let group: T[] = [];
  for (const each of all) {
    group.push(each);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  yield group;
}
