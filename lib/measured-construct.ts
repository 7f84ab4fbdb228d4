import { Stack } from 'aws-cdk-lib';
import { Metric, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { DIMENSION, type MetricName, NAMESPACE } from '../lambda/domain/metric-names';

/**
 * What the functions of a stack measure (docs/runbook.md says what each metric means). Two of these in one stack have their
 * metrics together. Each method takes what CDK's own `metric…` methods take; the period is five minutes by default.
 */
export abstract class MeasuredConstruct extends Construct {
  /** @default - the average over five minutes */
  metric(metricName: MetricName, props?: MetricOptions): Metric {
    const dimensionsMap = { [DIMENSION]: Stack.of(this).stackName };
    return new Metric({ namespace: NAMESPACE, metricName, dimensionsMap, ...props }).attachTo(this);
  }

  /** Seconds from a pause's deadline to the write that takes it. @default - the maximum */
  metricDeadlineLateness(props?: MetricOptions): Metric {
    return this.metric('DeadlineLateness', { statistic: Stats.MAXIMUM, ...props });
  }

  /** Effects that could have been carried out and still are owed after a sweep. @default - the maximum */
  metricEffectsOwed(props?: MetricOptions): Metric {
    return this.metric('EffectsOwed', { statistic: Stats.MAXIMUM, ...props });
  }

  /** Seconds for which the oldest of these could have been carried out. @default - the maximum */
  metricOldestEffectAge(props?: MetricOptions): Metric {
    return this.metric('OldestEffectAge', { statistic: Stats.MAXIMUM, ...props });
  }

  /** Milliseconds of a sweep. @default - the maximum */
  metricSweepDuration(props?: MetricOptions): Metric {
    return this.metric('SweepDuration', { statistic: Stats.MAXIMUM, ...props });
  }

  /** Records that a sweep could not carry on with. @default - the maximum */
  metricRecordsFailed(props?: MetricOptions): Metric {
    return this.metric('RecordsFailed', { statistic: Stats.MAXIMUM, ...props });
  }

  /** Conversations compared with Twilio. @default - the sum */
  metricComparisonsMade(props?: MetricOptions): Metric {
    return this.sum('ComparisonsMade', props);
  }

  /** Invites that nobody took, or that custom logic did not bring. @default - the sum */
  metricInvitesLost(props?: MetricOptions): Metric {
    return this.sum('InvitesLost', props);
  }

  /** Invites that Twilio refuses for good. @default - the sum */
  metricInvitesRefused(props?: MetricOptions): Metric {
    return this.sum('InvitesRefused', props);
  }

  /** Accepts of a task while another one of the conversation lives. @default - the sum */
  metricDoubleTasks(props?: MetricOptions): Metric {
    return this.sum('DoubleTasks', props);
  }

  /** Agents who have not joined by an accept of ours. @default - the sum */
  metricAcceptedButNotJoined(props?: MetricOptions): Metric {
    return this.sum('AcceptedButNotJoined', props);
  }

  /** Conversations that the end of a wrap-up has closed. @default - the sum */
  metricClosedByWrapUp(props?: MetricOptions): Metric {
    return this.sum('ClosedByWrapUp', props);
  }

  /** Calls of timers whose conversation the table does not know. @default - the sum */
  metricTimersWithoutRecord(props?: MetricOptions): Metric {
    return this.sum('TimersWithoutRecord', props);
  }

  /** Webhooks without a right signature. @default - the sum */
  metricSignatureFailures(props?: MetricOptions): Metric {
    return this.sum('SignatureFailures', props);
  }

  /** Webhooks answered 503. @default - the sum */
  metricWebhooksNotTaken(props?: MetricOptions): Metric {
    return this.sum('WebhooksNotTaken', props);
  }

  /** Events of TaskRouter's list that were given up. @default - the sum */
  metricEventsGivenUp(props?: MetricOptions): Metric {
    return this.sum('EventsGivenUp', props);
  }

  /** Calls that Twilio answered with 429, each try. @default - the sum */
  metricTwilioTooManyRequests(props?: MetricOptions): Metric {
    return this.sum('TwilioTooManyRequests', props);
  }

  /** Calls without an answer, or with 5xx, 401 or 403, each try. @default - the sum */
  metricTwilioErrors(props?: MetricOptions): Metric {
    return this.sum('TwilioErrors', props);
  }

  private sum(metricName: MetricName, props?: MetricOptions): Metric {
    return this.metric(metricName, { statistic: Stats.SUM, ...props });
  }
}
