import { planConversations } from '../../connect/plan-conversations';
import { planTaskRouter } from '../../connect/plan-taskrouter';
import { withoutSecrets } from '../../connect/present';
import { type Plan } from '../../connect/step';
import { inForce } from '../../twilio/connections';
import { error, type Found, ok } from '../finding';
import { type Check } from '../sources';

const CONNECT = 'Run npm run connect, which shows what is missing, and sets it with --yes.';

/** Whether TaskRouter tells us what matters: by the workspace's callback, or by a stream beside somebody else's. */
export const taskRouterWebhook: Check = async ({ connections, deployment }) => {
  const now = await connections();
  const { taskRouterWebhookUrl: url } = deployment;
  const hasStream = now.streams.some(({ destination }) => destination === url);
  const { url: callback, filter } = now.callback;
  const by = callback.split('#')[0] === url ? 'callback' : hasStream ? 'stream' : 'nothing';
  const planned = planTaskRouter(now, deployment, { eventStreams: hasStream });
  return judged(planned, { by, callback: withoutSecrets(callback), filter });
};

/** Whether Conversations tells us what matters, at the level that is in force, or by a stream. */
export const conversationsWebhook: Check = async ({ connections, deployment }) => {
  const now = await connections();
  const { conversationsWebhookUrl: url } = deployment;
  const hasStream = now.streams.some(({ destination }) => destination === url);
  const webhooks = inForce(now);
  const by = webhooks.postUrl === url ? 'webhook' : hasStream ? 'stream' : 'nothing';
  const planned = planConversations(now, deployment, { eventStreams: hasStream });
  const { postUrl, filters, method } = webhooks;
  const level = webhooks === now.service ? 'service' : 'account';
  return judged(planned, { by, level, postWebhookUrl: withoutSecrets(postUrl), filters, method });
};

function judged({ steps, conflicts }: Plan, facts: Found['facts']): Found {
  const [conflict] = conflicts;
  if (conflict)
    return error('Twilio tells somebody else, and not this product', conflict.do, {
      ...facts,
      taken: conflict.field,
    });
  if (steps.length === 0) return ok('Twilio tells this product what it has to know', facts);
  const missing = steps.flatMap((step) => (step.kind === 'set' ? [step.field] : step.types));
  return error('Twilio does not tell this product all that it has to know', CONNECT, { ...facts, missing });
}
