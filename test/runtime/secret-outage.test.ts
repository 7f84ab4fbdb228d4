import { deadUrl } from '../adapters/twilio/loopback';
import { apiEvent, formEvent } from '../http/events';
import { sid } from '../doubles/constants';
import { as, quietTwilio, useFunctions } from './functions';
import { conversations, getSettings } from './handlers';

const { twilio, logs } = useFunctions();

// Before any client is made: clients keep their endpoint.
beforeAll(async () => {
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = await deadUrl();
});
beforeEach(() => twilio.answer(quietTwilio));

describe('while the credentials cannot be read', () => {
  it('a webhook is neither taken nor refused for good', async () => {
    const fields: [string, string][] = [['AccountSid', sid('AC')]];
    const headers = { 'x-twilio-signature': 'any' };
    const event = formEvent(fields, { routeKey: 'POST /webhooks/conversations', headers });
    expect((await conversations(event)).statusCode).toBe(503);
    expect(logs()).toMatchObject([{ level: 'error', message: 'webhook not taken' }]);
  });

  it('nobody is let in, and nobody is told that the token is bad', async () => {
    const event = apiEvent({ routeKey: 'GET /settings', headers: as('alice') });
    expect((await getSettings(event)).statusCode).toBe(503);
    expect(twilio.requests).toEqual([]);
  });
});
