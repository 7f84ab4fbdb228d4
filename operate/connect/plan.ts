import { type Deployment } from '../deployment/deployment';
import { type Connections } from '../twilio/connections';
import { planConversations } from './plan-conversations';
import { planTaskRouter } from './plan-taskrouter';
import { type Plan, type Wishes } from './step';

/** What has to change so that Twilio tells us what matters; nothing where it does already. */
export function plan(connections: Connections, deployment: Deployment, wishes: Wishes): Plan {
  const parts = [
    planTaskRouter(connections, deployment, wishes),
    planConversations(connections, deployment, wishes),
  ];
  return {
    steps: parts.flatMap(({ steps }) => steps),
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
  };
}
