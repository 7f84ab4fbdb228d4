import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  ProvisionedThroughputExceededException,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { dynamoStore } from '../../../lambda/adapters/dynamodb';
import { dynamoLists } from '../../../lambda/adapters/lists';
import { DEFAULT_SETTINGS, type Settings } from '../../../lambda/domain/settings';
import { record } from '../../http/records';
import { NOW, sid } from '../../doubles/constants';

/** A client that answers in turn; the last answer again and again. */
function storeWith(...answers: object[]) {
  const sent: { name: string; input: Record<string, unknown> }[] = [];
  const send = async (command: { input: Record<string, unknown>; constructor: { name: string } }) => {
    sent.push({ name: command.constructor.name, input: command.input });
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const client = { send } as unknown as DynamoDBClient;
  return { sent, store: { ...dynamoStore(client, 'records'), ...dynamoLists(client, 'records') } };
}

const recordKey = marshall({ pk: sid('CH'), sk: 'record' });
const settingsKey = marshall({ pk: 'settings', sk: 'settings' });
const recordItem = marshall({ pk: sid('CH'), sk: 'record', version: 1, record: record() });
const settingsItem = (settings: unknown) =>
  marshall({ pk: 'settings', sk: 'settings', version: 3, settings });
const found = (...items: object[]) => ({ Responses: { records: items } });
const metadata = { message: 'no', $metadata: {} };

describe('reading', () => {
  it('is one consistent read of both keys', async () => {
    const { sent, store } = storeWith(found());
    await store.read(sid('CH'));
    expect(sent).toEqual([
      {
        name: 'BatchGetItemCommand',
        input: { RequestItems: { records: { Keys: [recordKey, settingsKey], ConsistentRead: true } } },
      },
    ]);
  });

  it('asks again for keys that were left unread, and only for those', async () => {
    const left = { UnprocessedKeys: { records: { Keys: [settingsKey] } } };
    const settings = { ...DEFAULT_SETTINGS, version: 3 };
    const { sent, store } = storeWith({ ...found(recordItem), ...left }, found(settingsItem(settings)));
    expect(await store.read(sid('CH'))).toEqual({ record: record(), settings });
    expect(sent[1]!.input).toEqual({
      RequestItems: { records: { Keys: [settingsKey], ConsistentRead: true } },
    });
  });

  it('fails when keys stay unread: nothing is not the same as not read', async () => {
    const { sent, store } = storeWith({ UnprocessedKeys: { records: { Keys: [recordKey] } } });
    await expect(store.read(sid('CH'))).rejects.toThrow('DynamoDB leaves keys unread');
    expect(sent).toHaveLength(5);
  });

  it('fails when the answer tells nothing of the table', async () => {
    for (const answer of [{}, { Responses: {} }, { UnprocessedKeys: {} }])
      await expect(storeWith(answer).store.read(sid('CH'))).rejects.toThrow('tells nothing');
  });

  it('takes items in any order', async () => {
    const settings = { ...DEFAULT_SETTINGS, version: 3 };
    const { store } = storeWith(found(settingsItem(settings), recordItem));
    expect(await store.read(sid('CH'))).toEqual({ record: record(), settings });
  });
});

describe('settings of an earlier release', () => {
  const { leave, pause, ...rest } = DEFAULT_SETTINGS;

  it.each<[string, object, Partial<Settings>]>([
    ['a field', { ...rest, leave, pause, hipaa: undefined, wrapUp: false }, { wrapUp: false }],
    [
      'a field of pause',
      { ...rest, leave, pause: { ...pause, enabled: true, acceptBy: undefined } },
      { pause: { ...pause, enabled: true } },
    ],
    ['all of leave', { ...rest, pause: { ...pause, enabled: true } }, { pause: { ...pause, enabled: true } }],
    ['everything but its version', {}, {}],
  ])('that lack %s have the default there', async (_, kept, expected) => {
    const item = marshall(
      { pk: 'settings', sk: 'settings', settings: { ...kept, version: 3 } },
      { removeUndefinedValues: true },
    );
    const { store } = storeWith(found(item));
    expect(await store.readSettings()).toEqual({
      settings: { ...DEFAULT_SETTINGS, version: 3, ...expected },
      owed: [],
    });
  });
});

describe('a write', () => {
  it('of a new record is on the condition that there is none', async () => {
    const { sent, store } = storeWith({});
    await store.replace(0, record());
    expect(sent[0]).toMatchObject({
      name: 'PutItemCommand',
      input: {
        TableName: 'records',
        ConditionExpression: 'attribute_not_exists(#key)',
        ExpressionAttributeNames: { '#key': 'pk' },
      },
    });
  });

  it('of a record that was read is on the condition that it is still the same', async () => {
    const { sent, store } = storeWith({});
    await store.replace(7, record({ version: 8 }));
    expect(sent[0]!.input).toMatchObject({
      Item: { pk: { S: sid('CH') }, sk: { S: 'record' }, version: { N: '8' } },
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': { N: '7' } },
    });
  });

  it('that fails its condition was lost', async () => {
    const { store } = storeWith(new ConditionalCheckFailedException(metadata));
    expect(await store.replace(1, record())).toBe(false);
    expect(await store.replaceSettings({ ...DEFAULT_SETTINGS, version: 1 })).toBe(false);
  });

  it.each([
    new ProvisionedThroughputExceededException(metadata),
    new Error('socket hang up'),
    Object.assign(new Error('no'), { name: 'AccessDeniedException' }),
  ])('that fails otherwise is not taken for a lost one: $name', async (error) => {
    const { store } = storeWith(error);
    await expect(store.replace(1, record())).rejects.toBe(error);
    await expect(store.replaceSettings({ ...DEFAULT_SETTINGS, version: 1 })).rejects.toBe(error);
  });
});

it.each(['read', 'readMany', 'readSettings', 'due', 'countPausedBy', 'parked', 'soonestPauses'] as const)(
  '%s fails when DynamoDB throttles',
  async (method) => {
    const { store } = storeWith(new ProvisionedThroughputExceededException(metadata));
    const calls = {
      read: () => store.read(sid('CH')),
      readSettings: () => store.readSettings(),
      due: () => store.due('wake', NOW, 10),
      countPausedBy: () => store.countPausedBy(sid('WK')),
      readMany: () => store.readMany([sid('CH')]),
      parked: () => store.parked({ parking: 'pause', of: 'all', after: null, upTo: null }, [], 50),
      soonestPauses: () => store.soonestPauses(50),
    };
    await expect(calls[method]()).rejects.toThrow(ProvisionedThroughputExceededException);
  },
);

it('asks each shard for what is due, without an earliest moment', async () => {
  const { sent, store } = storeWith({ Items: [] });
  await store.due('compare', NOW, 25);
  expect(sent.map(({ input }) => input['ExpressionAttributeValues'])).toEqual(
    ['0', '1', '2', '3', '4', '5', '6', '7'].map((shard) => marshall({ ':shard': shard, ':now': NOW })),
  );
  expect(sent[0]!.input).toMatchObject({
    IndexName: 'compare',
    KeyConditionExpression: '#shard = :shard AND #at <= :now',
    ExpressionAttributeNames: { '#shard': 'compareShard', '#at': 'compareAt' },
    Limit: 25,
  });
});

it("counts an agent's pauses to the last page", async () => {
  const { sent, store } = storeWith(
    { Count: 400, LastEvaluatedKey: recordKey },
    { Count: 0, LastEvaluatedKey: settingsKey },
    { Count: 3 },
  );
  expect(await store.countPausedBy(sid('WK'))).toBe(403);
  expect(sent.map(({ input }) => input['ExclusiveStartKey'])).toEqual([undefined, recordKey, settingsKey]);
  expect(sent[0]!.input).toMatchObject({ IndexName: 'pausedBy', Select: 'COUNT' });
});

it('does not take an answer that tells nothing for an empty list', async () => {
  await expect(storeWith({}).store.due('wake', NOW, 10)).rejects.toThrow('tells nothing');
  await expect(storeWith({}).store.countPausedBy(sid('WK'))).rejects.toThrow('tells nothing');
});

it('does not read the same page for ever', async () => {
  const { store, sent } = storeWith({ Items: [], Count: 1, LastEvaluatedKey: recordKey });
  await expect(store.countPausedBy(sid('WK'))).rejects.toThrow('a page again');
  const which = { parking: 'pause', of: { workerSid: sid('WK') }, after: null, upTo: null } as const;
  await expect(store.parked(which, [], 10)).rejects.toThrow('a page again');
  expect(sent).toHaveLength(4);
});
