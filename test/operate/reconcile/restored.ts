import {
  type AttributeValue,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { fromLocal } from '../../../operate/deployment/from-local';
import { reconcile } from '../../../operate/reconcile/reconcile';
import { type ReconcileSources, reconcileSources } from '../../../operate/reconcile/sources';

type Items = Record<string, AttributeValue>[];

/** The product's table, put back to what it was: as one that was restored from a backup of then. */
export class RestoredTable {
  private constructor(private readonly items: Items) {}

  /** The backup. */
  static async asOfNow(): Promise<RestoredTable> {
    return new RestoredTable(await all());
  }

  async putBack(): Promise<void> {
    const client = new DynamoDBClient({});
    const TableName = process.env['TABLE_NAME'];
    for (const { pk, sk } of await all())
      await client.send(new DeleteItemCommand({ TableName, Key: { pk: pk!, sk: sk! } }));
    for (const Item of this.items) await client.send(new PutItemCommand({ TableName, Item }));
    client.destroy();
    process.env['RESTORED_TABLE'] = TableName;
  }
}

async function all(): Promise<Items> {
  const client = new DynamoDBClient({});
  const TableName = process.env['TABLE_NAME'];
  const { Items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
  client.destroy();
  return Items;
}

/** The command, with what it says. @param withOther what it reads and writes otherwise than on AWS */
export async function reconciled(
  port: number,
  options: { yes?: boolean } = { yes: true },
  withOther: (sources: ReconcileSources) => ReconcileSources = (sources) => sources,
): Promise<{ code: number; said: string }> {
  const { deployment, now } = await fromLocal(port);
  const lines: string[] = [];
  const sources = withOther(await reconcileSources(deployment, () => now));
  const code = await reconcile(options, sources, (line) => void lines.push(line));
  return { code, said: lines.join('\n') };
}
