import { arnOf, resolve } from '../../local/template';
import { TEMPLATE } from './fixtures/template';

it.each([
  ['a table by its name', { Ref: 'RecordsTable' }, 'RecordsTable'],
  [
    'a state machine by its ARN',
    { Ref: 'TimerMachine' },
    'arn:aws:states:us-east-1:000000000000:stateMachine:TimerMachine',
  ],
  [
    'a function by its ARN',
    { 'Fn::GetAtt': ['PauseFn', 'Arn'] },
    'arn:aws:lambda:us-east-1:000000000000:function:PauseFn',
  ],
  ['what is joined', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-us-east-1'],
  ['values in lists and objects', [{ a: { Ref: 'AWS::Partition' } }, 1], [{ a: 'aws' }, 1]],
])('resolves %s', (_, value, resolved) => {
  expect(resolve(TEMPLATE, value)).toEqual(resolved);
});

it('takes a parameter from its default', () => {
  const template = { ...TEMPLATE, Parameters: { Stage: { Default: 'demo' } } };
  expect(resolve(template, { Ref: 'Stage' })).toBe('demo');
});

it('prefers the name that the template fixes', () => {
  const template = {
    Resources: { T: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'records' } } },
  };
  expect(resolve(template, { Ref: 'T' })).toBe('records');
  expect(arnOf(template, 'T')).toContain('table/records');
});

it('refuses a function of CloudFormation that it does not know', () => {
  expect(() => resolve(TEMPLATE, { 'Fn::ImportValue': 'x' })).toThrow('Fn::ImportValue');
});
