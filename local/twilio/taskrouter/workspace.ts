import { notFound } from '../errors';
import { type Platform } from '../platform';
import { type ApiRequest, param } from '../requests';

/** Pattern of the workspace's own path. */
export const WORKSPACE = '/v1/Workspaces/{WorkspaceSid}';

/** @throws TwilioRefusal 404 when the path names another workspace */
export function checkWorkspace(platform: Platform, request: ApiRequest): void {
  if (param(request, 'WorkspaceSid') !== platform.options.workspaceSid) throw notFound(request.path);
}

export function workspaceUrl(platform: Platform, { base }: ApiRequest): string {
  return `${base}/v1/Workspaces/${platform.options.workspaceSid}`;
}

/** What all of TaskRouter's resources say first. */
export function owner({ options }: Platform): { account_sid: string; workspace_sid: string } {
  return { account_sid: options.accountSid, workspace_sid: options.workspaceSid };
}
