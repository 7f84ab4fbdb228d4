import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { eventFields } from '../domain/event-fields';
import { textOf } from './body';
import { isObject } from './is-object';
import type { Form } from './signature';
import { CONVERSATIONS, type Told, TASKROUTER } from './told-by-twilio';

/** Event Streams sends JSON, webhooks send forms. */
export function isStreamed({ headers }: APIGatewayProxyEventV2): boolean {
  return headers['content-type']?.toLowerCase().startsWith('application/json') ?? false;
}

/**
 * What Event Streams tells, each event as its webhook would have it. Those that do not matter to us, or cannot be read,
 * are left out: they must not keep the others from being taken.
 * Source: Twilio docs, Event Streams: webhook sinks send a list of CloudEvents, 1.0.
 */
export function streamedForms(event: APIGatewayProxyEventV2): Form[] {
  return listIn(textOf(event))
    .map(formOfEvent)
    .filter((form) => form !== undefined);
}

function listIn(text: string): unknown[] {
  try {
    return [JSON.parse(text) as unknown].flat();
  } catch {
    return [];
  }
}

function formOfEvent(streamed: unknown): Form | undefined {
  if (!isObject(streamed) || !isObject(streamed['data'])) return undefined;
  const { type, data } = streamed;
  const ofTask = nameOf(type, TASKROUTER);
  if (ofTask !== undefined && isObject(data['payload']))
    return { ...eventFields(data['payload']), EventType: ofTask };
  const ofConversation = nameOf(type, CONVERSATIONS);
  return ofConversation === undefined ? undefined : { ...eventFields(data), EventType: ofConversation };
}

/** The event's name in webhooks. */
function nameOf(type: unknown, { streamed, events }: Told): string | undefined {
  return events[streamed.findIndex((each) => each === type)];
}
