import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { validateBody, validateRequest } from 'twilio/lib/webhooks/webhooks';
import { textOf } from './body';

/** Twilio's forms have about forty. To sort half a million names, as anybody could send, takes ten seconds. */
const MOST_FIELDS = 1_000;

/** Twilio's own name of a webhook, which is the same each time that it is sent again, for log lines. Ask only where the signature is right. */
export function webhookId({ headers }: APIGatewayProxyEventV2): { readonly twilioWebhookId?: string } {
  const twilioWebhookId = headers['i-twilio-idempotency-token'];
  return twilioWebhookId === undefined ? {} : { twilioWebhookId };
}

/** What a webhook must be signed with, and for. */
export interface Expected {
  /** As Twilio was given it: scheme, host and base path, without a slash at the end. */
  readonly publicUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  readonly authTokenSecondary?: string | undefined;
}

/** Fields of a form; one that is there several times has all its values. */
export type Form = Readonly<Record<string, string | string[]>>;

/** The fields of a form body; none, so also no account, of one that has far more than Twilio's. */
export function formOf(event: APIGatewayProxyEventV2): Form {
  const form: Record<string, string | string[]> = {};
  const text = textOf(event);
  if (text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) return form;
  for (const [name, value] of new URLSearchParams(text)) {
    const before = Object.hasOwn(form, name) ? form[name] : undefined;
    form[name] = before === undefined ? value : [before, value].flat();
  }
  return form;
}

/**
 * Whether Twilio signed this for us: over the public URL, with either auth token while one is rotated, and for
 * our account. The path is the route's, because a stage or a custom domain's base path belongs to `publicUrl`.
 */
export function isFromTwilio(event: APIGatewayProxyEventV2, form: Form, expected: Expected): boolean {
  return form['AccountSid'] === expected.accountSid && isSigned(event, form, expected);
}

/**
 * Whether Twilio's Event Streams signed this for us: over the public URL alone, of whose query the hash of the body is a
 * part. Each event says itself which account it is of.
 */
export function isStreamedByTwilio(event: APIGatewayProxyEventV2, expected: Expected): boolean {
  const hash = new URLSearchParams(event.rawQueryString).get('bodySHA256') ?? '';
  return isSigned(event, {}, expected) && validateBody(textOf(event), hash);
}

function isSigned(event: APIGatewayProxyEventV2, form: Form, expected: Expected): boolean {
  const signature = event.headers['x-twilio-signature'];
  if (signature === undefined) return false;
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
  const path = event.routeKey.slice(event.routeKey.indexOf('/'));
  const url = `${expected.publicUrl}${path}${query}`;
  return [expected.authToken, expected.authTokenSecondary].some(
    (token) => token !== undefined && token !== '' && validateRequest(token, signature, url, form),
  );
}
