import { deadUrl } from '../adapters/twilio/loopback';
import { apiEvent, formEvent, REQUEST_ID } from '../http/events';
import { sid } from '../doubles/constants';
import { as, PRIVATE, quietTwilio, signatureOf, useFunctions } from './functions';
import { getSettings, taskRouter } from './handlers';

const { twilio, logs } = useFunctions();

// Before any client is made: clients keep their endpoint.
beforeAll(async () => {
  process.env.AWS_ENDPOINT_URL_DYNAMODB = await deadUrl();
});
beforeEach(() => twilio.answer(quietTwilio));

const FIELDS: [string, string][] = [
  ['EventType', 'task.completed'],
  ['AccountSid', sid('AC')],
  ['WorkspaceSid', sid('WS')],
  ['TaskSid', sid('WT')],
  ['TaskAttributes', JSON.stringify({ conversationSid: sid('CH'), customerName: PRIVATE.text })],
];

describe('while the records cannot be reached', () => {
  it('a webhook is not taken: 503, to be sent again', async () => {
    const signature = signatureOf('/webhooks/taskrouter', FIELDS);
    const event = formEvent(FIELDS, {
      routeKey: 'POST /webhooks/taskrouter',
      headers: { 'x-twilio-signature': signature },
    });
    expect(await taskRouter(event)).toMatchObject({
      statusCode: 503,
      headers: { 'retry-after': '5', 'x-request-id': REQUEST_ID },
    });
    expect(logs()).toMatchObject([{ level: 'error', message: 'webhook not taken', requestId: REQUEST_ID }]);
  });

  it('a forged webhook is refused all the same', async () => {
    const headers = { 'x-twilio-signature': 'forged' };
    const event = formEvent(FIELDS, { routeKey: 'POST /webhooks/taskrouter', headers });
    expect((await taskRouter(event)).statusCode).toBe(403);
  });

  it('a bad token is refused all the same', async () => {
    const event = apiEvent({ routeKey: 'GET /settings', headers: as('bad') });
    expect((await getSettings(event)).statusCode).toBe(401);
  });

  it('a request of people fails, for API Gateway to answer', async () => {
    const event = apiEvent({ routeKey: 'GET /settings', headers: as('alice') });
    await expect(getSettings(event)).rejects.toThrow();
  });
});
