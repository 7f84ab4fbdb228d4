import { REGION } from './template';
import { type TwilioSettings } from './settings';

/** Where the handlers find what they call. */
export interface Endpoints {
  readonly dynamodb: string;
  readonly states: string;
  readonly events: string;
  readonly secretsManager: string;
  /** CloudWatch Logs. */
  readonly logs: string;
  readonly lambda: string;
  readonly twilio: string;
}

/** So that whoever has started the product reads what is wrong, and not each write of a record. */
const LOG_LEVEL = 'warn';

/** Variables of whoever starts the product that would send the AWS clients elsewhere. */
const NOT_HERE = ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'];

/**
 * Sets the environment of the handlers, all of which run in this process: the template's own variables, and above them
 * what is different on one machine.
 */
export function setEnvironment(
  ofTemplate: Readonly<Record<string, string>>,
  endpoints: Endpoints,
  twilio: TwilioSettings,
  publicUrl: string,
): void {
  for (const name of NOT_HERE) delete process.env[name];
  const level = process.env['LOG_LEVEL'] ?? LOG_LEVEL;
  Object.assign(process.env, ofTemplate, {
    ...endpointVariables(endpoints),
    LOG_LEVEL: level,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_WORKSPACE_SID: twilio.workspaceSid,
    TWILIO_WORKFLOW_SID: twilio.workflowSid,
    PUBLIC_URL: publicUrl,
  });
  delete process.env['METRICS_STACK']; // nobody makes metrics of the log here
}

/** Variables that lead the AWS clients, and the calls to Twilio, to the services here. */
export function endpointVariables(endpoints: Endpoints): Record<string, string> {
  return {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SFN: endpoints.states,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.events,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secretsManager,
    AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: endpoints.logs,
    AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
    TWILIO_BASE_URL: endpoints.twilio,
  };
}
