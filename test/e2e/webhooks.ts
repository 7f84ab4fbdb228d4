import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { DEMO_TWILIO } from '../../local/settings';
import { DEMO_USERS } from '../../local/twilio/demo';
import { type Answer, type RunningProduct } from './running-product';

export type Form = Record<string, string>;
export type WebhookPath = '/webhooks/taskrouter' | '/webhooks/conversations';

const [ALICE] = DEMO_USERS;

/** Any SID of a kind that nobody has. */
export const sidOf = (prefix: string, digit = '7') => prefix + digit.repeat(32);

/** A TaskRouter event as Twilio sends it, of a task of this conversation and of Alice. */
export function taskEvent(type: string, conversationSid: string, taskSid: string, more: Form = {}): Form {
  return {
    EventType: type,
    Sid: sidOf('EV'),
    AccountSid: DEMO_TWILIO.accountSid,
    WorkspaceSid: DEMO_TWILIO.workspaceSid,
    WorkflowSid: DEMO_TWILIO.workflowSid,
    Timestamp: String(Math.ceil(Date.now() / 1000) + 1), // later than all that the test has done
    TaskSid: taskSid,
    TaskAttributes: JSON.stringify({
      conversationSid,
      flexInteractionSid: sidOf('KD'),
      flexInteractionChannelSid: sidOf('UO'),
    }),
    ReservationSid: sidOf('WR'),
    WorkerSid: ALICE!.workerSid!,
    WorkerName: 'Alice',
    WorkerAttributes: '{"contact_uri":"client:alice"}',
    ...more,
  };
}

/** A Conversations event: closed, for good. */
export function closedEvent(conversationSid: string, more: Form = {}): Form {
  return {
    EventType: 'onConversationStateUpdated',
    AccountSid: DEMO_TWILIO.accountSid,
    ConversationSid: conversationSid,
    StateFrom: 'active',
    StateTo: 'closed',
    Reason: 'API',
    ...more,
  };
}

/** What Twilio would sign this with, for us. */
export function signatureOf(
  { product }: RunningProduct,
  path: string,
  form: Form,
  { base = `http://localhost:${product.port}`, authToken = DEMO_TWILIO.authToken } = {},
): string {
  return getExpectedTwilioSignature(authToken, base + path, form);
}

/** @param signature undefined: none is sent */
export function deliver(
  running: RunningProduct,
  path: WebhookPath,
  form: Form | string,
  signature: string | undefined,
  contentType = 'application/x-www-form-urlencoded',
): Promise<Answer> {
  return running.ask('POST', path, undefined, new URLSearchParams(form).toString(), {
    'content-type': contentType,
    ...(signature === undefined ? {} : { 'x-twilio-signature': signature }),
  });
}

/** As Twilio delivers it. */
export function deliverSigned(running: RunningProduct, path: WebhookPath, form: Form): Promise<Answer> {
  return deliver(running, path, form, signatureOf(running, path, form));
}
