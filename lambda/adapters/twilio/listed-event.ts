import type { ListedEvent } from '../../actions/ports';
import { eventFields } from '../../domain/event-fields';
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
    const fields = eventFields(parsedAttributes(eventData));
    return { at, fields: { Timestamp: new Date(at).toISOString(), ...fields, EventType: eventType } };
  } catch {
    return undefined;
  }
}
