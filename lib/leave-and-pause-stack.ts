import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LeaveAndPause } from './leave-and-pause';
import type { LeaveAndPauseProps } from './leave-and-pause-props';

export interface LeaveAndPauseStackProps extends StackProps, LeaveAndPauseProps {}

/** One stage of Leave and Pause, the addresses to connect Twilio with, the bus for custom logic, and the desk's address. */
export class LeaveAndPauseStack extends Stack {
  /** For stacks beside it, with custom logic of yours. */
  readonly product: LeaveAndPause;

  constructor(scope: Construct, id: string, props: LeaveAndPauseStackProps) {
    super(scope, id, props);
    this.product = new LeaveAndPause(this, 'LeaveAndPause', props);
    const { publicUrl, eventBus, deskUrl } = this.product;
    new CfnOutput(this, 'ApiUrl', { value: publicUrl });
    new CfnOutput(this, 'TaskRouterWebhookUrl', { value: `${publicUrl}/webhooks/taskrouter` });
    new CfnOutput(this, 'ConversationsWebhookUrl', { value: `${publicUrl}/webhooks/conversations` });
    new CfnOutput(this, 'EventBusName', { value: eventBus.eventBusName });
    if (deskUrl !== undefined) new CfnOutput(this, 'DeskUrl', { value: deskUrl });
  }
}
