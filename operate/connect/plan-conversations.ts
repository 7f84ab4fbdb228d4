import { CONVERSATIONS } from '../../lambda/http/told-by-twilio';
import { type Deployment } from '../deployment/deployment';
import { type Connections, inForce, type Webhooks } from '../twilio/connections';
import { changed, withThose } from './fields';
import { planStream } from './plan-stream';
import { type Conflict, OTHERS, type Plan, type SetField, type Wishes } from './step';

const SHARED =
  'The method is also that of the webhook before something happens, which is never touched. Use --event-streams, or set POST yourself.';

/** Conversations' webhook after something has happened, at the level that is in force. */
export function planConversations(
  connections: Connections,
  { conversationsWebhookUrl: url }: Pick<Deployment, 'conversationsWebhookUrl'>,
  { replace, eventStreams }: Wishes,
): Plan {
  const webhooks = inForce(connections);
  const conflict = conflictIn(webhooks, url, replace);
  if (conflict === undefined) return { steps: webhookSteps(webhooks, url), conflicts: [] };
  if (!eventStreams) return { steps: [], conflicts: [conflict] };
  return { steps: planStream(connections.streams, url, CONVERSATIONS.streamed), conflicts: [] };
}

function conflictIn(
  { address, preUrl, postUrl, method }: Webhooks,
  url: string,
  replace?: boolean,
): Conflict | undefined {
  const isOthers = postUrl !== '' && postUrl !== url;
  if (isOthers && !replace) return { address, field: 'PostWebhookUrl', is: postUrl, do: OTHERS };
  const isShared = preUrl !== '' && method === 'GET';
  return isShared ? { address, field: 'Method', is: method, do: SHARED } : undefined;
}

function webhookSteps({ address, postUrl, filters, method }: Webhooks, url: string): SetField[] {
  const set = { kind: 'set', address } as const;
  return changed([
    { ...set, field: 'PostWebhookUrl', before: postUrl, after: url },
    { ...set, field: 'Method', before: method, after: 'POST' },
    {
      ...set,
      field: 'Filters',
      list: 'fields',
      before: filters,
      after: withThose(filters, CONVERSATIONS.events),
    },
  ]);
}
