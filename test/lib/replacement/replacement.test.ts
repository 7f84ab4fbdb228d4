import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy } from 'aws-cdk-lib';
import { LeaveAndPauseStack, type LeaveAndPauseStackProps } from '../../../lib/leave-and-pause-stack';
import type { Template } from '../../../lib/synthesize';
import { appWithoutBundling, templateIn, TWILIO } from '../templates';
import { type Lasting, lastingIn, lost } from './lasting';

const FILE = join(__dirname, 'lasting.json');

const EVERYTHING: Partial<LeaveAndPauseStackProps> = {
  corsOrigins: ['https://flex.twilio.com'],
  desk: {},
  domain: {
    name: 'pause.example.com',
    certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/one',
  },
  encryptionKey: 'new',
};

function templateWith(props: Partial<LeaveAndPauseStackProps>): Template {
  const app = appWithoutBundling();
  return templateIn(app, new LeaveAndPauseStack(app, 'flex-leave-pause', { twilio: TWILIO, ...props }));
}

const everything = templateWith(EVERYTHING);
const now = lastingIn(everything);
if (process.env['KEEP_NEW'] === '1') {
  writeFileSync(FILE, `${JSON.stringify({ ...now, ...keptBefore() }, null, 2)}\n`);
}
const kept = keptBefore();

function keptBefore(): Record<string, Lasting> {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Lasting>;
}

describe('a deploy', () => {
  it('deletes and replaces nothing that has to last; on purpose: docs/upgrade.md', () => {
    expect(lost(kept, now)).toEqual([]);
  });

  it('has nothing that has to last and is not kept here: KEEP_NEW=1 npx jest test/lib/replacement', () => {
    expect(Object.keys(now).filter((id) => !(id in kept))).toEqual([]);
  });

  it.each<[string, Partial<LeaveAndPauseStackProps>]>([
    ['all defaults', {}],
    ['records that go with the stack', { ...EVERYTHING, removalPolicy: RemovalPolicy.DESTROY }],
    ['deadlines that are paced', { ...EVERYTHING, reassignConcurrency: 5 }],
  ])('with %s has of that what it has, under the same names', (_, props) => {
    const template = lastingIn(templateWith(props));
    const there = Object.entries(kept).filter(([id]) => id in template);
    expect(Object.keys(template).filter((id) => !(id in kept))).toEqual([]);
    expect(lost(Object.fromEntries(there), template)).toEqual([]);
  });
});

describe('what has to last', () => {
  const types = new Set(Object.values(kept).map(({ type }) => type));

  it.each([
    'AWS::DynamoDB::Table',
    'AWS::StepFunctions::StateMachine',
    'AWS::IAM::Role',
    'AWS::Lambda::Function',
    'AWS::Events::EventBus',
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGatewayV2::DomainName',
    'AWS::KMS::Key',
    'AWS::Logs::LogGroup',
    'AWS::S3::Bucket',
    'AWS::CloudFront::Distribution',
  ])('is each %s that matters', (type) => {
    expect(types).toContain(type);
  });
});

describe('a change that would lose something', () => {
  const [tableId] = Object.entries(now).find(([, { type }]) => type === 'AWS::DynamoDB::Table')!;
  const tableWith = (change: object): Record<string, Lasting> =>
    lastingIn({
      ...everything,
      Resources: {
        ...everything.Resources,
        [tableId]: {
          ...everything.Resources[tableId]!,
          Properties: { ...everything.Resources[tableId]!.Properties, ...change },
        },
      },
    });

  it('is seen where a resource has another logical id', () => {
    const { [tableId]: table, ...others } = now;
    expect(lost(kept, { ...others, RenamedTable: table! })).toEqual([
      `${tableId} (AWS::DynamoDB::Table) would be deleted: give its construct the id and the place back that it had.`,
    ]);
  });

  it('is seen where a property changes that makes a new one', () => {
    const sentence = (name: string) =>
      `${tableId} (AWS::DynamoDB::Table) would be replaced by a new one: set ${name} back to what it was.`;
    expect(lost(kept, tableWith({ KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] }))).toEqual([
      sentence('KeySchema'),
    ]);
    expect(lost(kept, tableWith({ TableName: 'records' }))).toEqual([sentence('TableName')]);
  });

  it('is not seen where a property changes that is updated in place', () => {
    expect(lost(kept, tableWith({ DeletionProtectionEnabled: false }))).toEqual([]);
  });
});
