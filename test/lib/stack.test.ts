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

describe('stack', () => {
  it('is as it was', () => {
    expect(synthesizeWithoutBundling().template).toMatchSnapshot();
  });

  it('has nothing that CloudFormation is known to refuse or warn of', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'flex-leave-pause-test-'));
    try {
      const app = new App({ outdir, context: { ...cdkContext(), [BUNDLING_STACKS]: [] } });
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

  it('puts out the API and the two addresses that Twilio calls', () => {
    const { template } = synthesizeWithoutBundling();
    const outputs = Object.entries(template.Outputs).map(([name, { Value }]) => [
      name,
      writtenOut(template, Value),
    ]);
    expect(Object.fromEntries(outputs)).toEqual({
      ApiUrl: 'https://api.example',
      TaskRouterWebhookUrl: 'https://api.example/webhooks/taskrouter',
      ConversationsWebhookUrl: 'https://api.example/webhooks/conversations',
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
    ['corsOrigins', 'https://flex.twilio.com', 'Write the context\'s "corsOrigins" as a list of strings.'],
    ['publicUrl', 3000, 'Write the context\'s "publicUrl" as a string.'],
  ])('refuses %s: %p', (key, value, sentence) => {
    expect(() => stackOf({ [key]: value })).toThrow(sentence);
  });
});
