import { type Problem } from '../api/problem';

/** Whether the API answers, from what all pollers hear. */
export class Connection {
  private lost = false;
  private readonly listeners = new Set<() => void>();

  get isLost(): boolean {
    return this.lost;
  }

  /** A refusal is an answer, too. */
  failed(problem: Problem): void {
    this.change(problem.passes);
  }

  answered(): void {
    this.change(false);
  }

  /** @returns ends it */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private change(lost: boolean): void {
    if (lost === this.lost) return;
    this.lost = lost;
    for (const listener of this.listeners) listener();
  }
}
