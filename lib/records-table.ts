import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { INDEXES, KEYS, type IndexName } from '../lambda/adapters/table-names';

export interface RecordsTableProps {
  readonly removalPolicy: RemovalPolicy;
  /** @default - the key that AWS manages for DynamoDB */
  readonly encryptionKey?: kms.IKey;
  /** Indexes that are left out. @default - none */
  readonly withoutIndexes?: readonly IndexName[];
  /** Name of a table that was restored from this one's backup, which is used in its place. @default - none */
  readonly restoredTable?: string;
}

/**
 * One table for records, history, settings and cursors. Nothing is ever deleted by a function: what may go
 * carries a time to live. A grant also gives the function the table's name, as TABLE_NAME, and that of a restored one as
 * RESTORED_TABLE too: then nothing is changed before `npm run reconcile` (ADR 0018).
 */
export class RecordsTable extends Construct {
  /** The one that is used. */
  readonly table: dynamodb.ITable;
  private readonly encryptionKey?: kms.IKey;
  private readonly isRestored: boolean;

  constructor(scope: Construct, id: string, props: RecordsTableProps) {
    super(scope, id);
    this.encryptionKey = props.encryptionKey;
    // Not TableV2: the local set-up creates the table from the template's AWS::DynamoDB::Table.
    const own = new dynamodb.Table(this, 'Table', {
      partitionKey: stringAttribute(KEYS.partitionKey),
      sortKey: stringAttribute(KEYS.sortKey),
      timeToLiveAttribute: KEYS.timeToLive,
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: props.encryptionKey
        ? dynamodb.TableEncryption.CUSTOMER_MANAGED
        : dynamodb.TableEncryption.AWS_MANAGED,
      encryptionKey: props.encryptionKey,
      removalPolicy: props.removalPolicy,
      deletionProtection: props.removalPolicy !== RemovalPolicy.DESTROY,
    });
    for (const index of Object.values(INDEXES)) {
      if (props.withoutIndexes?.includes(index.name)) continue;
      own.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: stringAttribute(index.partitionKey),
        sortKey: stringAttribute(index.sortKey),
        ...('attributes' in index
          ? { projectionType: dynamodb.ProjectionType.INCLUDE, nonKeyAttributes: [...index.attributes] }
          : { projectionType: dynamodb.ProjectionType.KEYS_ONLY }),
      });
    }
    const { restoredTable } = props;
    this.isRestored = restoredTable !== undefined;
    this.table = restoredTable ? dynamodb.Table.fromTableName(this, 'Restored', restoredTable) : own;
  }

  grantRead(fn: lambda.Function): void {
    fn.addEnvironment('TABLE_NAME', this.table.tableName);
    if (this.isRestored) fn.addEnvironment('RESTORED_TABLE', this.table.tableName);
    allow(fn, ['dynamodb:GetItem', 'dynamodb:BatchGetItem'], this.table.tableArn);
    this.encryptionKey?.grant(fn, 'kms:Decrypt', 'kms:DescribeKey');
  }

  /** Read, and write by whole items: every write is a conditional put. */
  grantChange(fn: lambda.Function): void {
    this.grantRead(fn);
    allow(fn, ['dynamodb:PutItem'], this.table.tableArn);
    this.encryptionKey?.grant(fn, 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*');
  }

  /** Read all there is, by key, by index or from end to end, and change nothing. */
  grantReadAll(grantee: iam.IGrantable): iam.Grant {
    this.encryptionKey?.grantDecrypt(grantee);
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan'],
      resourceArns: [this.table.tableArn, `${this.table.tableArn}/index/*`],
    });
  }

  /** The entries of a conversation's history, which lie beside its record. */
  grantHistory(fn: lambda.Function): void {
    allow(fn, ['dynamodb:Query'], this.table.tableArn);
  }

  grantQuery(fn: lambda.Function, ...indexes: IndexName[]): void {
    allow(
      fn,
      ['dynamodb:Query'],
      ...indexes.map((index) => `${this.table.tableArn}/index/${INDEXES[index].name}`),
    );
  }
}

function stringAttribute(name: string): dynamodb.Attribute {
  return { name, type: dynamodb.AttributeType.STRING };
}

/** The grants of `dynamodb.Table` reach every index; these reach only what they name. */
function allow(fn: lambda.Function, actions: string[], ...resourceArns: string[]): void {
  iam.Grant.addToPrincipal({ grantee: fn, actions, resourceArns });
}
