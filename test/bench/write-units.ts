import type { AttributeValue, CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

export type TableItem = Record<string, AttributeValue>;
type Index = NonNullable<CreateTableCommandInput['GlobalSecondaryIndexes']>[number];

const WRITE_UNIT_BYTES = 1024;
const READ_UNIT_BYTES = 4096;

/**
 * Write request units of a put: those of the table, and of each index whose entry it adds, changes, moves or takes away.
 * Source: DynamoDB Developer Guide, "Read and write operations" and "Using Global Secondary Indexes".
 *
 * @param before the item that it replaces
 */
export function writeUnits(
  indexes: readonly Index[],
  before: TableItem | undefined,
  after: TableItem,
): number {
  const ofTable = units(Math.max(bytesOf(before ?? {}), bytesOf(after)));
  const ofIndexes = indexes.map((index) => {
    const [old, fresh] = [entryOf(index, before), entryOf(index, after)];
    if (!old && !fresh) return 0;
    if (!old || !fresh) return units(bytesOf((old ?? fresh)!));
    if (isSame(old, fresh)) return 0;
    const hasMoved = !isSame(keyOf(index, old), keyOf(index, fresh));
    return hasMoved ? units(bytesOf(old)) + units(bytesOf(fresh)) : units(bytesOf(fresh));
  });
  return ofIndexes.reduce((sum, each) => sum + each, ofTable);
}

/** Read request units of one item that is read as it is now; of one that is not there, too. */
export function readUnits(item: TableItem | undefined): number {
  return Math.max(1, Math.ceil(bytesOf(item ?? {}) / READ_UNIT_BYTES));
}

function units(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / WRITE_UNIT_BYTES));
}

/** As it stands in the index: keys of the table and of the index, and what the index tells beside them. */
function entryOf(index: Index, item: TableItem | undefined): TableItem | undefined {
  const keys = (index.KeySchema ?? []).map(({ AttributeName }) => AttributeName!);
  if (!item || keys.some((key) => !(key in item))) return undefined;
  const projected = ['pk', 'sk', ...keys, ...(index.Projection?.NonKeyAttributes ?? [])];
  return pick(item, projected);
}

function keyOf(index: Index, item: TableItem): TableItem {
  return pick(
    item,
    (index.KeySchema ?? []).map(({ AttributeName }) => AttributeName!),
  );
}

function pick(item: TableItem, names: readonly string[]): TableItem {
  return Object.fromEntries(names.flatMap((name) => (item[name] ? [[name, item[name]]] : [])));
}

function isSame(one: TableItem, other: TableItem): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Source: DynamoDB Developer Guide, "Item sizes and formats". */
export function bytesOf(item: TableItem): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );
}

/** A list or a map takes three bytes, and one for each value in it. */
const COLLECTION_BYTES = 3;

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.replace(/[-.]/g, '').length / 2) + 1;
  if (value.L) return value.L.reduce((sum, each) => sum + 1 + valueBytes(each), COLLECTION_BYTES);
  if (value.M) return COLLECTION_BYTES + Object.keys(value.M).length + bytesOf(value.M);
  return 1; // true, false, null
}
