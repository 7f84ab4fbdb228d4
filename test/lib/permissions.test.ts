import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { FUNCTION_NAMES, type FunctionName } from '../../lib/function-names';
import { ROUTES } from '../../lib/routes';
import { LeaveAndPause } from '../../lib/leave-and-pause';
import { synthesizeWithoutBundling } from '../../lib/synthesize';

import { writtenOut } from './arns';
import { type Permissions, permissionsByOwner, permissionsOfUser } from './permissions';
import { appWithoutBundling, onlyOf, resourcesOf, templateIn, templateOf, TWILIO } from './templates';

const TABLE = 'arn:aws:dynamodb:region:account:table/records';
const KEY = 'arn:aws:kms:region:account:key/key';

const READ = [`dynamodb:BatchGetItem on ${TABLE}`, `dynamodb:GetItem on ${TABLE}`];
const PUT = [`dynamodb:PutItem on ${TABLE}`];
const LISTS = ['pausedBy', 'parked', 'parkedInQueue'].map(
  (index) => `dynamodb:Query on ${TABLE}/index/${index}`,
);
const TWILIO_SECRET = [
  'secretsmanager:GetSecretValue on arn:aws:secretsmanager:region:account:secret:flex-leave-pause/twilio-??????',
];
const TIMER = [
  'states:StartExecution on arn:aws:states:region:account:stateMachine:timer',
  'states:StopExecution on arn:aws:states:region:account:execution:timer:*',
];
const PUBLISH = 'events:PutEvents on arn:aws:events:region:account:event-bus/events';
const TELL = [`dynamodb:Query on ${TABLE}`, PUBLISH];
const CHANGE = [...READ, ...PUT, ...TELL, ...TIMER, ...TWILIO_SECRET];

/** All that each function may do, besides writing its own log. */
const EXPECTED: Record<FunctionName, string[]> = {
  pause: [...CHANGE, `dynamodb:Query on ${TABLE}/index/pausedBy`],
  leave: CHANGE,
  resume: CHANGE,
  'reassign-conversation': CHANGE,
  complete: CHANGE,
  end: CHANGE,
  'change-pause': CHANGE,
  'service-invite': CHANGE,
  'get-conversation': [...READ, ...TWILIO_SECRET],
  'get-history': [...READ, `dynamodb:Query on ${TABLE}`, ...TWILIO_SECRET],
  'list-paused': [...READ, ...LISTS, ...TWILIO_SECRET],
  'list-left': [...READ, ...LISTS, ...TWILIO_SECRET],
  'summarize-paused': [...READ, `dynamodb:Query on ${TABLE}/index/parked`, ...TWILIO_SECRET],
  'list-agents': TWILIO_SECRET,
  handover: [...CHANGE, `dynamodb:Query on ${TABLE}/index/pausedBy`],
  'get-settings': [...READ, ...TWILIO_SECRET],
  'put-settings': [...READ, ...PUT, PUBLISH, ...TWILIO_SECRET],
  health: [],
  'not-found': [],
  'taskrouter-webhook': [...CHANGE, `dynamodb:Query on ${TABLE}/index/pausedBy`],
  'conversations-webhook': CHANGE,
  reassign: [...READ, ...PUT, ...TELL, ...TWILIO_SECRET],
  sweep: [
    ...CHANGE,
    ...['wake', 'compare', 'pausedBy'].map((index) => `dynamodb:Query on ${TABLE}/index/${index}`),
  ],
};

const ownLog = (name: string) =>
  ['logs:CreateLogStream', 'logs:PutLogEvents'].map(
    (action) => `${action} on arn:aws:logs:region:account:log-group:${name}:*`,
  );

describe('permissions', () => {
  const { template } = synthesizeWithoutBundling();
  const permissions = permissionsByOwner(template);

  it.each(FUNCTION_NAMES)('%s may do exactly what it needs', (name) => {
    expect(permissions[name]).toEqual([...EXPECTED[name], ...ownLog(name)].sort());
  });

  it('the timer may call reassign, in any version, and nothing else', () => {
    const reassign = 'arn:aws:lambda:region:account:function:reassign';
    expect(permissions['timer']).toEqual([
      `lambda:InvokeFunction on ${reassign}`,
      `lambda:InvokeFunction on ${reassign}:*`,
    ]);
  });

  it('nobody else has a policy', () => {
    expect(Object.keys(permissions).sort()).toEqual([...FUNCTION_NAMES, 'timer'].sort());
  });

  it('no role carries a managed policy or an inline one of its own', () => {
    for (const [, { Properties }] of resourcesOf(template, 'AWS::IAM::Role')) {
      expect(Object.keys(Properties)).toEqual(['AssumeRolePolicyDocument']);
    }
  });

  it('a wildcard stands only where an ARN has no name: executions, log streams, versions, secret suffix', () => {
    const wildcards = Object.values(permissions)
      .flat()
      .filter((permission) => /[*?]/.test(permission))
      .map((permission) => permission.replace(/log-group:[a-z-]+/, 'log-group:<own>'));
    expect([...new Set(wildcards)].sort()).toEqual([
      'lambda:InvokeFunction on arn:aws:lambda:region:account:function:reassign:*',
      'logs:CreateLogStream on arn:aws:logs:region:account:log-group:<own>:*',
      'logs:PutLogEvents on arn:aws:logs:region:account:log-group:<own>:*',
      ...TWILIO_SECRET,
      'states:StopExecution on arn:aws:states:region:account:execution:timer:*',
    ]);
  });
});

