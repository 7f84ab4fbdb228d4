import type { Handovers } from '../../../lambda/actions/ports';
import type { Handover } from '../../../lambda/domain/handover';
import { earliest, type Instant } from '../../../lambda/domain/time';
import { MemoryHandovers } from '../../doubles/handovers';

interface Indexed {
  readonly at: number;
  readonly wakeAt: Instant | null;
}

/** What the table that they are in can do to its callers. */
export interface TableFaults {
  readonly ask: <T>(name: string, perform: () => Promise<T>) => Promise<T>;
  /** Until when an index shows what was written, in milliseconds since 1970. */
  readonly shownUntil: (index: string) => number;
  readonly moment: () => number;
  /** Whether the answer to a write gets lost, which is then repeated below us. */
  readonly losesAnswer: (name: string) => boolean;
}

/** Handovers in the simulated table. */
export class HandoverTable implements Handovers {
  private readonly memory = new MemoryHandovers();
  private readonly indexed = new Map<string, Indexed[]>();

  constructor(private readonly table: TableFaults) {}

  read(handoverId: string) {
    return this.table.ask('read handover', () => this.memory.read(handoverId));
  }

  replace(readVersion: number, next: Handover): Promise<boolean> {
    const answerLost = this.table.losesAnswer('replace handover');
    return this.table.ask('replace handover', async () => {
      if (!(await this.memory.replace(readVersion, next))) return false;
      const known = this.indexed.get(next.handoverId) ?? [];
      this.indexed.set(next.handoverId, [...known, { at: this.table.moment(), wakeAt: next.wakeAt }]);
      return !answerLost;
    });
  }

  due(now: Instant, limit: number): Promise<string[]> {
    const asOf = this.table.shownUntil('due handovers');
    return this.table.ask('due handovers', async () =>
      [...this.indexed]
        .flatMap(([handoverId, known]) => {
          const shown = known.findLast(({ at }) => at <= asOf)?.wakeAt ?? null;
          return shown === null || shown > now ? [] : [{ handoverId, shown }];
        })
        .sort((a, b) => (a.shown < b.shown ? -1 : 1))
        .slice(0, limit)
        .map(({ handoverId }) => handoverId),
    );
  }

  all(): Handover[] {
    return this.memory.all();
  }

  /** When a sweep would find one. */
  soonest(): Instant | null {
    return earliest(this.all().map(({ wakeAt }) => wakeAt));
  }
}
