import { type TokenCheck, type TokenFacts, TwilioError } from '../../actions/ports';
import type { Transport } from './transport';

/**
 * Asks Twilio whether a Flex token is good. It is opaque (a JWE), so nobody else can tell.
 * Source: npm `twilio-flex-token-validator` 1.6.0, which takes an outage for a bad token, so it is not used.
 */
export function twilioTokenCheck(transport: Transport, accountSid: string): TokenCheck {
  return async (token) => {
    const { statusCode, body } = await transport.request({
      method: 'post',
      uri: `https://iam.twilio.com/v1/Accounts/${accountSid}/Tokens/validate`,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
      data: JSON.stringify({ token }),
    });
    const answer = parsed(body);
    if (typeof answer?.['valid'] !== 'boolean')
      throw new TwilioError('check token', 'unavailable', statusCode);
    return answer['valid'] ? factsOf(answer) : undefined;
  };
}

function parsed(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function factsOf({
  worker_sid: workerSid,
  identity,
  realm_user_id: user,
  roles,
  expiration,
}: Record<string, unknown>): TokenFacts {
  const expires = typeof expiration === 'string' ? Date.parse(expiration) : Number.NaN;
  return {
    workerSid: typeof workerSid === 'string' && workerSid !== '' ? workerSid : null,
    identity: [identity, user].find((each): each is string => typeof each === 'string') ?? '',
    roles: Array.isArray(roles) ? roles.filter((role): role is string => typeof role === 'string') : [],
    expiresAt: Number.isNaN(expires) ? null : expires,
  };
}
