import { RemovalPolicy } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { onlyOf, resourcesOf, templateOf } from './templates';

const tableOf = (...args: Parameters<typeof templateOf>) =>
  onlyOf(templateOf(...args), 'AWS::DynamoDB::Table');

describe('records table', () => {
  const table = tableOf();

  it('has the key pk and sk, paid by request', () => {
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    });
  });

  it.each([
    ['wake', 'wakeShard', 'wakeAt'],
    ['compare', 'compareShard', 'compareAt'],
    ['pausedBy', 'pausedBy', 'deadline'],
    ['parkedInQueue', 'parkedInQueue', 'deadline'],
  ])('has the index %s by %s and %s, of keys only', (name, partitionKey, sortKey) => {
    expect(table.Properties['GlobalSecondaryIndexes']).toContainEqual({
      IndexName: name,
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    });
  });

  it('has the index parked, which also tells whose each is', () => {
    expect(table.Properties['GlobalSecondaryIndexes']).toContainEqual({
      IndexName: 'parked',
      KeySchema: [
        { AttributeName: 'wakeShard', KeyType: 'HASH' },
        { AttributeName: 'deadline', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['pausedBy', 'parkedByName'] },
    });
  });

  it('has no other index', () => {
    expect(table.Properties['GlobalSecondaryIndexes']).toHaveLength(5);
    expect(table.Properties['LocalSecondaryIndexes']).toBeUndefined();
  });

  it('can go without an index for now, since CloudFormation adds one at a time', () => {
    const before = tableOf({ withoutIndexes: ['parkedInQueue'] }).Properties['GlobalSecondaryIndexes'];
    expect((before as { IndexName: string }[]).map(({ IndexName }) => IndexName)).toEqual([
      'wake',
      'compare',
      'pausedBy',
      'parked',
    ]);
  });

  it('leaves its place to a restored one, and stays as it is', () => {
    const template = templateOf({ restoredTable: 'records-of-noon' });
    expect(onlyOf(template, 'AWS::DynamoDB::Table')).toEqual(table);
    const functions = resourcesOf(template, 'AWS::Lambda::Function').map(([, { Properties }]) => {
      return (
        (Properties['Environment'] as { Variables?: Record<string, unknown> } | undefined)?.Variables ?? {}
      );
    });
    const named = functions.filter(({ TABLE_NAME }) => TABLE_NAME !== undefined);
    expect(named.length).toBeGreaterThan(10);
    for (const { TABLE_NAME, RESTORED_TABLE } of named)
      expect({ TABLE_NAME, RESTORED_TABLE }).toEqual({
        TABLE_NAME: 'records-of-noon',
        RESTORED_TABLE: 'records-of-noon',
      });
  });

  it('keeps only strings as keys', () => {
    const attributes = table.Properties['AttributeDefinitions'] as { AttributeType: string }[];
    expect(new Set(attributes.map(({ AttributeType }) => AttributeType))).toEqual(new Set(['S']));
  });

  it('can be restored to any point in time', () => {
    expect(table.Properties['PointInTimeRecoverySpecification']).toEqual({
      PointInTimeRecoveryEnabled: true,
    });
  });

  it('lets items go by ttl', () => {
    expect(table.Properties['TimeToLiveSpecification']).toEqual({ AttributeName: 'ttl', Enabled: true });
  });

  it('is encrypted with the key that AWS manages, by default', () => {
    expect(table.Properties['SSESpecification']).toEqual({ SSEEnabled: true });
  });

  it('is encrypted with the key given', () => {
    const template = templateOf((stack) => ({ encryptionKey: new kms.Key(stack, 'Key') }));
    const [[keyId] = ['']] = resourcesOf(template, 'AWS::KMS::Key');
    expect(onlyOf(template, 'AWS::DynamoDB::Table').Properties['SSESpecification']).toEqual({
      KMSMasterKeyId: { 'Fn::GetAtt': [keyId, 'Arn'] },
      SSEEnabled: true,
      SSEType: 'KMS',
    });
  });

  it('stays when the stack goes, and is protected from deletion, by default', () => {
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(table.Properties['DeletionProtectionEnabled']).toBe(true);
  });

  it('goes with the stack when that is asked for', () => {
    const disposable = tableOf({ removalPolicy: RemovalPolicy.DESTROY });
    expect(disposable.DeletionPolicy).toBe('Delete');
    expect(disposable.Properties['DeletionProtectionEnabled']).toBe(false);
  });
});
