import { jsonObject } from './json-object';
import type { TwilioRequest } from './twilio-request';

const PATH = /^\/v1\/Accounts\/AC[0-9a-fA-F]{32}\/Tokens\/validate$/;

/**
 * Whether this is the check of a Flex token. Twilio's descriptions leave it out; what is known of it is what the
 * published package twilio-flex-token-validator 1.6.0 sends, and that is checked here.
 */
export function isTokenCheck({ url }: TwilioRequest): boolean {
  return PATH.test(url.split('?')[0] ?? '');
}

/** What differs from the published package's call; empty when nothing does. */
export function tokenCheckViolations(
  { method, url, body }: TwilioRequest,
  contentType: string | undefined,
): string[] {
  const parsed = jsonObject(body);
  const violations = [
    [method.toUpperCase() !== 'POST', 'the token check is a POST'],
    [url.includes('?'), 'the token check has no query'],
    [contentType !== 'application/json', 'content type is not application/json'],
    [!parsed, 'body is not a JSON object'],
    [parsed && Object.keys(parsed).some((key) => key !== 'token'), 'body has more than token'],
    [parsed && (typeof parsed.token !== 'string' || parsed.token === ''), 'body has no token'],
  ] as const;
  return violations.filter(([violated]) => violated).map(([, what]) => what);
}
