import { describedAnswers } from './described-answers';

const TYPE = { 'content-type': 'application/json' };
const HEADERS = { ...TYPE, 'x-request-id': '1' };
const PROBLEM = { ...HEADERS, 'content-type': 'application/problem+json' };
const NOWHERE = ['GET', '/nowhere'] as const;
const HEALTH = ['GET', '/health'] as const;
const OK = JSON.stringify({ status: 'ok', version: '1.0.0' });
const NOT_FOUND = JSON.stringify({ title: 'There is no such route.', status: 404, code: 'not-found' });

function told(
  method: string,
  path: string,
  answer: { status: number; headers: object; body: string },
): string[] {
  const violations: string[] = [];
  describedAnswers((violation) => void violations.push(violation))(method, path, {
    ...answer,
    headers: { ...answer.headers },
  });
  return violations;
}

it('nothing is told of an answer that is as described', () => {
  expect(told(...HEALTH, { status: 200, headers: HEADERS, body: OK })).toEqual([]);
});

it('nothing is told of no route that is not found', () => {
  expect(told(...NOWHERE, { status: 404, headers: PROBLEM, body: NOT_FOUND })).toEqual([]);
});

it.each([
  ['another body', HEALTH, { status: 200, headers: HEADERS, body: '{"status":1}' }, '/status must be string'],
  ['another status', HEALTH, { status: 418, headers: HEADERS, body: OK }, 'getHealth does not answer 418'],
  [
    'another type',
    HEALTH,
    { status: 200, headers: PROBLEM, body: OK },
    '200 does not come as application/problem',
  ],
  ['no request id', HEALTH, { status: 200, headers: { ...TYPE }, body: OK }, 'no x-request-id'],
  ['a failure', HEALTH, { status: 500, headers: HEADERS, body: OK }, 'a failure'],
  [
    'success where there is no route',
    NOWHERE,
    { status: 200, headers: HEADERS, body: '{}' },
    'no route is answered 200',
  ],
] as const)('of an answer is told: %s', (_, [method, path], answer, violation) => {
  expect(told(method, path, answer)).toContainEqual(
    expect.stringContaining(`${method} ${path}: ${violation}`),
  );
});
