import { Duration } from 'aws-cdk-lib';
import {
  type ComparisonOperator,
  type IMetric,
  MathExpression,
  type TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';

/** When an alarm rings. */
export interface AlarmDefinition {
  /** What is the case then, in one sentence. */
  readonly what: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** @default - at or above the threshold */
  readonly comparison?: ComparisonOperator;
  /** Of the last periods, so many must breach. */
  readonly breaching: number;
  readonly periods: number;
  /** @default - a period without data is a good one: most metrics are there only where something happens */
  readonly missing?: TreatMissingData;
}

/** Rings when the metric is at the threshold or above it in so many of the last periods. */
export function reaches(
  metric: IMetric,
  threshold: number,
  [breaching, periods]: readonly [breaching: number, periods: number],
  what: string,
): AlarmDefinition {
  return { what, metric, threshold, breaching, periods };
}

/** One that never rings again by what has rung it: a single happening is one too many. */
export function happens(metric: IMetric, what: string): AlarmDefinition {
  return reaches(metric, 1, [1, 1], what);
}

export const ONE_MINUTE = Duration.minutes(1);

/**
 * Metrics added up. One without data counts as 0: DynamoDB tells of trouble only where there is some, and an alarm on its
 * metrics alone would stay as it was for ever.
 */
export function sumOf(label: string, metrics: Readonly<Record<string, IMetric>>): MathExpression {
  return new MathExpression({
    expression: Object.keys(metrics)
      .map((name) => `FILL(${name}, 0)`)
      .join(' + '),
    usingMetrics: { ...metrics },
    label,
    period: Duration.minutes(5),
  });
}
