import { badParameter, notFound } from '../errors';
import { page } from '../paging';
import { type Platform } from '../platform';
import { type Conversation, type ScopedWebhook } from '../records';
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
import { all } from '../store';
import { handOver } from '../studio/flow';
import { CONVERSATION, conversationOf } from './conversations';
import { messagesOf } from './messages';
import { webhookView } from './views';
import { addWebhook, removeWebhook } from './webhook-moves';

export const SCOPED_WEBHOOK_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: `${CONVERSATION}/Webhooks`, handle: listWebhooks },
  { method: 'POST', pattern: `${CONVERSATION}/Webhooks`, handle: createWebhook },
  { method: 'GET', pattern: `${CONVERSATION}/Webhooks/{Sid}`, handle: fetchWebhook },
  { method: 'DELETE', pattern: `${CONVERSATION}/Webhooks/{Sid}`, handle: deleteWebhook },
];

/**
 * Webhooks of one conversation; also the largest page. They are kept here; only those of the demo flow do something.
 * Source: Twilio docs, Conversation Scoped Webhook resource.
 */
export const MOST_WEBHOOKS = 5;
const FILTERS = 'Configuration.Filters';

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
    most: MOST_WEBHOOKS,
  });
}

function fetchWebhook(platform: Platform, request: ApiRequest): ApiAnswer {
  return ok(webhookView(platform, request, webhookOf(platform, request)));
}

function createWebhook(platform: Platform, request: ApiRequest): ApiAnswer {
  const conversation = conversationOf(platform, request);
  const target = oneOf('Target', required(request, 'Target'), ['webhook', 'trigger', 'studio']);
  const configuration = configurationOf(request, target);
  if (conversation.webhookSids.length >= MOST_WEBHOOKS)
    throw badParameter(`A conversation has at most ${MOST_WEBHOOKS} webhooks`);
  const webhook = addWebhook(platform, conversation, { target, configuration });
  replay(platform, conversation, webhook);
  return created(webhookView(platform, request, webhook));
}

function deleteWebhook(platform: Platform, request: ApiRequest): ApiAnswer {
  removeWebhook(platform, conversationOf(platform, request), webhookOf(platform, request).sid);
  return { status: 204 };
}

function configurationOf(request: ApiRequest, target: ScopedWebhook['target']): Record<string, unknown> {
  if (target === 'studio') {
    const replayAfter = request.form.get('Configuration.ReplayAfter');
    return {
      flow_sid: flowSidIn(request),
      filters: request.form.has(FILTERS) ? request.form.getAll(FILTERS) : ['onMessageAdded'],
      ...(replayAfter !== null && { replay_after: indexIn(replayAfter) }),
    };
  }
  return {
    url: required(request, 'Configuration.Url'),
    method: (request.form.get('Configuration.Method') ?? 'post').toLowerCase(),
    filters: request.form.getAll(FILTERS),
    triggers: request.form.getAll('Configuration.Triggers'),
  };
}

/** Messages of that index and above, which are there already, go to the flow as if they came now. */
function replay(platform: Platform, conversation: Conversation, webhook: ScopedWebhook): void {
  const { replay_after: from = Infinity } = webhook.configuration as { replay_after?: number };
  for (const message of messagesOf(platform, conversation)) {
    const isOn = conversation.webhookSids.includes(webhook.sid);
    if (isOn && message.index >= from) handOver(platform, conversation, webhook, message);
  }
}

function flowSidIn(request: ApiRequest): string {
  const sid = required(request, 'Configuration.FlowSid');
  if (!/^FW[0-9a-fA-F]{32}$/.test(sid)) throw badParameter('Configuration.FlowSid must be the SID of a flow');
  return sid;
}

function indexIn(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text))
    throw badParameter('Configuration.ReplayAfter must be the index of a message');
  return Number(text);
}
