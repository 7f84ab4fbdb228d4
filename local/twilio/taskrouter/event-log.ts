import { type Collection } from '../../ports';
import { type Moment, type WorkspaceEvent } from '../records';

/** Events are kept for 30 days. Source: Twilio docs, TaskRouter Event resource. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export type NumberedEvent = WorkspaceEvent & { number: number };

/** The workspace's events in the order of happening. */
export class EventLog {
  private readonly inOrder: NumberedEvent[];

  constructor(private readonly collection: Collection<NumberedEvent>) {
    this.inOrder = collection.values().sort((one, other) => one.number - other.number);
  }

  add(event: NumberedEvent): void {
    this.inOrder.push(event);
    this.collection.set(event.sid, event);
    const stillKept = this.inOrder.findIndex(({ at }) => at >= event.at - KEPT_MS);
    for (const old of this.inOrder.splice(0, stillKept)) this.collection.delete(old.sid);
  }

  /** Events of these whole seconds, newest first, as Twilio lists them. */
  newestFirst(from: Moment, to: Moment): NumberedEvent[] {
    const found: NumberedEvent[] = [];
    for (let index = this.inOrder.length - 1; index >= 0; index--) {
      const event = this.inOrder[index];
      if (!event || seconds(event.at) < seconds(from)) break;
      if (seconds(event.at) <= seconds(to)) found.push(event);
    }
    return found;
  }
}

function seconds(moment: Moment): number {
  return Math.floor(moment / 1000);
}
