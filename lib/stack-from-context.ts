import { type App, RemovalPolicy } from 'aws-cdk-lib';
import { LeaveAndPauseStack } from './leave-and-pause-stack';

/**
 * The stack of one stage, as the context says (`cdk.json`, or `cdk deploy -c stage=test -c …`):
 *
 * | key | meaning |
 * |---|---|
 * | `stage` | part of the stack's name, such as `prod` |
 * | `twilioAccountSid`, `twilioWorkspaceSid`, `twilioWorkflowSid` | where Flex lives |
 * | `twilioSecretName` | secret with Twilio's credentials; default `flex-leave-pause/twilio` |
 * | `publicUrl` | your own domain before the API; default the API's endpoint |
 * | `corsOrigins` | a list of origins; default none |
 * | `keepData` | `false`: records and logs go with the stack; default: they stay |
 *
 * @throws Error that says which key to set, or what is wrong with it
 */
export function stackFromContext(app: App): LeaveAndPauseStack {
  return new LeaveAndPauseStack(app, `flex-leave-pause-${required(app, 'stage')}`, {
    description: 'Leave and Pause for Twilio Flex conversations',
    twilio: {
      accountSid: required(app, 'twilioAccountSid'),
      workspaceSid: required(app, 'twilioWorkspaceSid'),
      workflowSid: required(app, 'twilioWorkflowSid'),
      secretName: optional(app, 'twilioSecretName'),
    },
    publicUrl: optional(app, 'publicUrl'),
    corsOrigins: list(app, 'corsOrigins'),
    removalPolicy: keepsData(app) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}

function required(app: App, key: string): string {
  const value = optional(app, key);
  if (value === undefined) throw new Error(`Set "${key}" in the context of cdk.json, or by -c ${key}=…`);
  return value;
}

function optional(app: App, key: string): string | undefined {
  const value: unknown = app.node.tryGetContext(key);
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new Error(`Write the context's "${key}" as a string.`);
  return value;
}

function list(app: App, key: string): string[] | undefined {
  const value: unknown = app.node.tryGetContext(key);
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new Error(`Write the context's "${key}" as a list of strings.`);
}

/** On the command line every value is a string. */
function keepsData(app: App): boolean {
  const value: unknown = app.node.tryGetContext('keepData') ?? true;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new Error('Write the context\'s "keepData" as true or false.');
}
