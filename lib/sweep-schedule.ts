import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** Not worth starting later than this: the next sweep is due by then (60 s is also the least Lambda takes). */
const MAX_EVENT_AGE = Duration.minutes(1);

/** Sweeps each minute. A sweep that fails is not repeated, by the rule or by Lambda: the next one finds everything. */
export class SweepSchedule extends Construct {
  constructor(scope: Construct, id: string, props: { readonly sweep: lambda.Function }) {
    super(scope, id);
    props.sweep.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: MAX_EVENT_AGE });
    new events.Rule(this, 'EachMinute', {
      schedule: events.Schedule.rate(Duration.minutes(1)),
      targets: [new targets.LambdaFunction(props.sweep, { retryAttempts: 0, maxEventAge: MAX_EVENT_AGE })],
    });
  }
}
