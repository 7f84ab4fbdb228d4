import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LeaveAndPause } from './leave-and-pause';
import type { LeaveAndPauseProps } from './leave-and-pause-props';

export interface LeaveAndPauseStackProps extends StackProps, LeaveAndPauseProps {}

/** One stage of Leave and Pause, the addresses to connect Twilio with, and the bus for custom logic. */
export class LeaveAndPauseStack extends Stack {
  constructor(scope: Construct, id: string, props: LeaveAndPauseStackProps) {
    super(scope, id, props);
    const { publicUrl, eventBus } = new LeaveAndPause(this, 'LeaveAndPause', props);
    new CfnOutput(this, 'ApiUrl', { value: publicUrl });
    new CfnOutput(this, 'TaskRouterWebhookUrl', { value: `${publicUrl}/webhooks/taskrouter` });
    new CfnOutput(this, 'ConversationsWebhookUrl', { value: `${publicUrl}/webhooks/conversations` });
    new CfnOutput(this, 'EventBusName', { value: eventBus.eventBusName });
  }
}
