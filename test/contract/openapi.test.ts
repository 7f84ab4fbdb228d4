import { ROUTES } from '../../lib/routes';
import { schemaErrors, validateRequest, validateResponse } from './openapi';
import { type Content, locate } from './openapi-document';
import {
  ANSWER_EXAMPLES,
  ANSWER_TYPES,
  codesAt,
  OPERATIONS,
  PARAMETER_EXAMPLES,
  type PlacedExample,
  REQUEST_EXAMPLES,
} from './openapi-operations';
import { withOneFieldLess, withOneFieldMore } from './variants';

const PAUSE = `/conversations/CH${'0123456789abcdefABCDEF0123456789'}/pause`;
const bySecurity = (scheme: string) =>
  OPERATIONS.filter(({ operation }) => operation.security.some((one) => scheme in one));
/** Without those that another operation shows too, at the same place of the document. */
const distinct = <T extends PlacedExample>(examples: readonly T[]) => [
  ...new Map(examples.map((one) => [JSON.stringify([one.schemaAt, one.value]), one])).values(),
];
/** Requests of people; those of Twilio may have more fields at any time. */
const commands = distinct(REQUEST_EXAMPLES.filter(({ title }) => !title.includes('/webhooks/')));
const answers = distinct(ANSWER_EXAMPLES);
/** Everything that a problem can be about. */
const CODES = [
  'invalid-request',
  'not-authenticated',
  'not-authorized',
  'option-off',
  'channel-not-eligible',
  'bad-signature',
  'not-found',
  'wrong-state',
  'at-capacity',
  'customer-replied',
  'pause-limit',
  'conversation-timer',
  'changed-meanwhile',
  'version-mismatch',
  'too-large',
  'twilio-unavailable',
  'unavailable',
];
const problems = answers.filter(({ type }) => type === 'application/problem+json');
const done = answers.filter(({ status }) => status < 300);

it('has the routes of the stack, and no others', () => {
  const routes = ROUTES.map(({ method, path }) => `${method} ${path}`);
  expect(OPERATIONS.map(({ name }) => name).sort()).toEqual(routes.sort());
});

it('has all codes of the API, wherever they may be answered', () => {
  const codes = ANSWER_TYPES.flatMap(({ schemaAt }) => codesAt(...schemaAt));
  expect([...new Set(codes)].sort()).toEqual([...CODES].sort());
});

describe('examples', () => {
  it.each(ANSWER_TYPES)('$title is shown, with each code that it can have', ({ schemaAt, examples }) => {
    expect(examples).not.toEqual([]);
    const shown = examples.map((example) => (example as { code?: string } | null)?.code);
    expect(shown).toEqual(expect.arrayContaining(codesAt(...schemaAt)));
  });

  it.each([...distinct(REQUEST_EXAMPLES), ...answers, ...distinct(PARAMETER_EXAMPLES)])(
    '$title fits',
    ({ schemaAt, value }) => {
      expect(schemaErrors(schemaAt, value)).toEqual([]);
    },
  );

  it.each([...commands, ...done, ...problems])(
    '$title is refused with a field more',
    ({ schemaAt, value }) => {
      const accepted = withOneFieldMore(value).filter((more) => schemaErrors(schemaAt, more).length === 0);
      expect(accepted).toEqual([]);
    },
  );

  it.each(done)('$title is refused with a field less', ({ schemaAt, value }) => {
    const accepted = withOneFieldLess(value).filter((less) => schemaErrors(schemaAt, less).length === 0);
    expect(accepted).toEqual([]);
  });

  it.each(problems)('$title has the status it comes with', ({ status, value }) =>
    expect(value).toMatchObject({ status }),
  );

  it.each(OPERATIONS)('$name shows a request for each type of body', ({ name, at, operation }) => {
    const types = operation.requestBody
      ? Object.keys(locate<{ content: Content }>(...at, 'requestBody').value.content)
      : [];
    const shown = REQUEST_EXAMPLES.filter(({ title }) => title.startsWith(`${name},`));
    expect(shown.length).toBeGreaterThanOrEqual(types.length);
  });
});

