import { taskEvent } from './actions/task-event';
import { taskEventOf } from './domain/task-events';
import { webhookHandler } from './runtime/webhooks';

/** POST /webhooks/taskrouter: TaskRouter's event callback, which waits 15 s. */
export const handler = webhookHandler({
  budgetMilliseconds: 9_000,
  taken: { statusCode: 204, headers: { 'content-type': 'application/json' } },
  take: (form) => {
    const event = taskEventOf(form);
    return event && ((deps) => taskEvent(event, deps));
  },
});
