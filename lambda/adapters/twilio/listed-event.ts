import type { ListedEvent } from '../../actions/ports';
import { count, parsedAttributes, text } from './resources';

/** An event as the list has it: its data are the fields of its webhook, in snake case ("task_sid"). */
export function listedEvent(event: {
  eventType: string;
  eventDateMs: number;
  eventData: unknown;
}): ListedEvent {
  const data = Object.entries(parsedAttributes(event.eventData));
  const named = data.map(([name, value]) => [pascalCase(name), asText(value)] as const);
  return {
    at: count(event.eventDateMs, 'event date'),
    fields: { ...Object.fromEntries(named), EventType: text(event.eventType, 'event type') },
  };
}

function pascalCase(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}

/** Webhooks have text only. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
