import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { History, Store } from '../../lambda/actions/ports';
import { dynamoStore } from '../../lambda/adapters/dynamodb';
import { dynamoHistory } from '../../lambda/adapters/history';
import { LAST_VERSION } from '../../lambda/adapters/items';
import type { Conversation } from '../../lambda/domain/record';
import { sid } from '../doubles/constants';

/** An embedded DynamoDB, asked as the Lambdas ask theirs, but patiently: on a busy machine an answer may take longer. */
export interface Table {
  readonly store: Store;
  readonly history: History;
}

/** @param url where DynamoDB answers: "http://127.0.0.1:3000" */
export function tableAt(url: string, name: string): Table {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const client = new DynamoDBClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { store: dynamoStore(client, name), history: dynamoHistory(client, name) };
}

/** What was written of these conversations so far: each version of a record, each entry of a history. */
export async function writesOf(
  { store, history }: Table,
  conversations: readonly { readonly conversationSid: string }[],
): Promise<number> {
  let writes = 0;
  for (const { conversationSid } of conversations) {
    const { record } = await store.read(conversationSid);
    const { entries } = await history.page(conversationSid, 0, LAST_VERSION);
    writes += record!.version + entries.length;
  }
  return writes;
}

/**
 * Conditional writes a second, where so many are under way at any time, each of a record of its own.
 * @param record what is written, with another SID and version each time
 */
export async function writesASecond(
  { store }: Pick<Table, 'store'>,
  record: Conversation,
  atOnce: number,
  seconds: number,
): Promise<number> {
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1000;
  let writes = 0;
  const writeOn = async (conversationSid: string) => {
    const { version: last } = (await store.read(conversationSid)).record ?? { version: 0 };
    for (let version = last; passed() < seconds; version++, writes++) {
      const isWritten = await store.replace(version, { ...record, conversationSid, version: version + 1 });
      if (!isWritten) throw new Error('Somebody else writes to this store');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, number) => writeOn(sid('CH', number))));
  return writes / passed();
}
