import { App } from 'aws-cdk-lib';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLING_STACKS, VALIDATION_REPORT_FILE } from 'aws-cdk-lib/cx-api';
import { LeaveAndPauseStack } from '../../lib/leave-and-pause-stack';
import { stackFromContext } from '../../lib/stack-from-context';
import { cdkContext, synthesizeWithoutBundling } from '../../lib/synthesize';
import { writtenOut } from './arns';
import { appWithoutBundling, onlyOf, templateIn, TWILIO } from './templates';

/** In place of the placeholders of cdk.json. */
const OWN_SIDS = {
  twilioAccountSid: TWILIO.accountSid,
  twilioWorkspaceSid: TWILIO.workspaceSid,
  twilioWorkflowSid: TWILIO.workflowSid,
};

describe('stack', () => {
  it('is as it was', () => {
    expect(synthesizeWithoutBundling().template).toMatchSnapshot();
  });

  it('has nothing that CloudFormation is known to refuse or warn of', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'flex-leave-pause-test-'));
    try {
      const app = new App({ outdir, context: { ...cdkContext(), ...OWN_SIDS, [BUNDLING_STACKS]: [] } });
      stackFromContext(app);
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
    const app = appWithoutBundling();
    const stack = new LeaveAndPauseStack(app, 'Stack', {
      twilio: TWILIO,
      publicUrl: 'https://pause.example',
    });
    const template = templateIn(app, stack);
    expect(template.Outputs['TaskRouterWebhookUrl']?.Value).toBe('https://pause.example/webhooks/taskrouter');
    expect(JSON.stringify(template.Resources)).toContain('"PUBLIC_URL":"https://pause.example"');
  });
});

describe('context', () => {
  const stackOf = (context: Record<string, unknown>) => {
    const app = appWithoutBundling(context);
    return { app, stack: stackFromContext(app) };
  };

  it('names the stack after the stage', () => {
    expect(stackOf({ stage: 'test' }).stack.stackName).toBe('flex-leave-pause-test');
  });

  it.each([
    ['stage', 'Set "stage" in the context of cdk.json, or by -c stage=…'],
    ['twilioAccountSid', 'Set "twilioAccountSid" in the context of cdk.json, or by -c twilioAccountSid=…'],
  ])('must have %s', (key, sentence) => {
    expect(() => stackOf({ [key]: '' })).toThrow(sentence);
  });

  it('keeps the records unless told otherwise', () => {
    const { app, stack } = stackOf({ keepData: undefined });
    expect(onlyOf(templateIn(app, stack), 'AWS::DynamoDB::Table').DeletionPolicy).toBe('Retain');
  });

  it.each([false, 'false'])('lets the records go with the stack by keepData: %p', (keepData) => {
    const { app, stack } = stackOf({ keepData });
    expect(onlyOf(templateIn(app, stack), 'AWS::DynamoDB::Table').DeletionPolicy).toBe('Delete');
  });

  it.each([
    ['keepData', 'no', 'Write the context\'s "keepData" as true or false.'],
    ['corsOrigins', [3000], 'Write the context\'s "corsOrigins" as a list of strings.'],
    ['publicUrl', 3000, 'Write the context\'s "publicUrl" as a string.'],
  ])('refuses %s: %p', (key, value, sentence) => {
    expect(() => stackOf({ [key]: value })).toThrow(sentence);
  });

  it.each(['https://a.example,https://b.example', 'https://a.example, https://b.example,'])(
    'takes from the command line a list of origins: %p',
    (corsOrigins) => {
      const { app, stack } = stackOf({ corsOrigins });
      const { Properties } = onlyOf(templateIn(app, stack), 'AWS::ApiGatewayV2::Api');
      expect(Properties['CorsConfiguration']).toMatchObject({
        AllowOrigins: ['https://a.example', 'https://b.example'],
      });
    },
  );

  it('has the desk where it says so, also at a domain of its own', () => {
    const domain = {
      deskDomainName: 'desk.example.com',
      deskCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/one',
    };
    const origins = { corsOrigins: ['https://flex.twilio.com'] };
    const outputsWith = (context: Record<string, unknown>) => {
      const { app, stack } = stackOf({ ...origins, ...context });
      return templateIn(app, stack).Outputs;
    };
    expect(outputsWith({ desk: 'false' })).not.toHaveProperty('DeskUrl');
    expect(outputsWith({ desk: 'true' })).toHaveProperty('DeskUrl');
    expect(outputsWith({ desk: true, ...domain })['DeskUrl']?.Value).toBe('https://desk.example.com');
    expect(() => stackOf({ ...origins, desk: true, ...domain, deskCertificateArn: '' })).toThrow(
      'Set "deskDomainName" and "deskCertificateArn" in the context, or neither.',
    );
  });

  it('takes from the command line an empty list of origins', () => {
    const { app, stack } = stackOf({ corsOrigins: '' });
    const { Properties } = onlyOf(templateIn(app, stack), 'AWS::ApiGatewayV2::Api');
    expect(Properties['CorsConfiguration']).toBeUndefined();
  });

  it.each([
    ['twilioAccountSid', 'twilio.accountSid'],
    ['twilioWorkspaceSid', 'twilio.workspaceSid'],
    ['twilioWorkflowSid', 'twilio.workflowSid'],
    ['twilioSecretName', 'twilio.secretName'],
  ])('is named where a value of %s is wrong', (key, prop) => {
    expect(() => stackOf({ [key]: 'wrong:value' })).toThrow(`Set ${prop} (the context's "${key}") to `);
  });
});

describe('placeholders of cdk.json', () => {
  const warningsWith = (context: Record<string, unknown>) => {
    const app = appWithoutBundling(context);
    const { stackName } = stackFromContext(app);
    const messages = app.synth().getStackByName(stackName).messages;
    return messages.filter(({ level }) => String(level) === 'warning').map(({ entry }) => entry.data);
  };

  it.each([
    ['twilioAccountSid', 'AC'],
    ['twilioWorkspaceSid', 'WS'],
    ['twilioWorkflowSid', 'WW'],
  ])('are warned of, each with what to set: %s', (key, prefix) => {
    expect(warningsWith({ ...OWN_SIDS, [key]: cdkContext()[key] })).toEqual([
      expect.stringContaining(
        `"${key}" is still the placeholder of cdk.json: set it to your own before you deploy, by -c ${key}=${prefix}…`,
      ),
    ]);
  });

  it('are three, until they are set', () => {
    expect(warningsWith({})).toHaveLength(3);
    expect(warningsWith(OWN_SIDS)).toEqual([]);
  });
});
