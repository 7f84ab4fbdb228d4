import { ACCOUNT_LEVEL, webhookConfiguration } from '../connections';
import { CHAT_SERVICE_SID } from '../demo';
import { badParameter, notFound } from '../errors';
import { type Platform } from '../platform';
import { type WebhookConfiguration } from '../records';
import { type ApiAnswer, type ApiRequest, ok, oneOf, param, type Route } from '../requests';

const OF_ACCOUNT = '/v1/Configuration/Webhooks';
const OF_SERVICE = '/v1/Services/{ChatServiceSid}/Configuration/Webhooks';

/** Conversations' webhooks, of the account and of Flex's service. */
export const WEBHOOK_CONFIGURATION_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: OF_ACCOUNT, handle: fetch },
  { method: 'POST', pattern: OF_ACCOUNT, handle: update },
  { method: 'GET', pattern: OF_SERVICE, handle: fetch },
  { method: 'POST', pattern: OF_SERVICE, handle: update },
];

const METHODS = ['GET', 'POST'] as const;
const TARGETS = ['webhook', 'flex'] as const;
/** Some of the names are of webhooks before something happens, which may refuse it. */
const EVENTS =
  /^on(Message|Conversation|Participant|User)(Add|Added|Update|Updated|Remove|Removed)$|^on(ConversationStateUpdated|DeliveryUpdated)$/;

/** @throws TwilioRefusal 404: there is no such service */
function levelIn(request: ApiRequest): string {
  if (!('ChatServiceSid' in request.params)) return ACCOUNT_LEVEL;
  const service = param(request, 'ChatServiceSid');
  if (service !== CHAT_SERVICE_SID) throw notFound(request.path);
  return service;
}

function fetch(platform: Platform, request: ApiRequest): ApiAnswer {
  const level = levelIn(request);
  const { preUrl, postUrl, filters, method, target } = webhookConfiguration(platform, level);
  const isAccounts = level === ACCOUNT_LEVEL;
  return ok({
    account_sid: platform.options.accountSid,
    ...(isAccounts ? { target } : { chat_service_sid: level }),
    pre_webhook_url: preUrl,
    post_webhook_url: postUrl,
    filters,
    method: isAccounts ? (method ?? 'POST') : method,
    url: `${request.base}${request.path}`,
  });
}

/** Fields that are not sent stay as they are; an empty one is taken away. */
function update(platform: Platform, request: ApiRequest): ApiAnswer {
  const level = levelIn(request);
  const before = webhookConfiguration(platform, level);
  platform.store.webhookConfigurations.set(level, { ...before, ...changesIn(request, level) });
  return fetch(platform, request);
}

function changesIn({ form }: ApiRequest, level: string): Partial<WebhookConfiguration> {
  const pre = form.get('PreWebhookUrl');
  const post = form.get('PostWebhookUrl');
  const method = form.get('Method');
  const target = form.get('Target');
  if (target !== null && level !== ACCOUNT_LEVEL) throw badParameter('Target is not known');
  return {
    ...(pre !== null && { preUrl: pre || null }),
    ...(post !== null && { postUrl: post || null }),
    ...(form.has('Filters') && { filters: filtersIn(form) }),
    ...(method !== null && { method: method === '' ? null : oneOf('Method', method, METHODS) }),
    ...(target !== null && { target: oneOf('Target', target, TARGETS) }),
  };
}

function filtersIn(form: URLSearchParams): string[] | null {
  const names = form.getAll('Filters').filter((name) => name !== '');
  const unknown = names.find((name) => !EVENTS.test(name));
  if (unknown !== undefined) throw badParameter(`Filters: ${unknown} is no event`);
  return names.length === 0 ? null : names;
}
