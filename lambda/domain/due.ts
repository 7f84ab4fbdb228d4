import { type Context, takeDue } from './pending';
import type { Conversation } from './record';
import type { Instant } from './time';

/** Whether the record wakes at this moment or before it. */
export function isDueBy(moment: Instant, { wakeAt }: Conversation): boolean {
  return wakeAt !== null && wakeAt <= moment;
}

/** Everything that is due is this run's; what is put off or taken by another run is left alone. */
export function withDueTaken(record: Conversation, context: Context): Conversation {
  return { ...record, pending: takeDue(record.pending, context) };
}
