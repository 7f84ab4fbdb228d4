import { formEvent, REQUEST_ID } from '../http/events';
import { record } from '../http/records';
import { sid } from '../doubles/constants';
import { sign } from '../http/sign';
import {
  acceptedEvent,
  closedEvent,
  PRIVATE,
  PUBLIC_URL,
  quietTwilio,
  refusalOf,
  signatureOf,
  useFunctions,
} from './functions';
import { conversations, taskRouter } from './handlers';

const { twilio, store, logs } = useFunctions();
type Fields = Record<string, string>;

beforeEach(() => twilio.answer(quietTwilio));

/** An event that is signed, unless another signature is given. */
function send(path: 'taskrouter' | 'conversations', fields: Fields, signature?: string | null) {
  const entries = Object.entries(fields);
  const right = signatureOf(`/webhooks/${path}`, entries);
  const headers: Fields = signature === null ? {} : { 'x-twilio-signature': signature ?? right };
  const event = formEvent(entries, { routeKey: `POST /webhooks/${path}`, headers });
  return path === 'taskrouter' ? taskRouter(event) : conversations(event);
}

const recordOf = async (conversationSid: string) => (await store().read(conversationSid)).record;

describe('a TaskRouter event', () => {
  it('is taken when Twilio signed it', async () => {
    const conversationSid = sid('CH', 1);
    expect(await send('taskrouter', acceptedEvent(conversationSid))).toEqual({
      statusCode: 204,
      headers: { 'content-type': 'application/json', 'x-request-id': REQUEST_ID },
    });
    expect(await recordOf(conversationSid)).toMatchObject({ task: { workerSid: sid('WK') } });
  });

  it('of another workspace is taken, and changes nothing', async () => {
    const conversationSid = sid('CH', 2);
    const fields = { ...acceptedEvent(conversationSid), WorkspaceSid: sid('WS', 2) };
    expect((await send('taskrouter', fields)).statusCode).toBe(204);
    expect(await recordOf(conversationSid)).toBeUndefined();
  });

  it('that does not matter is taken', async () => {
    const fields = { EventType: 'worker.created', AccountSid: sid('AC'), WorkspaceSid: sid('WS') };
    expect((await send('taskrouter', fields)).statusCode).toBe(204);
  });

  it.each<[string, string | null | undefined, Fields]>([
    ['without a signature', null, {}],
    ['with a signature that is none', 'a-signature', {}],
    ['with the signature of another form', signatureOf('/webhooks/taskrouter', []), {}],
    ['of another account, though rightly signed', undefined, { AccountSid: sid('AC', 2) }],
  ])('%s is refused, and changes nothing', async (_, signature, changes) => {
    const conversationSid = sid('CH', 3);
    const fields = { ...acceptedEvent(conversationSid), ...changes };
    expect(refusalOf(await send('taskrouter', fields, signature))).toEqual([403, 'bad-signature']);
    expect(await recordOf(conversationSid)).toBeUndefined();
    expect(logs()).toEqual([
      { level: 'warn', message: 'webhook without a right signature', requestId: REQUEST_ID },
    ]);
  });

  it('signed for the other webhook is refused', async () => {
    const fields = acceptedEvent(sid('CH', 4));
    const url = `${PUBLIC_URL}/webhooks/conversations`;
    const signature = sign(PRIVATE.authToken, url, Object.entries(fields));
    expect(refusalOf(await send('taskrouter', fields, signature))).toEqual([403, 'bad-signature']);
  });
});

describe('a Conversations event', () => {
  it('that closes a conversation is taken', async () => {
    const conversationSid = sid('CH', 5);
    await store().replace(0, record({ conversationSid }));
    const reply = await send('conversations', closedEvent(conversationSid));
    expect(reply).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'x-request-id': REQUEST_ID },
      body: '{}',
    });
    expect((await recordOf(conversationSid))?.channelState).toBe('closed');
  });

  it('of a conversation without a record is taken, and makes none', async () => {
    expect((await send('conversations', closedEvent(sid('CH', 6)))).statusCode).toBe(200);
    expect(await recordOf(sid('CH', 6))).toBeUndefined();
  });

  it('with a message is taken, and its text is not logged', async () => {
    const message = {
      EventType: 'onMessageAdded',
      AccountSid: sid('AC'),
      ConversationSid: sid('CH', 5),
      Body: PRIVATE.text,
      Author: PRIVATE.text,
      Index: '7',
    };
    expect((await send('conversations', message)).statusCode).toBe(200);
    expect(refusalOf(await send('conversations', message, PRIVATE.text))).toEqual([403, 'bad-signature']);
  });
});
