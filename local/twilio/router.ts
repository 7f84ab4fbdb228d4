import { CONFIGURATION_ROUTES } from './configuration';
import { CONVERSATION_ROUTES } from './conversations/conversations';
import { MESSAGE_ROUTES } from './conversations/messages';
import { SCOPED_WEBHOOK_ROUTES } from './conversations/scoped-webhooks';
import { WEBHOOK_CONFIGURATION_ROUTES } from './conversations/webhook-configuration';
import { notFound, TwilioRefusal } from './errors';
import { SINK_ROUTES } from './event-streams/sinks';
import { SUBSCRIPTION_ROUTES } from './event-streams/subscriptions';
import { CHANNEL_ROUTES } from './flex/channels';
import { INVITE_ROUTES } from './flex/invites';
import { PARTICIPANT_ROUTES } from './flex/participants';
import { IAM_ROUTES } from './iam';
import { type Route } from './requests';
import { EVENT_ROUTES } from './taskrouter/event-list';
import { RESERVATION_ROUTES } from './taskrouter/reservations';
import { TASK_ROUTES } from './taskrouter/tasks';
import { WORKER_ROUTES } from './taskrouter/workers';
import { WORKFLOW_ROUTES } from './taskrouter/workflows';
import { CALLBACK_ROUTES } from './taskrouter/workspace-callback';
import { WORKSPACE_ROUTES } from './taskrouter/workspace-routes';

interface CompiledRoute extends Route {
  readonly expression: RegExp;
}

const ROUTES: readonly CompiledRoute[] = [
  ...CHANNEL_ROUTES,
  ...INVITE_ROUTES,
  ...PARTICIPANT_ROUTES,
  ...TASK_ROUTES,
  ...RESERVATION_ROUTES,
  ...WORKER_ROUTES,
  ...WORKSPACE_ROUTES,
  ...EVENT_ROUTES,
  ...CONVERSATION_ROUTES,
  ...MESSAGE_ROUTES,
  ...SCOPED_WEBHOOK_ROUTES,
  ...IAM_ROUTES,
  ...CONFIGURATION_ROUTES,
  ...WEBHOOK_CONFIGURATION_ROUTES,
  ...CALLBACK_ROUTES,
  ...WORKFLOW_ROUTES,
  ...SINK_ROUTES,
  ...SUBSCRIPTION_ROUTES,
].map((route) => ({ ...route, expression: compile(route.pattern) }));

/** The route of this request, and what its names stand for. @throws TwilioRefusal 404, or 405 (code 20004) */
export function findRoute(method: string, path: string): { route: Route; params: Record<string, string> } {
  const matching = ROUTES.filter(({ expression }) => expression.test(path));
  const route = matching.find((one) => one.method === method);
  if (matching.length === 0) throw notFound(path);
  if (!route) throw new TwilioRefusal(405, 20004, 'Method not allowed');
  return { route, params: { ...route.expression.exec(path)?.groups } };
}

function compile(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('{', '(?<').replaceAll('}', '>[^/]+)')}$`);
}
