import { DEMO_USERS } from './demo';
import { notFound } from './errors';
import { type Platform } from './platform';
import { type ApiAnswer, type ApiRequest, isRecord, ok, param, type Route } from './requests';

/** Each check of a token moves its end to an hour from now. */
const VALID_FOR_MS = 60 * 60 * 1000;

/** Twilio's code for an access token that is not valid. */
const INVALID_TOKEN = 20101;

export const IAM_ROUTES: readonly Route[] = [
  { method: 'POST', pattern: '/v1/Accounts/{AccountSid}/Tokens/validate', handle: validateToken },
];

/** Answers 200 for bad tokens too; `valid` tells. Source: npm twilio-flex-token-validator 1.6.0. */
function validateToken(platform: Platform, request: ApiRequest): ApiAnswer {
  if (param(request, 'AccountSid') !== platform.options.accountSid) throw notFound(request.path);
  const token = isRecord(request.json) ? request.json.token : undefined;
  const user = DEMO_USERS.find((one) => one.token === token);
  if (!user) return ok({ valid: false, code: INVALID_TOKEN, message: 'Token is invalid' });
  return ok({
    valid: true,
    code: 0,
    message: null,
    expiration: new Date(platform.now() + VALID_FOR_MS).toISOString(),
    realm_user_id: user.identity,
    identity: user.identity,
    roles: user.roles,
    ...(user.workerSid !== null && { worker_sid: user.workerSid }),
  });
}
