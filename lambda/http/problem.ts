import type { Refusal, RefusalCode } from '../domain/decision';
import type { Reply } from './reply';

/** Codes of the API: those of refused commands, and those of the doors. */
export type ProblemCode = RefusalCode | 'not-authenticated' | 'bad-signature' | 'too-large' | 'unavailable';

const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'not-authenticated': { status: 401, title: 'A valid Flex token is needed' },
  'not-authorized': { status: 403, title: 'You may not do this to this conversation' },
  'option-off': { status: 403, title: 'This option is turned off' },
  'channel-not-eligible': { status: 403, title: 'Conversations of this channel may not be put aside' },
  'bad-signature': { status: 403, title: 'The signature is missing or wrong' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'wrong-state': { status: 409, title: 'The conversation is not in a state for this' },
  'at-capacity': { status: 409, title: 'The agent is not available or at capacity' },
  'customer-replied': { status: 409, title: 'The customer has written something that was not seen yet' },
  'pause-limit': { status: 409, title: 'The agent has as many paused conversations as are allowed' },
  'conversation-timer': { status: 409, title: 'Twilio would close the conversation sooner' },
  'changed-meanwhile': { status: 409, title: 'The conversation was changed by others at the same time' },
  'version-mismatch': { status: 412, title: 'Somebody else has saved the settings meanwhile' },
  'too-large': { status: 413, title: 'The body is too large' },
  'twilio-unavailable': { status: 503, title: 'Twilio does not answer now' },
  unavailable: { status: 503, title: 'Something that is needed for this cannot be reached now' },
};

/** Seconds after which a request that met an outage may be sent again. */
const RETRY_AFTER_SECONDS = '5';

/**
 * @param facts beside title, status and code
 * @param status where it is not the code's usual one: a webhook that is to be sent again hears 503
 */
export function problem(
  code: ProblemCode,
  facts: Readonly<Record<string, string>> = {},
  status = PROBLEMS[code].status,
): Reply {
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      ...(status === 503 ? { 'retry-after': RETRY_AFTER_SECONDS } : {}),
    },
    body: JSON.stringify({ title: PROBLEMS[code].title, status, code, ...facts }),
  };
}

export function problemOf({ code, detail, channelState }: Refusal): Reply {
  return problem(code, {
    ...(code === 'invalid-request' && detail !== undefined ? { detail } : {}),
    ...(channelState === undefined ? {} : { channelState }),
  });
}
