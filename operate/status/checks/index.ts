import { type Check } from '../sources';
import { agentsJoined } from './agents-joined';
import { api } from './api';
import { clockSkew } from './clock-skew';
import { comparisons } from './comparisons';
import { conversationTimers } from './conversation-timers';
import { credentials } from './credentials';
import { deadlines } from './deadlines';
import { eventList } from './event-list';
import { executions } from './executions';
import { flexLeaveAndPause } from './flex-leave-and-pause';
import { givenUpTasks } from './given-up-tasks';
import { invitesAsAsked } from './invites-as-asked';
import { knownAgentTargets } from './known-agent-targets';
import { lambdaConcurrency } from './lambda-concurrency';
import { lastConversationsWebhook, lastTaskRouterWebhook } from './last-webhooks';
import { owed } from './owed';
import { reservationTimeouts } from './reservation-timeouts';
import { unassigned } from './unassigned';
import { conversationsWebhook, taskRouterWebhook } from './webhooks';

/** All that `npm run status` looks at, by the name that its finding has. docs/connect.md says what to do about each. */
export const CHECKS: Readonly<Record<string, Check>> = {
  api,
  credentials,
  'taskrouter-webhook': taskRouterWebhook,
  'conversations-webhook': conversationsWebhook,
  'last-taskrouter-webhook': lastTaskRouterWebhook,
  'last-conversations-webhook': lastConversationsWebhook,
  'flex-leave-and-pause': flexLeaveAndPause,
  'conversation-timers': conversationTimers,
  'known-agent-targets': knownAgentTargets,
  'clock-skew': clockSkew,
  executions,
  'effects-owed': owed,
  'conversations-unassigned': unassigned,
  'overdue-deadlines': deadlines,
  comparisons,
  'lambda-concurrency': lambdaConcurrency,
  'assumption-invites-as-asked': invitesAsAsked,
  'assumption-reservation-timeouts': reservationTimeouts,
  'assumption-agents-joined': agentsJoined,
  'assumption-given-up-tasks': givenUpTasks,
  'assumption-event-list': eventList,
};