describe('answers', () => {
  it.each(bySecurity('FlexToken'))(
    '$name needs a token: 401, and 503 when it cannot be checked',
    ({ operation }) => {
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '503']));
    },
  );

  it.each(bySecurity('TwilioSignature'))(
    '$name needs a signature: 403, and 503 to be sent again',
    ({ operation }) => {
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['403', '503']));
    },
  );

  it.each(bySecurity('AwsIam'))('$name needs a signature for IAM: 403, as AWS says it', ({ operation }) => {
    expect(operation.responses).toHaveProperty(['403', 'content', 'application/json']);
  });

  it('leaves only the health route open', () => {
    const open = OPERATIONS.filter(({ operation }) => operation.security.length === 0);
    expect(open.map(({ name }) => name)).toEqual(['GET /health']);
  });

  // A webhook that is refused for its size is lost, and TaskRouter's can be larger than 16 KB.
  it.each(
    [...bySecurity('FlexToken'), ...bySecurity('AwsIam')].filter(({ operation }) => operation.requestBody),
  )('$name has a limit of its body', ({ operation }) => {
    expect(operation.responses).toHaveProperty('413');
  });

  it.each(OPERATIONS.filter(({ name }) => name.startsWith('GET')))('$name can be polled', ({ operation }) => {
    expect(operation.responses).toHaveProperty('304');
  });
});

describe('a pause', () => {
  it.each([
    ['both timeLimit and until', { timeLimit: 'PT1H', until: '2026-03-02T10:00:00Z' }],
    ['a note of 501 characters', { note: 'x'.repeat(501) }],
    ['a reason of 101 characters', { reason: 'x'.repeat(101) }],
    ['a negative seenIndex', { seenIndex: -1 }],
    ['half a seenIndex', { seenIndex: 0.5 }],
    ['a taskSid of something else', { taskSid: `WK${'a'.repeat(32)}` }],
    ['an until that is not UTC', { until: '2026-03-02T10:00:00+01:00' }],
    ['an until with fractions', { until: '2026-03-02T10:00:00.5Z' }],
    ['an unknown field', { hours: 4 }],
    ['a list', []],
    ['no body', undefined],
  ])('is refused with %s', (_, body) => {
    expect(validateRequest('POST', PAUSE, body)).not.toEqual([]);
  });

  it.each(['P14D', 'P2W', 'PT1M', 'P1W2DT3H4M5S', 'PT90S'])('may last %s', (timeLimit) => {
    expect(validateRequest('POST', PAUSE, { timeLimit })).toEqual([]);
  });

  it.each(['P1M', 'P1Y', 'PT0S', 'P0D', 'P', 'PT', 'P1DT', 'PT1.5H', '-PT1H', '14 days'])(
    'may not last %s',
    (timeLimit) => {
      expect(validateRequest('POST', PAUSE, { timeLimit })).not.toEqual([]);
    },
  );

  it.each([
    ['limits reached to the letter', { note: 'x'.repeat(500), reason: 'x'.repeat(100), seenIndex: 0 }],
    ['an until as Date.toISOString() writes it', { until: '2026-03-02T10:00:00.000Z' }],
  ])('may have %s', (_, body) => {
    expect(validateRequest('post', PAUSE, body)).toEqual([]);
  });
});

describe('an answer is refused', () => {
  const problem = { title: 'No', status: 409, code: 'wrong-state', channelState: 'pause' };

  it.each<[string, number, string | undefined, unknown]>([
    ['with a status that the route does not have', 418, 'application/problem+json', problem],
    ['as another type', 409, 'text/html', problem],
    ['without a type', 409, undefined, problem],
    [
      'with wrong-state, but no channelState',
      409,
      'application/problem+json',
      { ...problem, channelState: undefined },
    ],
    ['with a code that belongs to another status', 403, 'application/problem+json', problem],
  ])('%s', (_, status, type, body) => {
    expect(validateResponse('POST', PAUSE, status, type, body)).not.toEqual([]);
  });

  it('from a path that is not there', () => {
    expect(validateResponse('GET', '/nowhere', 200, 'application/json', {})).not.toEqual([]);
  });

  it('from a method that is not there', () => {
    expect(validateResponse('DELETE', '/settings', 200, 'application/json', {})).not.toEqual([]);
  });

  it('with a body where there should be none', () => {
    expect(validateResponse('POST', '/webhooks/taskrouter', 204, 'application/json', {})).not.toEqual([]);
  });
});

it('ignores the query of a path and the parameters of a content type', () => {
  const health = { status: 'ok', version: '0.1.0' };
  expect(validateResponse('GET', '/health?probe=1', 200, 'application/json; charset=utf-8', health)).toEqual(
    [],
  );
});
