import * as fc from 'fast-check';
import { sid } from '../doubles/constants';
import { apiEvent, formEvent } from '../http/events';
import { acceptedEvent, as, quietTwilio, signatureOf, useFunctions } from '../runtime/functions';
import { conversations, getConversation, taskRouter } from '../runtime/handlers';
import { effort, TIME_LIMIT, useFigures } from './effort';
import { EACH_ODD, type OddWebhook, oddWebhook } from './odd-webhooks';

const { twilio } = useFunctions();
const count = useFigures();
beforeEach(() => twilio.answer(quietTwilio));

/** As Twilio would send it. */
function deliver({ routeKey, fields }: OddWebhook) {
  const form = fields.map(([name, value]): [string, string] => [name, value]);
  const headers = { 'x-twilio-signature': signatureOf(routeKey.slice('POST '.length), form) };
  const event = formEvent(form, { routeKey, headers });
  return routeKey.endsWith('/taskrouter') ? taskRouter(event) : conversations(event);
}

/** The answer is held to the API's description by the way. */
function read(conversationSid: string) {
  const routeKey = 'GET /conversations/{conversationSid}';
  return getConversation(apiEvent({ routeKey, headers: as('admin'), pathParameters: { conversationSid } }));
}

it(
  'a webhook that Twilio signed is taken with any of its fields missing, doubled, huge, or of another kind',
  async () => {
    for (const [number, odd] of EACH_ODD.entries()) {
      const webhook = odd(sid('CH', number));
      const { statusCode } = await deliver(webhook);
      const taken = webhook.routeKey.endsWith('/taskrouter') ? 204 : 200;
      expect({ webhook, statusCode }).toEqual({ webhook, statusCode: taken });
    }
  },
  TIME_LIMIT,
);

/** Of a conversation that nobody has seen before, or that an agent has. */
const webhooks = fc.tuple(fc.nat(), fc.boolean()).chain(([number, isHeld]) => {
  const conversationSid = sid('CH', number);
  return fc.tuple(fc.constant({ conversationSid, isHeld }), oddWebhook(conversationSid));
});

it(
  'a webhook that Twilio signed is taken, whatever is in it, and the record stays one that can be read',
  async () => {
    await fc.assert(
      fc.asyncProperty(webhooks, async ([{ conversationSid, isHeld }, webhook]) => {
        const fields = Object.entries(acceptedEvent(conversationSid));
        if (isHeld) await deliver({ routeKey: 'POST /webhooks/taskrouter', fields });
        const { statusCode } = await deliver(webhook);
        count(webhook.routeKey, String(statusCode));
        expect([200, 204]).toContain(statusCode);
        expect(isHeld ? [200] : [200, 404]).toContain((await read(conversationSid)).statusCode);
        twilio.requests.splice(0);
      }),
      effort(100),
    );
  },
  TIME_LIMIT,
);
