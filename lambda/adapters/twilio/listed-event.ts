import type { ListedEvent } from '../../actions/ports';
import { mayMatter } from '../../domain/task-events';
import { parsedAttributes } from './resources';

/** An event of the list, as far as the package reads it. */
export interface EventResource {
  readonly eventType: unknown;
  readonly eventDateMs: unknown;
  readonly eventData: unknown;
}

/**
 * An event as the list has it: its data are the fields of its webhook, in snake case ("task_sid").
 *
 * Of the many that do not matter, only type and date are read.
 *
 * @returns undefined for one without a date, a type or readable data: it must not keep the others from being read
 */
export function listedEvent({
  eventType,
  eventDateMs: at,
  eventData,
}: EventResource): ListedEvent | undefined {
  if (typeof at !== 'number' || typeof eventType !== 'string') return undefined;
  if (!mayMatter(eventType)) return { at, fields: { EventType: eventType } };
  try {
    const fields = Object.fromEntries(
      Object.entries(parsedAttributes(eventData)).map(([name, value]): [string, string] => [
        pascalCase(name),
        asText(value),
      ]),
    );
    return { at, fields: { Timestamp: new Date(at).toISOString(), ...fields, EventType: eventType } };
  } catch {
    return undefined;
  }
}

/** A page has a thousand events with the same few dozens of names. */
const pascalNames = new Map<string, string>();

function pascalCase(name: string): string {
  const known = pascalNames.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/(^|_)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
  pascalNames.set(name, made);
  return made;
}

/** Webhooks have text only. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
