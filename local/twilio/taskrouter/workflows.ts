import { EVERYONE, RESERVATION_TIMEOUT_SECONDS, WORKFLOW_NAME } from '../demo';
import { badParameter, notFound } from '../errors';
import { page } from '../paging';
import { type Platform } from '../platform';
import { type WorkflowSettings } from '../records';
import { type ApiAnswer, type ApiRequest, jsonObject, ok, param, type Route } from '../requests';
import { checkWorkspace, owner, WORKSPACE, workspaceUrl } from './workspace';
import { BEFORE } from './workspace-views';

export const WORKFLOW_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: `${WORKSPACE}/Workflows`, handle: listWorkflows },
  { method: 'GET', pattern: `${WORKSPACE}/Workflows/{Sid}`, handle: fetchWorkflow },
  { method: 'POST', pattern: `${WORKSPACE}/Workflows/{Sid}`, handle: updateWorkflow },
];

/** The longest that Twilio takes. Source: Twilio docs, Workflow resource. */
const LONGEST_RESERVATION_SECONDS = 86_400;

const DEFAULT: WorkflowSettings = {
  configuration: JSON.stringify({ task_routing: { filters: [], default_filter: { queue: EVERYONE.sid } } }),
  reservationTimeoutSeconds: RESERVATION_TIMEOUT_SECONDS,
};

/** Settings of the one workflow that is here. */
export function workflowSettings({ options, store }: Platform): WorkflowSettings {
  return store.workflows.get(options.workflowSid) ?? DEFAULT;
}

function listWorkflows(platform: Platform, request: ApiRequest): ApiAnswer {
  checkWorkspace(platform, request);
  return page(request, {
    key: 'workflows',
    items: [platform.options.workflowSid],
    idOf: (sid) => sid,
    render: () => workflowView(platform, request),
  });
}

function fetchWorkflow(platform: Platform, request: ApiRequest): ApiAnswer {
  checkWorkflow(platform, request);
  return ok(workflowView(platform, request));
}

function updateWorkflow(platform: Platform, request: ApiRequest): ApiAnswer {
  checkWorkflow(platform, request);
  const before = workflowSettings(platform);
  const configuration = request.form.get('Configuration');
  platform.store.workflows.set(platform.options.workflowSid, {
    configuration: configuration === null ? before.configuration : jsonObject('Configuration', configuration),
    reservationTimeoutSeconds: timeoutIn(request) ?? before.reservationTimeoutSeconds,
  });
  return ok(workflowView(platform, request));
}

function checkWorkflow(platform: Platform, request: ApiRequest): void {
  checkWorkspace(platform, request);
  if (param(request, 'Sid') !== platform.options.workflowSid) throw notFound(request.path);
}

function timeoutIn({ form }: ApiRequest): number | undefined {
  const text = form.get('TaskReservationTimeout');
  if (text === null) return undefined;
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < 1 || seconds > LONGEST_RESERVATION_SECONDS)
    throw badParameter(`TaskReservationTimeout must be from 1 to ${LONGEST_RESERVATION_SECONDS}`);
  return seconds;
}

function workflowView(platform: Platform, request: ApiRequest): object {
  const { workflowSid } = platform.options;
  const { configuration, reservationTimeoutSeconds } = workflowSettings(platform);
  return {
    ...owner(platform),
    sid: workflowSid,
    friendly_name: WORKFLOW_NAME,
    assignment_callback_url: null,
    fallback_assignment_callback_url: null,
    configuration,
    document_content_type: 'application/json',
    task_reservation_timeout: reservationTimeoutSeconds,
    ...BEFORE,
    url: `${workspaceUrl(platform, request)}/Workflows/${workflowSid}`,
    links: { workspace: workspaceUrl(platform, request) },
  };
}
