import type { Handovers } from '../../lambda/actions/ports';
import type { Handover } from '../../lambda/domain/handover';
import type { Instant } from '../../lambda/domain/time';
import { frozen } from './frozen';

type Call = keyof Handovers;

/** Handovers in memory, with the table's rule: a write counts only when nobody has written since the read. */
export class MemoryHandovers implements Handovers {
  private readonly items = new Map<string, Handover>();
  private readonly failures = new Map<Call, number>();
  private writesToLose = 0;

  async read(handoverId: string): Promise<Handover | undefined> {
    this.called('read');
    return this.items.get(handoverId);
  }

  async replace(readVersion: number, next: Handover): Promise<boolean> {
    this.called('replace');
    if (this.writesToLose > 0) {
      this.writesToLose--;
      return false;
    }
    if ((this.items.get(next.handoverId)?.version ?? 0) !== readVersion) return false;
    this.items.set(next.handoverId, frozen(next));
    return true;
  }

  async due(now: Instant, limit: number): Promise<string[]> {
    this.called('due');
    return this.all()
      .flatMap(({ handoverId, wakeAt }) => (wakeAt === null ? [] : [{ handoverId, wakeAt }]))
      .filter(({ wakeAt }) => wakeAt <= now)
      .sort((a, b) => (a.wakeAt < b.wakeAt ? -1 : 1))
      .slice(0, limit)
      .map(({ handoverId }) => handoverId);
  }

  all(): Handover[] {
    return [...this.items.values()];
  }

  /** The next calls of this name throw. */
  fail(call: Call, count: number): void {
    this.failures.set(call, count);
  }

  /** The next writes are lost, as if others had been faster. */
  loseWrites(count: number): void {
    this.writesToLose = count;
  }

  private called(call: Call): void {
    const left = this.failures.get(call) ?? 0;
    if (left === 0) return;
    this.failures.set(call, left - 1);
    throw new Error(`the table does not answer: ${call}`);
  }
}
