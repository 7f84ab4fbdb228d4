import { check } from '../../../local/step-functions/check';
import { PAUSE_TIMER } from './machine-fixture';

const WAIT = { Type: 'Wait', Seconds: 1, End: true };
const CALL = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'f' },
  End: true,
};

function single(state: object, more: object = {}): object {
  return { StartAt: 'Only', States: { Only: state }, ...more };
}

it('takes the pause timer as it is', () => {
  expect(check(PAUSE_TIMER)).toBe(PAUSE_TIMER);
});

it.each([
  ['another type of state', single({ Type: 'Choice', Choices: [] }), 'Only: type Choice'],
  ['another query language', single(WAIT, { QueryLanguage: 'JSONata' }), 'query language "JSONata"'],
  [
    'another query language of one state',
    single({ ...WAIT, QueryLanguage: 'JSONata' }),
    'query language "JSONata"',
  ],
  ['an unknown field', single({ ...WAIT, Assign: {} }), 'Only: field Assign'],
  ['an unknown field of the machine', single(WAIT, { ProcessorConfig: {} }), 'field ProcessorConfig'],
  ['a time limit of a task', single({ ...CALL, TimeoutSeconds: 5 }), 'Only: field TimeoutSeconds'],
  [
    'another resource',
    single({ ...CALL, Resource: 'arn:aws:states:::sqs:sendMessage' }),
    'resource arn:aws:states:::sqs',
  ],
  [
    'a waiting invoke',
    single({ ...CALL, Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }),
    'waitForTaskToken',
  ],
  [
    'another parameter of Invoke',
    single({ ...CALL, Parameters: { FunctionName: 'f', Qualifier: '1' } }),
    'field Qualifier',
  ],
  [
    'an unknown field of a retrier',
    single({ ...CALL, Retry: [{ ErrorEquals: ['E'], Foo: 1 }] }),
    'Retry: field Foo',
  ],
  [
    'an intrinsic function',
    single({ ...CALL, Parameters: { FunctionName: 'f', 'Payload.$': 'States.UUID()' } }),
    'path "States.UUID()"',
  ],
  ['a filter in a path', single({ ...WAIT, InputPath: '$.a[?(@.b)]' }), 'path "$.a[?(@.b)]"'],
  ['a transition into nowhere', single({ ...WAIT, End: false, Next: 'Gone' }), 'Only: Next: no such state'],
  [
    'a catcher into nowhere',
    single({ ...CALL, Catch: [{ ErrorEquals: ['E'], Next: 'Gone' }] }),
    'Catch: no such state',
  ],
  ['a start in nowhere', { StartAt: 'Gone', States: {} }, 'StartAt: no such state'],
  ['a wait for nothing', single({ Type: 'Wait', End: true }), 'one of Seconds'],
])('refuses %s', (_, definition, said) => {
  expect(() => check(definition)).toThrow(said);
});

it('says everything that it does not understand at once', () => {
  expect(() => check(single({ ...WAIT, A: 1, B: 2 }))).toThrow(/field A; Only: field B/);
});
