import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { ConfigurationError } from './configuration-error';
import { LeaveAndPause } from './leave-and-pause';
import type { LeaveAndPauseProps } from './leave-and-pause-props';
import { putOut } from './outputs';

export interface LeaveAndPauseStackProps
  extends StackProps, Omit<LeaveAndPauseProps, 'encryptionKey' | 'alarmTopic'> {
  /**
   * As in the construct, or `new` for a key that the stack makes and that is rotated each year, or the ARN of a key that
   * there is.
   * @default - the key that AWS manages for DynamoDB, and the one that EventBridge owns
   */
  readonly encryptionKey?: kms.IKey | 'new' | `arn:${string}`;
  /**
   * As in the construct, or the ARN of a topic that there is.
   * @default - alarms are there, and tell nobody
   */
  readonly alarmTopic?: sns.ITopic | `arn:${string}`;
}

/** One stage of Leave and Pause, and what others have to know of it as outputs. */
export class LeaveAndPauseStack extends Stack {
  /** For stacks beside it, with custom logic of yours. */
  readonly product: LeaveAndPause;

  /** @throws ConfigurationError with a sentence for each wrong prop */
  constructor(scope: Construct, id: string, props: LeaveAndPauseStackProps) {
    super(scope, id, props);
    this.product = new LeaveAndPause(this, 'LeaveAndPause', {
      ...props,
      encryptionKey: this.key(props),
      alarmTopic: this.topic(props),
    });
    putOut(this, this.product, props);
  }

  private topic({ alarmTopic }: LeaveAndPauseStackProps): sns.ITopic | undefined {
    if (typeof alarmTopic !== 'string') return alarmTopic;
    if (/^arn:aws[\w-]*:sns:[^:]+:\d+:./.test(alarmTopic))
      return sns.Topic.fromTopicArn(this, 'AlarmTopic', alarmTopic);
    throw new ConfigurationError(
      `Set alarmTopic to the ARN of a topic, arn:aws:sns:…: "${alarmTopic}" is not one.`,
    );
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
