import * as kms from 'aws-cdk-lib/aws-kms';
import type { TemplateResource } from '../../lib/synthesize';
import { templateOf, resourcesOf } from './templates';

/** What keeps data, by type: how a template says that it is encrypted with more than its service does by itself. */
const KEEPS_DATA: Record<string, (properties: TemplateResource['Properties']) => unknown> = {
  'AWS::DynamoDB::Table': ({ SSESpecification }) => SSESpecification,
  'AWS::Events::EventBus': ({ KmsKeyIdentifier }) => KmsKeyIdentifier,
  'AWS::S3::Bucket': ({ BucketEncryption }) => BucketEncryption,
  'AWS::SNS::Topic': ({ KmsMasterKeyId }) => KmsMasterKeyId,
  'AWS::SQS::Queue': ({ KmsMasterKeyId, SqsManagedSseEnabled }) => KmsMasterKeyId ?? SqsManagedSseEnabled,
};

/** CloudWatch Logs and Step Functions encrypt by themselves, and what they keep names nobody. */
const ENCRYPTED_BY_ITSELF = ['AWS::Logs::LogGroup', 'AWS::StepFunctions::StateMachine'];

const KEEPS_NOTHING =
  /^AWS::(IAM|ApiGatewayV2|CloudFront|KMS)::|^AWS::Lambda::|^AWS::Events::Rule$|^AWS::CloudWatch::|^AWS::Logs::QueryDefinition$|^AWS::S3::BucketPolicy$|^Custom::/;

describe('encryption at rest', () => {
  const template = templateOf((stack) => ({
    corsOrigins: ['https://flex.twilio.com'],
    desk: {},
    encryptionKey: new kms.Key(stack, 'Key'),
  }));
  const types = new Set(Object.values(template.Resources).map(({ Type }) => Type));

  it('is known of every type of resource', () => {
    const known = [...Object.keys(KEEPS_DATA), ...ENCRYPTED_BY_ITSELF];
    expect([...types].filter((type) => !known.includes(type) && !KEEPS_NOTHING.test(type))).toEqual([]);
  });

  it.each(Object.keys(KEEPS_DATA).filter((type) => types.has(type)))('is set of each %s', (type) => {
    for (const [, { Properties }] of resourcesOf(template, type)) {
      expect(KEEPS_DATA[type]!(Properties)).toBeTruthy();
    }
  });

  it('of records and events is by the key given', () => {
    const [[keyId] = ['']] = resourcesOf(template, 'AWS::KMS::Key');
    const arn = { 'Fn::GetAtt': [keyId, 'Arn'] };
    const [[, table] = []] = resourcesOf(template, 'AWS::DynamoDB::Table');
    const [[, bus] = []] = resourcesOf(template, 'AWS::Events::EventBus');
    expect(table?.Properties['SSESpecification']).toMatchObject({ KMSMasterKeyId: arn });
    expect(bus?.Properties['KmsKeyIdentifier']).toEqual(arn);
  });
});
