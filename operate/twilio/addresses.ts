import { type Deployment } from '../deployment/deployment';

const TASKROUTER = 'https://taskrouter.twilio.com/v1';
const CONVERSATIONS = 'https://conversations.twilio.com/v1';
const EVENTS = 'https://events.twilio.com/v1';

/** Where Twilio has what operators read and set. */
export const ADDRESSES = {
  workspace: ({ workspaceSid }: Pick<Deployment, 'workspaceSid'>) =>
    `${TASKROUTER}/Workspaces/${workspaceSid}`,
  flexConfiguration: 'https://flex-api.twilio.com/v1/Configuration',
  conversationsConfiguration: `${CONVERSATIONS}/Configuration`,
  accountWebhooks: `${CONVERSATIONS}/Configuration/Webhooks`,
  serviceWebhooks: (serviceSid: string) => `${CONVERSATIONS}/Services/${serviceSid}/Configuration/Webhooks`,
  sinks: `${EVENTS}/Sinks`,
  subscriptions: `${EVENTS}/Subscriptions`,
  subscribedEvents: (subscriptionSid: string) =>
    `${EVENTS}/Subscriptions/${subscriptionSid}/SubscribedEvents`,
} as const;
