import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { FunctionName } from './function-names';

export interface Route {
  readonly method: HttpMethod;
  readonly path: string;
  readonly fn: FunctionName;
  /** For custom logic: lets in only who signs for IAM. */
  readonly isForService?: true;
}

/** The routes of docs/openapi.yaml, each with the function that answers it. */
export const ROUTES: readonly Route[] = [
  { method: HttpMethod.POST, path: '/conversations/{conversationSid}/pause', fn: 'pause' },
  { method: HttpMethod.POST, path: '/conversations/{conversationSid}/leave', fn: 'leave' },
  { method: HttpMethod.PATCH, path: '/conversations/{conversationSid}/pause', fn: 'change-pause' },
  { method: HttpMethod.POST, path: '/conversations/{conversationSid}/resume', fn: 'resume' },
  {
    method: HttpMethod.POST,
    path: '/conversations/{conversationSid}/reassign',
    fn: 'reassign-conversation',
  },
  { method: HttpMethod.POST, path: '/conversations/{conversationSid}/complete', fn: 'complete' },
  { method: HttpMethod.POST, path: '/conversations/{conversationSid}/end', fn: 'end' },
  { method: HttpMethod.GET, path: '/conversations/{conversationSid}', fn: 'get-conversation' },
  { method: HttpMethod.GET, path: '/conversations/{conversationSid}/history', fn: 'get-history' },
  {
    method: HttpMethod.POST,
    path: '/service/conversations/{conversationSid}/invite',
    fn: 'service-invite',
    isForService: true,
  },
  { method: HttpMethod.GET, path: '/paused', fn: 'list-paused' },
  { method: HttpMethod.GET, path: '/left', fn: 'list-left' },
  { method: HttpMethod.GET, path: '/paused/summary', fn: 'summarize-paused' },
  { method: HttpMethod.GET, path: '/agents', fn: 'list-agents' },
  { method: HttpMethod.POST, path: '/handover', fn: 'handover' },
  { method: HttpMethod.GET, path: '/settings', fn: 'get-settings' },
  { method: HttpMethod.PUT, path: '/settings', fn: 'put-settings' },
  { method: HttpMethod.GET, path: '/health', fn: 'health' },
  { method: HttpMethod.POST, path: '/webhooks/taskrouter', fn: 'taskrouter-webhook' },
  { method: HttpMethod.POST, path: '/webhooks/conversations', fn: 'conversations-webhook' },
];

export function isForTwilio({ path }: Route): boolean {
  return path.startsWith('/webhooks/');
}

/** CloudFront's patterns for the paths of all routes that people use: those of neither Twilio nor custom logic. */
export function pathsForPeople(): string[] {
  const paths = ROUTES.filter((route) => !route.isForService && !isForTwilio(route));
  return [...new Set(paths.map(({ path }) => path.replace(/^(\/[^/]+)\/.*$/, '$1/*')))];
}

/** Answers what no route matches. */
export const DEFAULT_ROUTE: FunctionName = 'not-found';
