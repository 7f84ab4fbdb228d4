import { Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

const FIELDS = [
  '@timestamp',
  'level',
  'message',
  'conversationSid',
  'effect',
  'error',
  'status',
  'requestId',
];

/** What is asked of the log again and again. Where a value stands in dots, put in yours. */
const QUERIES: Readonly<Record<string, { fields: string[]; filterStatements: string[] }>> = {
  'What failed': { fields: FIELDS, filterStatements: ["level in ['warn', 'error']"] },
  'One conversation': {
    fields: [...FIELDS, 'version', 'by', 'told.0', 'effectId', 'result'],
    filterStatements: ["conversationSid = 'CH…'"],
  },
  'One request': {
    fields: [...FIELDS, 'run', 'effectId', 'result', 'operation', 'twilioRequestId'],
    filterStatements: ["requestId = '…'"],
  },
};

/** Queries of CloudWatch Logs Insights over the logs of all functions, under the stack's name. They cost nothing until they are run. */
export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, functions: readonly lambda.Function[]) {
    super(scope, id);
    for (const [name, { fields, filterStatements }] of Object.entries(QUERIES)) {
      new logs.QueryDefinition(this, name.replaceAll(' ', ''), {
        queryDefinitionName: `${Stack.of(this).stackName}/${name}`,
        logGroups: functions.map(({ logGroup }) => logGroup),
        queryString: new logs.QueryString({ fields, filterStatements, sort: '@timestamp desc', limit: 1000 }),
      });
    }
  }
}
