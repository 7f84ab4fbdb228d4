import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SFNClient } from '@aws-sdk/client-sfn';
import { dynamoStore } from '../../lambda/adapters/dynamodb';
import { dynamoLists } from '../../lambda/adapters/lists';
import { twilioOver } from '../../lambda/adapters/twilio';
import { type Deployment } from '../deployment/deployment';
import { twilioApi } from '../twilio/api';
import { readConnections } from '../twilio/connections';
import { credentialsOf, twilioWith } from '../twilio/of-deployment';
import { type Sources } from './sources';
import { readOurTasks } from './tasks';
import { readWorkflows } from './workflows';

/** Everything by the adapters that the functions use, with the credentials of whoever looks. */
export function sourcesOf(deployment: Deployment, now: () => Date): Sources {
  const dynamoDb = new DynamoDBClient({});
  const credentials = once(() => credentialsOf(deployment));
  const transport = once(async () => twilioWith(await credentials()));
  const twilio = once(async () => twilioApi(await transport()));
  return {
    deployment,
    now,
    credentials,
    twilio,
    twilioWith: (others) => twilioApi(twilioWith(others)),
    calls: async () => twilioOver(await transport(), deployment.workspaceSid),
    twilioUrl: `${process.env['TWILIO_BASE_URL'] || 'https://taskrouter.twilio.com'}/v1/Workspaces/${deployment.workspaceSid}`,
    connections: once(async () => readConnections(await twilio(), deployment)),
    workflows: once(async () => readWorkflows(await twilio(), deployment)),
    tasks: once(async () => readOurTasks(await twilio(), deployment)),
    store: dynamoStore(dynamoDb, deployment.tableName),
    lists: dynamoLists(dynamoDb, deployment.tableName),
    stepFunctions: new SFNClient({}),
    logs: new CloudWatchLogsClient({}),
    lambda: new LambdaClient({}),
  };
}

/** Read once, also when several ask at the same time. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}
