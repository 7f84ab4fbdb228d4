import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { ASSET_RESOURCE_METADATA_ENABLED_CONTEXT, BUNDLING_STACKS } from 'aws-cdk-lib/cx-api';
import { CustomRoutingStack } from '../../examples/custom-routing/custom-routing-stack';
import { LeaveAndPauseStack } from '../../lib/leave-and-pause-stack';
import { cdkContext } from '../../lib/synthesize';
import { appWithoutBundling, TWILIO } from '../lib/templates';

const VIP_QUEUE = `WQ${'5'.repeat(32)}`;

function stackIn(app: App): CustomRoutingStack {
  const { product } = new LeaveAndPauseStack(app, 'Product', { twilio: TWILIO });
  return new CustomRoutingStack(app, 'Routing', { product, vipQueueSid: VIP_QUEUE });
}

describe('the stack of the example', () => {
  const template = Template.fromStack(stackIn(appWithoutBundling()));

  it('hears of replies and lost invites on the bus of the product, and of nothing else', () => {
    template.resourceCountIs('AWS::Events::Rule', 1);
    template.hasResourceProperties('AWS::Events::Rule', {
      EventBusName: Match.not('default'),
      EventPattern: {
        source: ['flex.leave-pause'],
        'detail-type': ['ConversationReactivated', 'InviteLost'],
      },
      Targets: [Match.objectLike({ DeadLetterConfig: Match.anyValue() })],
    });
  });

  it('may call the route for custom logic, send to its own queue, and write its log', () => {
    const statements = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(
      ({ Properties }) =>
        (Properties as { PolicyDocument: { Statement: { Action: string | string[] }[] } }).PolicyDocument
          .Statement,
    );
    expect(statements.flatMap(({ Action }) => Action).sort()).toEqual([
      'execute-api:Invoke',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:SendMessage',
    ]);
    const [invoke] = statements.filter(({ Action }) => Action === 'execute-api:Invoke');
    expect(JSON.stringify(invoke)).toContain('/*/POST/service/conversations/*"');
  });

  it('tells its function where the API is and which queue is that of VIPs, and tries twice more', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { API_URL: Match.anyValue(), VIP_QUEUE_SID: VIP_QUEUE } },
    });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 3600,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });
});

it('the bundle of the function loads by itself, and has the handler', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'flex-leave-pause-test-'));
  try {
    const context = {
      ...cdkContext(),
      [BUNDLING_STACKS]: ['Routing'],
      [ASSET_RESOURCE_METADATA_ENABLED_CONTEXT]: true,
    };
    const app = new App({
      outdir,
      context,
      analyticsReporting: false,
      builtinCloudFormationValidation: false,
    });
    const fn = Object.values(Template.fromStack(stackIn(app)).findResources('AWS::Lambda::Function'))[0]!;
    const { Handler, Runtime } = fn['Properties'] as Record<string, string>;
    const { 'aws:asset:path': path } = fn['Metadata'] as Record<string, string>;
    const bundle = createRequire(__filename)(join(outdir, path!, 'index.js')) as Record<string, unknown>;
    expect([Handler, Runtime, typeof bundle['handler']]).toEqual(['index.handler', 'nodejs24.x', 'function']);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});

it('its app has the product and the stack beside it', () => {
  const context = { ...cdkContext(), [BUNDLING_STACKS]: [], vipQueueSid: VIP_QUEUE };
  process.env['CDK_CONTEXT_JSON'] = JSON.stringify(context); // as the CDK CLI gives it
  const { app } = jest.requireActual<{ app: App }>('../../examples/custom-routing/app');
  delete process.env['CDK_CONTEXT_JSON'];
  expect(app.node.children.map(({ node }) => node.id)).toEqual([
    'flex-leave-pause-prod',
    'flex-leave-pause-prod-custom-routing',
  ]);
});
