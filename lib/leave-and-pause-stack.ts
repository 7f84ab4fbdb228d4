import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { ConfigurationError } from './configuration-error';
import { LeaveAndPause } from './leave-and-pause';
import type { LeaveAndPauseProps } from './leave-and-pause-props';

export interface LeaveAndPauseStackProps extends StackProps, Omit<LeaveAndPauseProps, 'encryptionKey'> {
  /**
   * As in the construct, or `new` for a key that the stack makes and that is rotated each year, or the ARN of a key that
   * there is.
   * @default - the key that AWS manages for DynamoDB, and the one that EventBridge owns
   */
  readonly encryptionKey?: kms.IKey | 'new' | `arn:${string}`;
}

/** One stage of Leave and Pause, with outputs: the addresses to connect Twilio with, what DNS points at, the bus, the desk. */
export class LeaveAndPauseStack extends Stack {
  /** For stacks beside it, with custom logic of yours. */
  readonly product: LeaveAndPause;

  /** @throws ConfigurationError with a sentence for each wrong prop */
  constructor(scope: Construct, id: string, props: LeaveAndPauseStackProps) {
    super(scope, id, props);
    this.product = new LeaveAndPause(this, 'LeaveAndPause', { ...props, encryptionKey: this.key(props) });
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

  private key({ encryptionKey, removalPolicy }: LeaveAndPauseStackProps): kms.IKey | undefined {
    if (typeof encryptionKey !== 'string') return encryptionKey;
    if (encryptionKey === 'new') {
      return new kms.Key(this, 'Key', {
        description: `Records and events of ${this.stackName}`,
        enableKeyRotation: true,
        removalPolicy: removalPolicy ?? RemovalPolicy.RETAIN,
      });
    }
    if (/^arn:aws[\w-]*:kms:[^:]+:\d+:key\/./.test(encryptionKey)) {
      return kms.Key.fromKeyArn(this, 'Key', encryptionKey);
    }
    throw new ConfigurationError(
      `Set encryptionKey to "new", or to the ARN of a key, arn:aws:kms:…:key/…: "${encryptionKey}" is neither.`,
    );
  }
}
