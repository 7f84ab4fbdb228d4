declare module 'dynalite/db' {
  import { type AttributeValue, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

  type Item = Record<string, AttributeValue>;
  type Callback<T> = (error: Error | null | undefined, result: T) => void;
  type Indexes = NonNullable<CreateTableCommandInput['GlobalSecondaryIndexes']>;
  interface Table extends CreateTableCommandInput {
    GlobalSecondaryIndexes: Indexes;
  }
  interface Put {
    readonly type: 'put';
    readonly key: string;
    readonly value: Item;
  }
  interface Entries {
    batch(puts: readonly Put[], written: Callback<void>): void;
  }
  interface Store {
    readonly db: { close(): Promise<void> };
    getTable(name: string, found: Callback<Table>): void;
    getItemDb(table: string): Entries;
    getIndexDb(type: 'Global', table: string, index: string): Entries;
  }
  interface IndexActions {
    readonly puts: readonly { readonly index: string; readonly key: string; readonly item: Item }[];
  }
  /** Opens what dynalite keeps in a folder. */
  function create(options: { path: string }): Store;
  function createKey(item: Item, table: Table): string;
  /** What a new item puts into the indexes. */
  function getIndexActions(indexes: Indexes, before: undefined, item: Item, table: Table): IndexActions;
}
