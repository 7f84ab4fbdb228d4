import { createHash } from 'node:crypto';
import { apiEvent } from '../http/events';
import { record } from '../http/records';
import { sid } from '../doubles/constants';
import { sign } from '../http/sign';
import { acceptedEvent, PRIVATE, PUBLIC_URL, quietTwilio, refusalOf, useFunctions } from './functions';
import { conversations, taskRouter } from './handlers';

const { twilio, store, logs } = useFunctions();

beforeEach(() => twilio.answer(quietTwilio));

const recordOf = async (conversationSid: string) => (await store().read(conversationSid)).record;
const hashOf = (body: string) => createHash('sha256').update(body).digest('hex');

interface Change {
  /** In place of the right one. */
  readonly signature?: string;
  /** What the body is after Twilio has signed it. */
  readonly body?: string;
}

/** What Event Streams sends: a list of CloudEvents, signed over the URL that has the body's hash in it. */
function send(path: 'taskrouter' | 'conversations', events: unknown, change: Change = {}) {
  const body = JSON.stringify(events);
  const query = `bodySHA256=${hashOf(body)}`;
  const right = sign(PRIVATE.authToken, `${PUBLIC_URL}/webhooks/${path}?${query}`, []);
  const event = apiEvent({
    routeKey: `POST /webhooks/${path}`,
    query,
    headers: { 'content-type': 'application/json', 'x-twilio-signature': change.signature ?? right },
    body: change.body ?? body,
  });
  return path === 'taskrouter' ? taskRouter(event) : conversations(event);
}

const snakeCase = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();

/** An event of TaskRouter as its documentation shows it in a stream. */
function streamed(
  { EventType = '', ...fields }: Record<string, string>,
  type = `com.twilio.taskrouter.${EventType}`,
) {
  const payload = Object.fromEntries(Object.entries(fields).map(([name, value]) => [snakeCase(name), value]));
  return {
    specversion: '1.0',
    type,
    id: sid('EZ'),
    data: { product_name: 'TaskRouter', payload: { ...payload, eventtype: EventType, task_age: 12 } },
  };
}

const written = (conversationSid: string, more: object = {}) => ({
  specversion: '1.0',
  type: 'com.twilio.conversations.message.added',
  id: sid('EZ'),
  data: {
    AccountSid: sid('AC'),
    ConversationSid: conversationSid,
    MessageSid: sid('IM'),
    Index: 7,
    MessageBody: PRIVATE.text,
    Author: '+15550001',
    ParticipantSid: sid('MB'),
    ...more,
  },
});

it('takes each event of TaskRouter that a stream brings', async () => {
  const both = [sid('CH', 21), sid('CH', 22)];
  const reply = await send(
    'taskrouter',
    both.map((each) => streamed(acceptedEvent(each))),
  );
  expect(reply.statusCode).toBe(204);
  for (const each of both) expect(await recordOf(each)).toMatchObject({ task: { workerSid: sid('WK') } });
});

it('takes a single event that is no list', async () => {
  expect((await send('taskrouter', streamed(acceptedEvent(sid('CH', 23))))).statusCode).toBe(204);
  expect(await recordOf(sid('CH', 23))).toBeDefined();
});

it('takes the end of a conversation, and what the customer writes', async () => {
  const conversationSid = sid('CH', 24);
  await store().replace(0, record({ conversationSid }));
  const closed = {
    ...written(conversationSid),
    type: 'com.twilio.conversations.conversation-state.updated',
    data: { AccountSid: sid('AC'), ConversationSid: conversationSid, StateFrom: 'active', StateTo: 'closed' },
  };
  expect(await send('conversations', [written(conversationSid), closed])).toMatchObject({
    statusCode: 200,
    body: '{}',
  });
  expect((await recordOf(conversationSid))?.channelState).toBe('closed');
});

it.each<[string, Change]>([
  ['without a right signature', { signature: 'a-signature' }],
  [
    'signed as a form would be',
    { signature: sign(PRIVATE.authToken, `${PUBLIC_URL}/webhooks/taskrouter`, []) },
  ],
  ['that was altered on its way', { body: JSON.stringify([streamed(acceptedEvent(sid('CH', 26)))]) }],
])('refuses what comes %s', async (_, change) => {
  const reply = await send('taskrouter', [streamed(acceptedEvent(sid('CH', 25)))], change);
  expect(refusalOf(reply)).toEqual([403, 'bad-signature']);
  expect(await recordOf(sid('CH', 25))).toBeUndefined();
  expect(await recordOf(sid('CH', 26))).toBeUndefined();
  expect(logs()).toMatchObject([{ message: 'webhook without a right signature' }]);
});

it('passes over events of other accounts and workspaces, of other kinds, and odd ones, and takes the rest', async () => {
  const good = acceptedEvent(sid('CH', 29));
  const events = [
    null,
    7,
    {},
    { type: 'com.twilio.taskrouter.reservation.accepted' },
    { type: 'com.twilio.taskrouter.reservation.accepted', data: { payload: 'text' } },
    streamed({ ...acceptedEvent(sid('CH', 27)), AccountSid: sid('AC', 2) }),
    streamed({ ...acceptedEvent(sid('CH', 27)), WorkspaceSid: sid('WS', 2) }),
    streamed(acceptedEvent(sid('CH', 27)), 'com.twilio.taskrouter.worker.created'),
    streamed(good),
  ];
  expect((await send('taskrouter', events)).statusCode).toBe(204);
  expect(await recordOf(sid('CH', 27))).toBeUndefined();
  expect(await recordOf(sid('CH', 29))).toBeDefined();
});

it('takes what is no JSON, though Twilio would have signed it, and changes nothing', async () => {
  const body = 'no JSON';
  const query = `bodySHA256=${hashOf(body)}`;
  const signature = sign(PRIVATE.authToken, `${PUBLIC_URL}/webhooks/taskrouter?${query}`, []);
  const headers = { 'content-type': 'application/json', 'x-twilio-signature': signature };
  const event = apiEvent({ routeKey: 'POST /webhooks/taskrouter', query, headers, body });
  expect((await taskRouter(event)).statusCode).toBe(204);
});
