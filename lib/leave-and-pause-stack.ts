import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LeaveAndPause } from './leave-and-pause';
import type { LeaveAndPauseProps } from './leave-and-pause-props';

export interface LeaveAndPauseStackProps extends StackProps, LeaveAndPauseProps {}

/** One stage of Leave and Pause, with outputs: the addresses to connect Twilio with, what DNS points at, the bus, the desk. */
export class LeaveAndPauseStack extends Stack {
  /** For stacks beside it, with custom logic of yours. */
  readonly product: LeaveAndPause;

  constructor(scope: Construct, id: string, props: LeaveAndPauseStackProps) {
    super(scope, id, props);
    this.product = new LeaveAndPause(this, 'LeaveAndPause', props);
    const { publicUrl, domain, bus, deskUrl } = this.product;
    new CfnOutput(this, 'ApiUrl', { value: publicUrl });
    new CfnOutput(this, 'TaskRouterWebhookUrl', { value: `${publicUrl}/webhooks/taskrouter` });
    new CfnOutput(this, 'ConversationsWebhookUrl', { value: `${publicUrl}/webhooks/conversations` });
    if (domain) {
      new CfnOutput(this, 'ApiDomainTarget', { value: domain.regionalDomainName });
      new CfnOutput(this, 'ApiDomainHostedZoneId', { value: domain.regionalHostedZoneId });
    }
    new CfnOutput(this, 'EventBusName', { value: bus.eventBusName });
    if (deskUrl !== undefined) new CfnOutput(this, 'DeskUrl', { value: deskUrl });
  }
}
