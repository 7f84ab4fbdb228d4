import { CONVERSATIONS, TASKROUTER, TASKROUTER_OVERRIDES } from '../../lambda/http/told-by-twilio';
import { CHAT_SERVICE_SID } from './demo';
import { type TwilioStandInOptions } from './options';
import { type EventCallback, type WebhookConfiguration } from './records';
import { type Store } from './store';

/** Name of the account's own webhooks among those of services. */
export const ACCOUNT_LEVEL = 'account';

const NONE: WebhookConfiguration = {
  preUrl: null,
  postUrl: null,
  filters: null,
  method: null,
  target: 'webhook',
};

/** The workspace's callback. Until somebody changes it, it is ours: the product works from the first moment on. */
export function eventCallback({ options, store }: Connected): EventCallback {
  const ours = `${options.publicUrl}${TASKROUTER.path}${TASKROUTER_OVERRIDES}`;
  return store.eventCallbacks.get(options.workspaceSid) ?? { url: ours, filter: null };
}

/** Conversations' webhooks of one level. Until somebody changes them, the service's are ours. */
export function webhookConfiguration({ options, store }: Connected, level: string): WebhookConfiguration {
  const kept = store.webhookConfigurations.get(level);
  if (kept) return kept;
  if (level !== CHAT_SERVICE_SID) return NONE;
  const postUrl = `${options.publicUrl}${CONVERSATIONS.path}`;
  return { ...NONE, postUrl, filters: [...CONVERSATIONS.events], method: 'POST' };
}

/** Those in force: a service's own, where it has any, take the place of the account's. Source: Twilio docs, Per-Service Webhook. */
export function webhooksInForce(connected: Connected): WebhookConfiguration {
  const ofService = webhookConfiguration(connected, CHAT_SERVICE_SID);
  const isSet = [ofService.preUrl, ofService.postUrl].some((url) => url !== null);
  return isSet ? ofService : webhookConfiguration(connected, ACCOUNT_LEVEL);
}

export interface Connected {
  readonly options: Pick<TwilioStandInOptions, 'publicUrl' | 'workspaceSid'>;
  readonly store: Store;
}
