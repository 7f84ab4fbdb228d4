import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { reconciledKey } from '../../lambda/adapters/items';
import { reconciledMark } from '../../lambda/adapters/reconciled-mark';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { handler as handover } from '../../lambda/handover';
import { handler as reassign } from '../../lambda/reassign';
import { handler as sweep } from '../../lambda/sweep';
import { NOW, sid } from '../doubles/constants';
import { apiEvent, formEvent } from '../http/events';
import { record } from '../http/records';
import { acceptedEvent, as, quietTwilio, signatureOf, useFunctions } from './functions';
import { end, getConversation, putSettings, taskRouter } from './handlers';

const { twilio, store, states, items } = useFunctions();
const CONVERSATION = sid('CH');
const path = { conversationSid: CONVERSATION };
const REFUSED = { statusCode: 503, headers: { 'retry-after': '5' } };

beforeAll(async () => {
  process.env.RESTORED_TABLE = process.env.TABLE_NAME;
  await store().replace(0, { ...record(), conversationSid: CONVERSATION, version: 1 });
});
beforeEach(() => twilio.answer(quietTwilio));

const endIt = () =>
  end(
    apiEvent({
      routeKey: 'POST /conversations/{conversationSid}/end',
      pathParameters: path,
      headers: as('alice'),
      body: '{}',
    }),
  );
const settings = () =>
  putSettings(
    apiEvent({ routeKey: 'PUT /settings', headers: { ...as('admin'), 'if-match': '0' }, body: SETTINGS }),
  );
const handOver = () =>
  handover(
    apiEvent({
      routeKey: 'POST /handover',
      headers: as('admin'),
      body: JSON.stringify({ fromWorkerSid: sid('WK') }),
    }),
  );
const accept = () => {
  const fields = Object.entries(acceptedEvent(sid('CH', 2)));
  const headers = { 'x-twilio-signature': signatureOf('/webhooks/taskrouter', fields) };
  return taskRouter(formEvent(fields, { routeKey: 'POST /webhooks/taskrouter', headers }));
};
const timer = () =>
  reassign({ v: 1, conversationSid: sid('CH', 3), pauseId: 'p', deadline: NOW }, { awsRequestId: 'request' });

const SETTINGS = JSON.stringify({
  ...DEFAULT_SETTINGS,
  version: undefined, // it goes into If-Match
  pause: { ...DEFAULT_SETTINGS.pause, enabled: true },
});

describe('while a restored table is not reconciled', () => {
  it.each([
    ['a command', endIt],
    ['a handover', handOver],
    ['a change of the settings', settings],
    ['a webhook', accept],
  ])('%s is refused with 503, and changes nothing', async (_, ask) => {
    const before = await items();
    expect(await ask()).toMatchObject(REFUSED);
    expect(await items()).toEqual(before);
    expect(states).toEqual([]);
  });

  it('the sweep fails, and so does a timer, which calls again', async () => {
    await expect(sweep({}, { awsRequestId: 'request' })).rejects.toThrow('npm run reconcile');
    await expect(timer()).rejects.toThrow('npm run reconcile');
  });

  it('what only reads is answered', async () => {
    const routeKey = 'GET /conversations/{conversationSid}';
    const event = apiEvent({ routeKey, pathParameters: path, headers: as('alice') });
    expect((await getConversation(event)).statusCode).toBe(200);
  });

  it('the mark of another table does not count', async () => {
    await mark('another-table');
    expect(await accept()).toMatchObject(REFUSED);
  });
});

it('from the mark on, everything goes on', async () => {
  const client = new DynamoDBClient({});
  await reconciledMark(client, process.env.TABLE_NAME!).put(NOW);
  client.destroy();
  expect((await accept()).statusCode).toBe(204);
  expect((await settings()).statusCode).toBe(200);
});

/** A mark with the name of a table, in the table that is used. */
async function mark(name: string): Promise<void> {
  const client = new DynamoDBClient({});
  const Item = marshall({ ...reconciledKey(name), at: NOW });
  await client.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item }));
  client.destroy();
}
