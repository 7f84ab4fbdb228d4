import {
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { ONE_MINUTE, reaches, sumOf } from './alarm-definition';
import type { WatchedProduct } from './watched-product';

/** What the functions ask of the table. */
const OPERATIONS = ['BatchGetItem', 'PutItem', 'Query'];

/** What all else rests on: the sweep, and the table. */
export function foundationAlarms({ functions: { sweep }, table }: WatchedProduct) {
  const ofAll = (metricName: string) =>
    sumOf(
      'requests',
      Object.fromEntries(OPERATIONS.map((name) => [lowerCased(name), ofOne(name, metricName, table)])),
    );
  return {
    SweepNotRunning: {
      what: 'For ten minutes no sweep has begun',
      metric: sweep.metricInvocations({ period: ONE_MINUTE }),
      threshold: 1,
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      breaching: 10,
      periods: 10,
      missing: TreatMissingData.BREACHING,
    },
    SweepFails: reaches(
      sweep.metricErrors({ period: ONE_MINUTE }),
      1,
      [3, 5],
      'The sweep fails, or takes too long, again and again',
    ),
    TableThrottled: reaches(
      ofAll('ThrottledRequests'),
      5,
      [2, 3],
      'DynamoDB does not carry out requests, because there are too many',
    ),
    TableFails: reaches(ofAll('SystemErrors'), 5, [2, 3], 'DynamoDB answers with errors of its own'),
  };
}

function ofOne(operation: string, metricName: string, { tableName }: dynamodb.ITable): IMetric {
  return new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: tableName, Operation: operation },
    statistic: Stats.SUM,
  });
}

/** As names in metric math must begin. */
function lowerCased(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
