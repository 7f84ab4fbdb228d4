import { CONVERSATIONS } from '../../../lambda/http/told-by-twilio';
import { newSid } from '../sids';
import { snakeCase } from '../taskrouter/snake-case';

type Fields = Readonly<Record<string, string>>;

/** What Event Streams calls an event of TaskRouter or Conversations. Source: Twilio docs, Event types list. */
export function streamedType(path: string, eventType: string): string {
  if (path === '/webhooks/taskrouter') return `com.twilio.taskrouter.${eventType}`;
  return CONVERSATIONS.streamed[CONVERSATIONS.events.indexOf(eventType)] ?? '';
}

/**
 * The body that Event Streams sends: a list of CloudEvents, here always with one. TaskRouter's fields lie under
 * `data.payload` in snake case, those of Conversations under `data` as they are.
 * Source: Twilio docs, Event Streams, event types of TaskRouter and Conversations.
 */
export function cloudEvents(path: string, fields: Fields, at: Date): string {
  const type = streamedType(path, fields.EventType ?? '');
  const data = path === '/webhooks/taskrouter' ? taskRouterData(fields) : conversationsData(fields);
  const event = {
    specversion: '1.0',
    type,
    source: fields.AccountSid,
    id: newSid('EZ'),
    time: at.toISOString(),
    data,
  };
  return JSON.stringify([event]);
}

function taskRouterData(fields: Fields): object {
  const { EventType: eventtype, ...others } = fields;
  const payload = Object.fromEntries(Object.entries(others).map(([name, value]) => [snakeCase(name), value]));
  return {
    sid: fields.Sid,
    account_sid: fields.AccountSid,
    timestamp: fields.Timestamp,
    product_name: 'TaskRouter',
    payload_type: 'application/json',
    payload: { ...payload, eventtype },
  };
}

/** A message's text has another name there. */
function conversationsData(fields: Fields): object {
  const named = Object.entries(fields).map(([name, value]) => [
    name === 'Body' ? 'MessageBody' : name,
    value,
  ]);
  return Object.fromEntries(named.filter(([name]) => name !== 'EventType')) as object;
}
