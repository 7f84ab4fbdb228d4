import { timerSeconds } from './conversations/timers';
import { CHAT_SERVICE_SID, EVERYONE, FLEX_INSTANCE_SID, OFFLINE, QUEUES } from './demo';
import { type Platform } from './platform';
import { type ProductConfiguration } from './records';
import { type ApiAnswer, type ApiRequest, isRecord, ok, type Route } from './requests';

export const CONFIGURATION_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/v1/Configuration', handle: fetchConfiguration },
  { method: 'POST', pattern: '/v1/Configuration', handle: updateConfiguration },
];

/** Fields of Flex's configuration that say nothing here. */
const UNSET = [
  'taskrouter_skills',
  'taskrouter_worker_channels',
  'taskrouter_worker_attributes',
  'runtime_domain',
  'messaging_service_instance_sid',
  'ui_language',
  'ui_attributes',
  'ui_dependencies',
  'ui_version',
  'service_version',
  'call_recording_enabled',
  'call_recording_webhook_url',
  'crm_enabled',
  'crm_type',
  'crm_callback_url',
  'crm_fallback_url',
  'crm_attributes',
  'public_attributes',
  'plugin_service_enabled',
  'plugin_service_attributes',
  'integrations',
  'outbound_call_flows',
  'serverless_service_sids',
  'queue_stats_configuration',
  'notifications',
  'markdown',
  'flex_insights_hr',
  'flex_insights_drilldown',
  'flex_url',
  'channel_configs',
  'debugger_integration',
  'flex_ui_status_report',
  'citrix_voice_vdi',
  'offline_config',
];

/** Flex and Conversations have this path on two hosts; under one base the answer has the fields of both. */
function fetchConfiguration(platform: Platform, request: ApiRequest): ApiAnswer {
  return ok({
    ...flex(platform),
    ...conversations(platform, request),
    url: `${request.base}${request.path}`,
  });
}

/** Flex takes JSON, Conversations a form. What is not sent stays as it is. */
function updateConfiguration(platform: Platform, request: ApiRequest): ApiAnswer {
  const changed = isRecord(request.json) ? ofFlex(request.json) : ofConversations(request);
  platform.store.productConfigurations.set('account', { ...configured(platform), ...changed });
  return fetchConfiguration(platform, request);
}

const UNTOUCHED: ProductConfiguration = {
  agentConvEndMethods: null,
  defaultInactiveTimer: null,
  defaultClosedTimer: null,
};

function configured({ store }: Pick<Platform, 'store'>): ProductConfiguration {
  return store.productConfigurations.get('account') ?? UNTOUCHED;
}

function ofFlex({ agent_conv_end_methods: methods }: Record<string, unknown>): Partial<ProductConfiguration> {
  return methods === undefined ? {} : { agentConvEndMethods: methods };
}

function ofConversations({ form }: ApiRequest): Partial<ProductConfiguration> {
  const inactive = form.get('DefaultInactiveTimer');
  const closed = form.get('DefaultClosedTimer');
  if (inactive) timerSeconds('inactive', inactive); // refused where it is shorter than Twilio takes
  if (closed) timerSeconds('closed', closed);
  return {
    ...(inactive !== null && { defaultInactiveTimer: inactive || null }),
    ...(closed !== null && { defaultClosedTimer: closed || null }),
  };
}

function flex(platform: Platform): object {
  const { options } = platform;
  return {
    ...Object.fromEntries(UNSET.map((name) => [name, null])),
    account_sid: options.accountSid,
    date_created: '2026-01-01T00:00:00Z',
    date_updated: '2026-01-01T00:00:00Z',
    attributes: {},
    status: 'ok',
    taskrouter_workspace_sid: options.workspaceSid,
    taskrouter_target_workflow_sid: options.workflowSid,
    taskrouter_target_taskqueue_sid: EVERYONE.sid,
    taskrouter_taskqueues: QUEUES.map(({ sid }) => ({ sid, targettable: true })),
    taskrouter_offline_activity_sid: OFFLINE.sid,
    chat_service_instance_sid: CHAT_SERVICE_SID,
    flex_service_instance_sid: CHAT_SERVICE_SID,
    flex_instance_sid: FLEX_INSTANCE_SID,
    agent_conv_end_methods: configured(platform).agentConvEndMethods,
  };
}

function conversations(platform: Platform, { base }: ApiRequest): object {
  const { defaultInactiveTimer, defaultClosedTimer } = configured(platform);
  return {
    default_chat_service_sid: CHAT_SERVICE_SID,
    default_messaging_service_sid: null,
    default_inactive_timer: defaultInactiveTimer,
    default_closed_timer: defaultClosedTimer,
    links: {
      service: `${base}/v1/Services/${CHAT_SERVICE_SID}/Configuration`,
      webhooks: `${base}/v1/Configuration/Webhooks`,
    },
  };
}
