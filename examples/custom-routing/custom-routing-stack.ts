import { join } from 'node:path';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogLevel, NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { LeaveAndPause } from '../../lib/leave-and-pause';

export interface CustomRoutingStackProps extends StackProps {
  readonly product: LeaveAndPause;
  /** The TaskRouter queue of VIPs. */
  readonly vipQueueSid: string;
}

/** The default of the setting `leave.customRoutingTimeout`: what comes later finds the conversation invited already. */
const WORTH_TRYING = Duration.hours(1);

/** A Lambda that hears of replies to left conversations, and chooses the queue of each. */
export class CustomRoutingStack extends Stack {
  constructor(scope: Construct, id: string, props: CustomRoutingStackProps) {
    super(scope, id, props);
    const { product, vipQueueSid } = props;
    const notRouted = new sqs.Queue(this, 'NotRouted', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const routeReply = new NodejsFunction(this, 'RouteReply', {
      entry: join(__dirname, 'lambda/route-reply.ts'),
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: 256,
      timeout: Duration.seconds(35),
      environment: { API_URL: product.publicUrl, VIP_QUEUE_SID: vipQueueSid },
      logGroup: new logs.LogGroup(this, 'Logs', { retention: logs.RetentionDays.ONE_MONTH }),
      // All of it in the bundle: what the runtime brings along changes without a deploy.
      bundling: { minify: true, externalModules: [], logLevel: LogLevel.WARNING },
      retryAttempts: 2,
      maxEventAge: WORTH_TRYING,
      onFailure: new SqsDestination(notRouted),
    });
    product.grantService(routeReply);
    new events.Rule(this, 'Replies', {
      eventBus: product.bus,
      eventPattern: {
        source: ['flex.leave-pause'],
        detailType: ['ConversationReactivated', 'InviteLost'],
      },
      targets: [new LambdaFunction(routeReply, { deadLetterQueue: notRouted, maxEventAge: WORTH_TRYING })],
    });
  }
}
