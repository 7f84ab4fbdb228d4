import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** The bus that custom logic listens to: what becomes of conversations, and changes of the settings. */
export class EventBus extends Construct {
  readonly bus: events.EventBus;

  /** @param props `encryptionKey` default: the key that EventBridge owns */
  constructor(scope: Construct, id: string, props: { readonly encryptionKey?: kms.IKey }) {
    super(scope, id);
    this.bus = new events.EventBus(this, 'Bus', { kmsKey: props.encryptionKey });
  }

  /** Also gives the function the bus, as EVENT_BUS_NAME. */
  grantPublish(fn: lambda.Function): void {
    fn.addEnvironment('EVENT_BUS_NAME', this.bus.eventBusName);
    iam.Grant.addToPrincipal({
      grantee: fn,
      actions: ['events:PutEvents'],
      resourceArns: [this.bus.eventBusArn],
    });
  }
}
