import type { EventBus, PublishedEvent } from '../../lambda/actions/ports';
import type { Settings } from '../../lambda/domain/settings';
import type { EventDetail } from '../../lambda/domain/owed-events';
import { eventErrors } from '../contract/event-schemas';
import { frozen } from './frozen';

export interface TakenEvent extends PublishedEvent {
  /** Of a conversation; or of the settings. */
  readonly detail: EventDetail & { readonly settings?: Settings };
}

/** Whatever a test publishes is as docs/events describes it. */
const violations: string[] = [];
afterEach(() => expect(violations.splice(0)).toEqual([]));

/** The bus in memory: what it has taken, in its order, also what came twice. */
export class MemoryBus implements EventBus {
  readonly taken: TakenEvent[] = [];
  calls = 0;
  private failures = { before: 0, after: 0 };

  async publish(event: PublishedEvent): Promise<void> {
    this.calls++;
    violations.push(...eventErrors(event.type, event.detail));
    if (this.failures.before > 0) {
      this.failures.before--;
      throw new Error('EventBridge does not answer');
    }
    this.taken.push(frozen(structuredClone(event)) as TakenEvent);
    if (this.failures.after === 0) return;
    this.failures.after--;
    throw new Error('EventBridge does not answer');
  }

  types(): string[] {
    return this.taken.map(({ type }) => type);
  }

  /** The next events are not taken. */
  fail(count: number): void {
    this.failures.before = count;
  }

  /** The next events are taken, and their answers lost. */
  loseAnswers(count: number): void {
    this.failures.after = count;
  }
}
