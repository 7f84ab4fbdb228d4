import { tablesOf } from '../../local/dynamodb';
import { type Template } from '../../local/template';
import { type Recorded } from '../e2e/recording-proxy';
import { readUnits, type TableItem, writeUnits } from './write-units';

/** Of a query that finds next to nothing in an index, which is read as it was a moment ago. */
const UNITS_OF_A_QUERY = 0.5;

interface Asked {
  readonly Item?: TableItem;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly TableItem[] }>>;
}

/** The request units that DynamoDB would take for what it is asked, where no write is refused. */
export class Capacity {
  private readonly items = new Map<string, TableItem>();
  private readonly indexes;
  private taken = { reads: 0, writes: 0 };

  constructor(template: Template) {
    this.indexes = tablesOf(template).flatMap((table) => table.GlobalSecondaryIndexes ?? []);
  }

  /** What was taken since it was asked before. */
  take(): { readonly reads: number; readonly writes: number } {
    const taken = this.taken;
    this.taken = { reads: 0, writes: 0 };
    return taken;
  }

  readonly see = ({ headers, body }: Pick<Recorded, 'headers' | 'body'>): void => {
    const operation = String(headers['x-amz-target']).replace(/^.*\./, '');
    const { Item, RequestItems = {} } = JSON.parse(body) as Asked;
    if (operation === 'Query') this.taken.reads += UNITS_OF_A_QUERY;
    if (Item) this.put(Item);
    for (const { Keys } of Object.values(RequestItems))
      for (const key of Keys) this.taken.reads += readUnits(this.items.get(nameOf(key)));
  };

  private put(item: TableItem): void {
    this.taken.writes += writeUnits(this.indexes, this.items.get(nameOf(item)), item);
    this.items.set(nameOf(item), item);
  }
}

function nameOf({ pk, sk }: TableItem): string {
  return `${pk?.S} ${sk?.S}`;
}
