import type * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { FunctionName } from './function-names';
import type { MeasuredConstruct } from './measured-construct';

/** Where alarms and the dashboard find what they watch. */
export interface WatchedProduct {
  /** Has the metrics of the functions' own. */
  readonly measured: MeasuredConstruct;
  readonly functions: Readonly<Record<FunctionName, lambda.Function>>;
  readonly table: dynamodb.ITable;
  readonly api: apigw.HttpApi;
  readonly stateMachine: sfn.StateMachine;
}
