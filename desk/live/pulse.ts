/** Tells all that poll that somebody has just done something, whose consequences are to be seen soon. */
export class Pulse {
  private readonly listeners = new Set<() => void>();

  hurry(): void {
    for (const listener of this.listeners) listener();
  }

  /** @returns ends it */
  onHurry(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
