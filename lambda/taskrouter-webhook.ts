import { agentDeleted } from './actions/agent-deleted';
import { taskEvent } from './actions/task-event';
import { newsOf } from './domain/task-events';
import { withHandovers } from './runtime/handovers';
import { budgetFromNow } from './runtime/run';
import { webhookHandler } from './runtime/webhooks';

/** How long the first page of a deleted agent's pauses starts new work for: TaskRouter waits 15 s. */
const START_WITHIN_MILLISECONDS = 4_000;

/** POST /webhooks/taskrouter: TaskRouter's event callback, which waits 15 s. */
export const handler = webhookHandler({
  budgetMilliseconds: 9_000,
  taken: { statusCode: 204, headers: { 'content-type': 'application/json' } },
  take: (form) => {
    const news = newsOf(form);
    if (news === undefined) return undefined;
    if (news.kind !== 'agent-deleted') return (deps) => taskEvent(news, deps);
    const starting = budgetFromNow(START_WITHIN_MILLISECONDS);
    return (deps) => agentDeleted(news.workerSid, withHandovers(deps), () => starting.left() > 0);
  },
});
