import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { AlarmDefinition } from './alarm-definition';
import { connectionAlarms } from './connection-alarms';
import { conversationAlarms } from './conversation-alarms';
import { foundationAlarms } from './foundation-alarms';
import type { WatchedProduct } from './watched-product';

type Definitions = ReturnType<typeof conversationAlarms> &
  ReturnType<typeof connectionAlarms> &
  ReturnType<typeof foundationAlarms>;

/** Of an alarm, after the stack's name; and the heading of its entry in docs/runbook.md. */
export type AlarmName = keyof Definitions;

/** All alarms of the product. Each has an entry in docs/runbook.md. */
export class Alarms extends Construct {
  readonly byName: Readonly<Record<AlarmName, Alarm>>;

  constructor(scope: Construct, id: string, product: WatchedProduct) {
    super(scope, id);
    const definitions: Definitions = {
      ...foundationAlarms(product),
      ...conversationAlarms(product.measured),
      ...connectionAlarms(product),
    };
    const alarms = Object.entries<AlarmDefinition>(definitions).map(([name, each]) => [
      name,
      this.define(name, each),
    ]);
    this.byName = Object.fromEntries(alarms) as Record<AlarmName, Alarm>;
  }

  /** Tells the topic when one rings, and when it is over. */
  sendTo(topic: sns.ITopic): void {
    for (const alarm of Object.values(this.byName)) {
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
    }
  }

  private define(name: string, definition: AlarmDefinition): Alarm {
    const { what, metric, threshold, comparison, breaching, periods, missing } = definition;
    return new Alarm(this, name, {
      alarmName: `${Stack.of(this).stackName}-${name}`,
      alarmDescription: `${what}. What to do: docs/runbook.md, ${name}.`,
      metric,
      threshold,
      comparisonOperator: comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      datapointsToAlarm: breaching,
      evaluationPeriods: periods,
      treatMissingData: missing ?? TreatMissingData.NOT_BREACHING,
    });
  }
}
