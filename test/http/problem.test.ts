import { type Refusal } from '../../lambda/domain/decision';
import { problem, type ProblemCode, problemOf } from '../../lambda/http/problem';
import { schemaErrors, validateResponse } from '../contract/openapi';
import { sid } from '../doubles/constants';

const FACTS: Partial<Record<ProblemCode, Record<string, string>>> = {
  'wrong-state': { channelState: 'pause' },
};

/** Each code with its status, and the schema that docs/openapi.yaml has for it. */
const CODES: [ProblemCode, status: number, schema: string][] = [
  ['invalid-request', 400, 'InvalidRequest'],
  ['not-authenticated', 401, 'NotAuthenticated'],
  ['not-authorized', 403, 'NotAuthorized'],
  ['option-off', 403, 'OptionOff'],
  ['channel-not-eligible', 403, 'ChannelNotEligible'],
  ['bad-signature', 403, 'BadSignature'],
  ['not-found', 404, 'NotFound'],
  ['wrong-state', 409, 'WrongState'],
  ['at-capacity', 409, 'AtCapacity'],
  ['customer-replied', 409, 'CustomerReplied'],
  ['pause-limit', 409, 'PauseLimit'],
  ['conversation-timer', 409, 'ConversationTimer'],
  ['changed-meanwhile', 409, 'ChangedMeanwhile'],
  ['version-mismatch', 412, 'VersionMismatch'],
  ['too-large', 413, 'TooLarge'],
  ['twilio-unavailable', 503, 'TwilioUnavailable'],
];

it.each(CODES)('%s is answered as %d %s', (code, statusCode, schema) => {
  const reply = problem(code, FACTS[code]);
  expect(reply).toMatchObject({ statusCode, headers: { 'content-type': 'application/problem+json' } });
  const body = JSON.parse(reply.body!) as object;
  expect(body).toMatchObject({ status: statusCode, code });
  expect(schemaErrors(['components', 'schemas', schema], body)).toEqual([]);
});

it.each(CODES)('%s says when to ask again only at a 503', (code, status) => {
  expect(problem(code, FACTS[code]).headers?.['retry-after']).toBe(status === 503 ? '5' : undefined);
});

it.each(['option-off', 'channel-not-eligible'] as const)('%s reads right for Pause and for Leave', (code) => {
  expect((JSON.parse(problem(code).body!) as { title: string }).title).not.toMatch(/pause|leave/i);
});

describe('webhooks', () => {
  const violations = (reply: ReturnType<typeof problem>) =>
    validateResponse(
      'POST',
      '/webhooks/taskrouter',
      reply.statusCode!,
      'application/problem+json',
      JSON.parse(reply.body!),
    );

  it('hear of a record that others kept changing as 503, to be sent again', () => {
    const reply = problem('changed-meanwhile', {}, 503);
    expect(violations(reply)).toEqual([]);
    expect(reply.headers).toMatchObject({ 'retry-after': '5' });
  });

  it('hear of records that cannot be reached in a code of the contract', () => {
    expect(violations(problem('unavailable'))).toEqual([]);
  });
});

describe('a refusal', () => {
  const answer = (refusal: Omit<Refusal, 'kind'>) =>
    JSON.parse(problemOf({ kind: 'refuse', ...refusal }).body!) as unknown;

  it('tells what is wrong with a request', () => {
    expect(answer({ code: 'invalid-request', detail: 'note: too long' })).toEqual({
      title: 'The request is not valid',
      status: 400,
      code: 'invalid-request',
      detail: 'note: too long',
    });
  });

  it('tells no detail that the contract does not have', () => {
    expect(answer({ code: 'version-mismatch', detail: 'Somebody was faster' })).not.toHaveProperty('detail');
  });

  it.each(['active', 'pause', 'inactive', 'closed'] as const)('tells where it is: %s', (channelState) => {
    const body = answer({ code: 'wrong-state', channelState });
    expect(
      validateResponse('POST', `/conversations/${sid('CH')}/end`, 409, 'application/problem+json', body),
    ).toEqual([]);
    expect(body).toMatchObject({ channelState });
  });
});
