import { clock } from '../../lambda/runtime/clock';
import { handler as sweep } from '../../lambda/sweep';
import { plusSeconds } from '../../lambda/domain/time';
import { NOW, sid } from '../doubles/constants';
import { leftWrappingUp } from '../doubles/records';
import { formEvent, REQUEST_ID } from '../http/events';
import { quietTwilio, signatureOf, useFunctions } from './functions';
import { conversations } from './handlers';

const { twilio, store, logs } = useFunctions();
const WEBHOOK_ID = '9a2c1f5e-0000-4000-8000-000000000001';
const SWEEP = { awsRequestId: 'request-of-the-sweep' };

let now: string;
let conversationsSoFar = 0x300;
beforeEach(() => {
  now = NOW;
  jest.spyOn(clock, 'now').mockImplementation(() => new Date(now));
});

/** The customer writes to what an agent has left and still wraps up; Twilio does not carry out what that owes. */
async function customerWrites(): Promise<string> {
  const conversationSid = sid('CH', (conversationsSoFar += 1));
  await store().replace(0, { ...leftWrappingUp(), conversationSid, version: 1 });
  twilio.answer((request) => (request.method === 'POST' ? { status: 503, body: {} } : quietTwilio(request)));
  const fields: [string, string][] = Object.entries({
    EventType: 'onMessageAdded',
    AccountSid: sid('AC'),
    ConversationSid: conversationSid,
    ParticipantSid: sid('MB'),
    Author: 'customer',
    Index: '7',
  });
  const headers = {
    'x-twilio-signature': signatureOf('/webhooks/conversations', fields),
    'i-twilio-idempotency-token': WEBHOOK_ID,
  };
  const event = formEvent(fields, { routeKey: 'POST /webhooks/conversations', headers });
  expect((await conversations(event)).statusCode).toBe(200);
  return conversationSid;
}

it('is in every line from the webhook to the last call, with Twilio’s name of the webhook', async () => {
  await customerWrites();
  const messages = new Set(logs().map((line) => line['message']));
  expect([...messages]).toEqual(
    expect.arrayContaining([
      'conversation changed',
      'effect tried',
      'effect stays owed',
      'call to Twilio failed',
    ]),
  );
  for (const line of logs())
    expect(line).toMatchObject({ requestId: REQUEST_ID, twilioWebhookId: WEBHOOK_ID });
});

it('is found from what a later sweep does, by the effect', async () => {
  const conversationSid = await customerWrites();
  const { record } = await store().read(conversationSid);
  expect(Object.values(record!.pending).map(({ kind }) => kind)).toContain('close-participant');
  now = plusSeconds(NOW, 300);
  twilio.answer(quietTwilio);
  await sweep({}, SWEEP);
  const tried = logs().filter((line) => line['conversationSid'] === conversationSid && 'effectId' in line);
  const later = tried.filter(({ requestId }) => requestId === SWEEP.awsRequestId);
  const owing = logs().find((line) => line['message'] === 'conversation changed')!;
  expect(owing).toMatchObject({ requestId: REQUEST_ID, conversationSid });
  expect(owing['owes']).toContain(later[0]!['effectId']);
});

it('leaves out Twilio’s name of a webhook that is not signed, which anybody may have made up', async () => {
  const headers = { 'x-twilio-signature': 'forged', 'i-twilio-idempotency-token': WEBHOOK_ID };
  await conversations(
    formEvent([['AccountSid', sid('AC')]], { routeKey: 'POST /webhooks/conversations', headers }),
  );
  expect(logs()).toEqual([
    { level: 'warn', message: 'webhook without a right signature', requestId: REQUEST_ID },
  ]);
});
