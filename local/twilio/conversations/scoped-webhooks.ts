import { badParameter, notFound } from '../errors';
import { page } from '../paging';
import { type Platform } from '../platform';
import { type ScopedWebhook } from '../records';
import {
  type ApiAnswer,
  type ApiRequest,
  created,
  ok,
  oneOf,
  param,
  required,
  type Route,
} from '../requests';
import { newSid } from '../sids';
import { all } from '../store';
import { CONVERSATION, conversationOf } from './conversations';
import { webhookView } from './views';

export const SCOPED_WEBHOOK_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: `${CONVERSATION}/Webhooks`, handle: listWebhooks },
  { method: 'POST', pattern: `${CONVERSATION}/Webhooks`, handle: createWebhook },
  { method: 'GET', pattern: `${CONVERSATION}/Webhooks/{Sid}`, handle: fetchWebhook },
  { method: 'DELETE', pattern: `${CONVERSATION}/Webhooks/{Sid}`, handle: deleteWebhook },
];

/**
 * Webhooks of one conversation; also the largest page. They are kept here, and nothing is sent to them.
 * Source: Twilio docs, Conversation Scoped Webhook resource.
 */
const MOST = 5;

function webhookOf(platform: Platform, request: ApiRequest): ScopedWebhook {
  const conversation = conversationOf(platform, request);
  const webhook = platform.store.scopedWebhooks.get(param(request, 'Sid'));
  if (webhook?.conversationSid !== conversation.sid) throw notFound(request.path);
  return webhook;
}

function listWebhooks(platform: Platform, request: ApiRequest): ApiAnswer {
  return page(request, {
    key: 'webhooks',
    items: all(platform.store.scopedWebhooks, conversationOf(platform, request).webhookSids),
    idOf: ({ sid }) => sid,
    render: (webhook) => webhookView(platform, request, webhook),
    most: MOST,
  });
}

function fetchWebhook(platform: Platform, request: ApiRequest): ApiAnswer {
  return ok(webhookView(platform, request, webhookOf(platform, request)));
}

function createWebhook(platform: Platform, request: ApiRequest): ApiAnswer {
  const conversation = conversationOf(platform, request);
  const target = oneOf('Target', required(request, 'Target'), ['webhook', 'trigger', 'studio']);
  const configuration = configurationOf(request, target);
  if (conversation.webhookSids.length >= MOST)
    throw badParameter(`A conversation has at most ${MOST} webhooks`);
  const webhook: ScopedWebhook = {
    sid: newSid('WH'),
    conversationSid: conversation.sid,
    target,
    configuration,
    createdAt: platform.now(),
  };
  platform.store.scopedWebhooks.set(webhook.sid, webhook);
  conversation.webhookSids.push(webhook.sid);
  platform.store.conversations.set(conversation.sid, conversation);
  return created(webhookView(platform, request, webhook));
}

function deleteWebhook(platform: Platform, request: ApiRequest): ApiAnswer {
  const webhook = webhookOf(platform, request);
  const conversation = conversationOf(platform, request);
  conversation.webhookSids = conversation.webhookSids.filter((sid) => sid !== webhook.sid);
  platform.store.conversations.set(conversation.sid, conversation);
  platform.store.scopedWebhooks.delete(webhook.sid);
  return { status: 204 };
}

function configurationOf(request: ApiRequest, target: ScopedWebhook['target']): Record<string, unknown> {
  if (target === 'studio') {
    const replayAfter = request.form.get('Configuration.ReplayAfter');
    return {
      flow_sid: required(request, 'Configuration.FlowSid'),
      ...(replayAfter !== null && { replay_after: Number(replayAfter) }),
    };
  }
  return {
    url: required(request, 'Configuration.Url'),
    method: (request.form.get('Configuration.Method') ?? 'post').toLowerCase(),
    filters: request.form.getAll('Configuration.Filters'),
    triggers: request.form.getAll('Configuration.Triggers'),
  };
}
