import { TASKROUTER, TASKROUTER_OVERRIDES } from '../../lambda/http/told-by-twilio';
import { type Deployment } from '../deployment/deployment';
import { type Callback, type Connections } from '../twilio/connections';
import { changed, withThose } from './fields';
import { planStream } from './plan-stream';
import { OTHERS, type Plan, type SetField, type Wishes } from './step';

/** The workspace's event callback. It has one address only. */
export function planTaskRouter(
  { callback, streams }: Connections,
  { taskRouterWebhookUrl: url }: Pick<Deployment, 'taskRouterWebhookUrl'>,
  { replace, eventStreams }: Wishes,
): Plan {
  const isOurs = callback.url.split('#')[0] === url;
  if (isOurs || callback.url === '' || replace)
    return { steps: callbackSteps(callback, url, isOurs), conflicts: [] };
  if (eventStreams) return { steps: planStream(streams, url, TASKROUTER.streamed), conflicts: [] };
  const conflict = { address: callback.address, field: 'EventCallbackUrl', is: callback.url, do: OTHERS };
  return { steps: [], conflicts: [conflict] };
}

/** Without a filter all events come: one that is ours already may stay so, a new one gets a filter. */
function callbackSteps({ address, url: before, filter }: Callback, url: string, isOurs: boolean): SetField[] {
  const set = { kind: 'set', address } as const;
  const events = filter === null && isOurs ? null : withThose(filter, TASKROUTER.events);
  return changed([
    { ...set, field: 'EventCallbackUrl', before, after: url + TASKROUTER_OVERRIDES },
    { ...set, field: 'EventsFilter', list: 'commas', before: filter, after: events },
  ]);
}
