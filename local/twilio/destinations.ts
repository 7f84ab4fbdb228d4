import { type Connected, eventCallback, webhooksInForce } from './connections';
import { streamedType } from './event-streams/cloud-event';

export type WebhookPath = '/webhooks/taskrouter' | '/webhooks/conversations';

/** Somebody who is to hear of an event. */
export interface Destination {
  /** As it was set, without connection overrides: what is signed. */
  readonly url: string;
  /** `cloud-event`: by Event Streams. */
  readonly as: 'form' | 'cloud-event';
}

/** Who hears of an event, as TaskRouter, Conversations and Event Streams are configured now. */
export function destinationsOf(connected: Connected, path: WebhookPath, eventType: string): Destination[] {
  const url =
    path === '/webhooks/taskrouter' ? callbackFor(connected, eventType) : webhookFor(connected, eventType);
  const direct = url === null ? [] : [{ url, as: 'form' as const }];
  return [...direct, ...streamsFor(connected, streamedType(path, eventType))];
}

function callbackFor(connected: Connected, eventType: string): string | null {
  const { url, filter } = eventCallback(connected);
  const isTold = filter === null || filter.split(',').some((name) => name.trim() === eventType);
  return url !== '' && isTold ? url.split('#')[0]! : null;
}

/** What is sent by GET nobody here takes. */
function webhookFor(connected: Connected, eventType: string): string | null {
  const { postUrl, filters, method } = webhooksInForce(connected);
  return method !== 'GET' && filters?.includes(eventType) ? postUrl : null;
}

function streamsFor({ store }: Connected, type: string): Destination[] {
  return store.subscriptions
    .values()
    .filter(({ types }) => types.some((each) => each.type === type))
    .flatMap(({ sinkSid }) => {
      const { destination } = store.sinks.get(sinkSid)?.configuration ?? {};
      return typeof destination === 'string' ? [{ url: destination, as: 'cloud-event' as const }] : [];
    });
}
