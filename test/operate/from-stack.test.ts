import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { serve, type Served } from '../../local/http-server';
import { fromStack } from '../../operate/deployment/from-stack';
import { OperatorError } from '../../operate/operator-error';

const OUTPUTS = {
  ApiUrl: 'https://api.example',
  TaskRouterWebhookUrl: 'https://api.example/webhooks/taskrouter',
  ConversationsWebhookUrl: 'https://api.example/webhooks/conversations',
  TwilioAccountSid: 'AC1',
  TwilioWorkspaceSid: 'WS1',
  TwilioWorkflowSid: 'WW1',
  TwilioSecretName: 'flex-leave-pause/twilio',
  TableName: 'records',
  StateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:Timer',
  TaskRouterWebhookLogs: 'taskrouter-logs',
  ConversationsWebhookLogs: 'conversations-logs',
};

let server: Served;
let client: CloudFormationClient;
let outputs: Record<string, string>;

/** CloudFormation, so far as it describes the one stack `here`. It speaks XML. */
beforeAll(async () => {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  server = await serve((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const asked = new URLSearchParams(body);
      const isThere = asked.get('Action') === 'DescribeStacks' && asked.get('StackName') === 'here';
      response.writeHead(isThere ? 200 : 400, { 'content-type': 'text/xml' });
      response.end(isThere ? described() : NOT_THERE);
    });
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new CloudFormationClient({ endpoint: server.url, region: 'us-east-1', credentials });
});
afterAll(async () => {
  client.destroy();
  await server.close();
});
beforeEach(() => (outputs = OUTPUTS));

const NOT_THERE =
  '<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code>' +
  '<Message>Stack with id gone does not exist</Message></Error></ErrorResponse>';

function described(): string {
  const members = Object.entries(outputs).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return (
    '<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>here</StackName>' +
    `<Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`
  );
}

it('reads what the stack puts out', async () => {
  const { deployment, environment } = await fromStack(client, 'here');
  expect(environment).toEqual({});
  expect(deployment).toEqual({
    name: 'here',
    apiUrl: 'https://api.example',
    taskRouterWebhookUrl: 'https://api.example/webhooks/taskrouter',
    conversationsWebhookUrl: 'https://api.example/webhooks/conversations',
    accountSid: 'AC1',
    workspaceSid: 'WS1',
    workflowSid: 'WW1',
    secretName: 'flex-leave-pause/twilio',
    tableName: 'records',
    stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:Timer',
    taskRouterWebhookLogs: 'taskrouter-logs',
    conversationsWebhookLogs: 'conversations-logs',
  });
});

it('says which stack is not there, and which output one of an earlier version lacks', async () => {
  await expect(fromStack(client, 'gone')).rejects.toThrow(
    new OperatorError('There is no stack gone in this account and region.'),
  );
  outputs = { ApiUrl: OUTPUTS.ApiUrl };
  await expect(fromStack(client, 'here')).rejects.toThrow(
    new OperatorError('here has no output TaskRouterWebhookUrl: deploy this version first.'),
  );
});
