import { type Endpoints, endpointVariables } from './environment';
import { type TwilioSettings } from './settings';
import { resolve, type Template } from './template';

/** What there is to know of the product that runs here, as of one that is deployed. */
export interface Deployment {
  /** Of the stack; where something is different on one machine, as it is here. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Variables with which AWS's clients and the calls to Twilio find the services here. */
  readonly environment: Readonly<Record<string, string>>;
}

export function deploymentOf(
  template: Template,
  endpoints: Endpoints,
  publicUrl: string,
  twilio: TwilioSettings,
): Deployment {
  const values = Object.entries(template.Outputs ?? {}).map(([name, { Value }]) => [
    name,
    resolve(template, Value),
  ]);
  return {
    outputs: {
      ...(Object.fromEntries(values) as Record<string, string>),
      ...restored(),
      ApiUrl: publicUrl,
      TaskRouterWebhookUrl: `${publicUrl}/webhooks/taskrouter`,
      ConversationsWebhookUrl: `${publicUrl}/webhooks/conversations`,
      TwilioAccountSid: twilio.accountSid,
      TwilioWorkspaceSid: twilio.workspaceSid,
      TwilioWorkflowSid: twilio.workflowSid,
    },
    environment: endpointVariables(endpoints),
  };
}

/** Whoever has put an earlier table back says so to the handlers, and so to those who ask here. */
function restored(): { RestoredTable?: string } {
  const name = process.env['RESTORED_TABLE'];
  return name === undefined ? {} : { RestoredTable: name };
}
