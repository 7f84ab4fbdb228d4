import { CHAT_SERVICE_SID, EVERYONE, FLEX_INSTANCE_SID, OFFLINE, QUEUES } from './demo';
import { type Platform } from './platform';
import { type ApiAnswer, type ApiRequest, ok, type Route } from './requests';

export const CONFIGURATION_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/v1/Configuration', handle: fetchConfiguration },
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
  return ok({ ...flex(platform), ...conversations(request), url: `${request.base}${request.path}` });
}

function flex({ options }: Platform): object {
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
    agent_conv_end_methods: null,
  };
}

function conversations({ base }: ApiRequest): object {
  return {
    default_chat_service_sid: CHAT_SERVICE_SID,
    default_messaging_service_sid: null,
    default_inactive_timer: null,
    default_closed_timer: null,
    links: {
      service: `${base}/v1/Services/${CHAT_SERVICE_SID}/Configuration`,
      webhooks: `${base}/v1/Configuration/Webhooks`,
    },
  };
}