describe('who may call a function', () => {
  const { template } = synthesizeWithoutBundling();
  const callers = resourcesOf(template, 'AWS::Lambda::Permission').map(([, { Properties }]) => {
    const [fn, source] = [Properties['FunctionName'], Properties['SourceArn']].map((arn) =>
      writtenOut(template, arn),
    );
    return `${fn!.replace(/.*:/, '')}: ${String(Properties['Principal'])} for ${source}`;
  });
  const api = 'apigateway.amazonaws.com for arn:aws:execute-api:region:account:https://api.example/*/*';

  it('is API Gateway for its route of this API, the schedule for sweep, and by its own role the timer', () => {
    expect(callers.sort()).toEqual(
      [
        ...ROUTES.map(({ fn, path }) => `${fn}: ${api}${path}`),
        `not-found: ${api}`,
        'sweep: events.amazonaws.com for arn:aws:events:region:account:rule/schedule',
      ].sort(),
    );
  });
});

describe('permissions on a key of your own', () => {
  const template = templateOf((stack) => ({ encryptionKey: new kms.Key(stack, 'Key') }));
  const permissions = permissionsByOwner(template);
  const onKey = (name: FunctionName) => permissions[name]?.filter((permission) => permission.endsWith(KEY));

  it('a function that reads may decrypt', () => {
    expect(onKey('get-conversation')).toEqual([`kms:Decrypt on ${KEY}`, `kms:DescribeKey on ${KEY}`]);
  });

  it('a function that writes may encrypt as well', () => {
    expect(onKey('reassign')).toEqual([
      `kms:Decrypt on ${KEY}`,
      `kms:DescribeKey on ${KEY}`,
      `kms:Encrypt on ${KEY}`,
      `kms:GenerateDataKey* on ${KEY}`,
      `kms:ReEncrypt* on ${KEY}`,
    ]);
  });

  it('EventBridge may use it for this bus', () => {
    const { KeyPolicy } = onlyOf(template, 'AWS::KMS::Key').Properties as {
      KeyPolicy: { Statement: { Principal: { Service?: string }; Action: unknown; Condition?: object }[] };
    };
    const [statement] = KeyPolicy.Statement.filter(
      ({ Principal }) => Principal.Service === 'events.amazonaws.com',
    );
    expect(statement).toMatchObject({
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
  });

  it('a function without the table may do nothing with it', () => {
    expect(onKey('health')).toEqual([]);
  });
});

/** What one of your own users may do, once it was granted something of the product's. */
function grantedBy(grant: (product: LeaveAndPause, user: iam.User) => void): Permissions {
  const app = appWithoutBundling();
  const stack = new Stack(app, 'Stack');
  const user = new iam.User(stack, 'User');
  const encryptionKey = new kms.Key(stack, 'Key');
  grant(new LeaveAndPause(stack, 'Product', { twilio: TWILIO, encryptionKey }), user);
  return permissionsOfUser(templateIn(app, stack));
}

describe('who is let in by', () => {
  it('grantService may call the routes that are for custom logic, and no other', () => {
    expect(grantedBy((product, user) => product.grantService(user))).toEqual([
      'execute-api:Invoke on arn:aws:execute-api:region:account:https://api.example/*/POST/service/conversations/*',
    ]);
  });

  it('grantReadRecords may read table and indexes, and decrypt, and change nothing', () => {
    const reading = ['BatchGetItem', 'GetItem', 'Query', 'Scan'].flatMap((action) => [
      `dynamodb:${action} on ${TABLE}`,
      `dynamodb:${action} on ${TABLE}/index/*`,
    ]);
    expect(grantedBy((product, user) => product.grantReadRecords(user))).toEqual([
      ...reading,
      `kms:Decrypt on ${KEY}`,
    ]);
  });
});
