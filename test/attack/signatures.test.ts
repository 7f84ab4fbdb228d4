import * as fc from 'fast-check';
import type { Reply } from '../../lambda/http/reply';
import { sid } from '../doubles/constants';
import { formEvent } from '../http/events';
import {
  acceptedEvent,
  closedEvent,
  quietTwilio,
  refusalOf,
  signatureOf,
  useFunctions,
} from '../runtime/functions';
import { conversations, taskRouter } from '../runtime/handlers';
import { effort, TIME_LIMIT, useFigures } from './effort';
import { altered, type Webhook } from './forgeries';

const { twilio, items } = useFunctions();
const count = useFigures();
beforeEach(() => twilio.answer(quietTwilio));

const signed = (path: string, body: string) => signatureOf(path, [...new URLSearchParams(body)]);

function webhook(path: string, fields: Record<string, string>): Webhook {
  const body = new URLSearchParams(fields).toString();
  return { body, query: '', signature: signed(path, body), routeKey: `POST ${path}` };
}

function deliver({ body, query, signature, routeKey }: Webhook): Promise<Reply> {
  const headers: Record<string, string> = signature === undefined ? {} : { 'x-twilio-signature': signature };
  const event = formEvent(body, { routeKey, query, headers });
  return routeKey.endsWith('/taskrouter') ? taskRouter(event) : conversations(event);
}

/**
 * Whether Twilio could have signed this, by its documentation: where the altered form is read as the same fields, in
 * another order or spelling, or where its names and values, one behind the other, are the same text.
 */
function isSigned({ body, query, signature, routeKey }: Webhook): boolean {
  return query === '' && signature === signed(routeKey.slice('POST '.length), body);
}

it.each([
  webhook('/webhooks/taskrouter', acceptedEvent(sid('CH', 1))),
  webhook('/webhooks/conversations', closedEvent(sid('CH', 1))),
])(
  '$routeKey: whatever is altered, it is refused, and nothing is written',
  async (original) => {
    const before = await items();
    await fc.assert(
      fc.asyncProperty(altered(original), async (forgery) => {
        if (isSigned(forgery)) return count(original.routeKey, 'means the same to Twilio');
        expect(refusalOf(await deliver(forgery))).toEqual([403, 'bad-signature']);
        count(original.routeKey, '403');
      }),
      effort(500, 1 / 2),
    );
    expect(await items()).toEqual(before);
    expect((await deliver(original)).statusCode).toBeLessThan(300);
  },
  TIME_LIMIT,
);
