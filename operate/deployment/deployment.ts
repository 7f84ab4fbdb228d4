import { OperatorError } from '../operator-error';

/** The product as it is deployed: what its stack puts out. */
export interface Deployment {
  /** Of the stack; `local` for the one of `npm start`. */
  readonly name: string;
  readonly apiUrl: string;
  readonly taskRouterWebhookUrl: string;
  readonly conversationsWebhookUrl: string;
  readonly accountSid: string;
  readonly workspaceSid: string;
  readonly workflowSid: string;
  readonly secretName: string;
  readonly tableName: string;
  /** Where the table is a restored one: its name. */
  readonly restoredTable?: string | undefined;
  readonly stateMachineArn: string;
  /** Log groups of the functions that Twilio calls. */
  readonly taskRouterWebhookLogs: string;
  readonly conversationsWebhookLogs: string;
}

/** A deployment, and how to get at it. */
export interface Found {
  readonly deployment: Deployment;
  /** Variables for AWS's clients and the calls to Twilio; empty where the usual ones are right. */
  readonly environment: Readonly<Record<string, string>>;
  /** By the clock of the product. */
  readonly now: Date;
}

/** @throws OperatorError: an output is not there, as of a stack of an earlier version */
export function deploymentFrom(
  name: string,
  outputs: Readonly<Record<string, string | undefined>>,
): Deployment {
  const read = (output: string): string => {
    const value = outputs[output];
    if (value !== undefined && value !== '') return value;
    throw new OperatorError(`${name} has no output ${output}: deploy this version first.`);
  };
  return {
    name,
    apiUrl: read('ApiUrl'),
    taskRouterWebhookUrl: read('TaskRouterWebhookUrl'),
    conversationsWebhookUrl: read('ConversationsWebhookUrl'),
    accountSid: read('TwilioAccountSid'),
    workspaceSid: read('TwilioWorkspaceSid'),
    workflowSid: read('TwilioWorkflowSid'),
    secretName: read('TwilioSecretName'),
    tableName: read('TableName'),
    restoredTable: outputs['RestoredTable'],
    stateMachineArn: read('StateMachineArn'),
    taskRouterWebhookLogs: read('TaskRouterWebhookLogs'),
    conversationsWebhookLogs: read('ConversationsWebhookLogs'),
  };
}
