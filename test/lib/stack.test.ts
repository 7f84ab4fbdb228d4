import { App, RemovalPolicy } from 'aws-cdk-lib';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLING_STACKS, VALIDATION_REPORT_FILE } from 'aws-cdk-lib/cx-api';
import { LeaveAndPauseStack, type LeaveAndPauseStackProps } from '../../lib/leave-and-pause-stack';
import { cdkContext, synthesizeWithoutBundling } from '../../lib/synthesize';
import { writtenOut } from './arns';
import { appWithoutBundling, onlyOf, resourcesOf, templateIn, TWILIO } from './templates';

function templateWith(props: Partial<LeaveAndPauseStackProps>) {
  const app = appWithoutBundling();
  return templateIn(app, new LeaveAndPauseStack(app, 'Stack', { twilio: TWILIO, ...props }));
}

describe('stack', () => {
  it('has nothing that CloudFormation is known to refuse or warn of', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'flex-leave-pause-test-'));
    try {
      const app = new App({ outdir, context: { ...cdkContext(), [BUNDLING_STACKS]: [] } });
      new LeaveAndPauseStack(app, 'Stack', { twilio: TWILIO });
      app.synth();
      const report = JSON.parse(readFileSync(join(outdir, VALIDATION_REPORT_FILE), 'utf8')) as {
        pluginReports: { violations: unknown[] }[];
      };
      expect(report.pluginReports.flatMap(({ violations }) => violations)).toEqual([]);
    } finally {
      rmSync(outdir, { recursive: true, force: true });
    }
  });

  it('puts out the API, the two addresses that Twilio calls, the bus, and what connects them and looks after them', () => {
    const { template } = synthesizeWithoutBundling();
    const outputs = Object.entries(template.Outputs).map(([name, { Value }]) => [
      name,
      writtenOut(template, Value),
    ]);
    expect(Object.fromEntries(outputs)).toEqual({
      ApiUrl: 'https://api.example',
      TaskRouterWebhookUrl: 'https://api.example/webhooks/taskrouter',
      ConversationsWebhookUrl: 'https://api.example/webhooks/conversations',
      EventBusName: 'arn:aws:events:region:account:event-bus/events',
      TwilioAccountSid: `AC${'0'.repeat(32)}`,
      TwilioWorkspaceSid: `WS${'0'.repeat(32)}`,
      TwilioWorkflowSid: `WW${'0'.repeat(32)}`,
      TwilioSecretName: 'flex-leave-pause/twilio',
      TableName: 'arn:aws:dynamodb:region:account:table/records',
      StateMachineArn: 'arn:aws:states:region:account:stateMachine:timer',
      TaskRouterWebhookLogs: 'arn:aws:logs:region:account:log-group:taskrouter-webhook:*',
      ConversationsWebhookLogs: 'arn:aws:logs:region:account:log-group:conversations-webhook:*',
    });
  });

  it('puts out and signs against your own domain where there is one', () => {
    const template = templateWith({ publicUrl: 'https://pause.example' });
    expect(template.Outputs['TaskRouterWebhookUrl']?.Value).toBe('https://pause.example/webhooks/taskrouter');
    expect(JSON.stringify(template.Resources)).toContain('"PUBLIC_URL":"https://pause.example"');
  });

  it('makes a key where it is asked for a new one, rotated, and gone only where the records go', () => {
    const [template, tryingOut] = [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY].map((removalPolicy) =>
      templateWith({ encryptionKey: 'new', removalPolicy }),
    );
    const [[keyId, key] = []] = resourcesOf(template!, 'AWS::KMS::Key');
    expect(key).toMatchObject({ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } });
    expect(onlyOf(tryingOut!, 'AWS::KMS::Key').DeletionPolicy).toBe('Delete');
    expect(onlyOf(template!, 'AWS::DynamoDB::Table').Properties['SSESpecification']).toMatchObject({
      KMSMasterKeyId: { 'Fn::GetAtt': [keyId, 'Arn'] },
    });
  });

  it('takes a key by its ARN', () => {
    const arn = 'arn:aws:kms:eu-west-1:123456789012:key/one';
    const template = templateWith({ encryptionKey: arn });
    expect(onlyOf(template, 'AWS::Events::EventBus').Properties['KmsKeyIdentifier']).toBe(arn);
    expect(resourcesOf(template, 'AWS::KMS::Key')).toEqual([]);
  });

  it('refuses an ARN of something else', () => {
    const arn = 'arn:aws:kms:eu-west-1:123456789012:alias/one';
    expect(() => templateWith({ encryptionKey: arn })).toThrow(
      `Set encryptionKey to "new", or to the ARN of a key, arn:aws:kms:…:key/…: "${arn}" is neither.`,
    );
  });
});
