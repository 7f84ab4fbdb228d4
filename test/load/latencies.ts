/** How long what was asked took, by what it was, in milliseconds. */
export class Latencies {
  private readonly byKind = new Map<string, number[]>();

  add(kind: string, milliseconds: number): void {
    const before = this.byKind.get(kind);
    if (before) before.push(milliseconds);
    else this.byKind.set(kind, [milliseconds]);
  }

  async of<T>(kind: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const done = await work();
    this.add(kind, performance.now() - began);
    return done;
  }

  /** One line each, in the order of their first. @param seconds that it lasted */
  lines(seconds: number): string[] {
    return [...this.byKind].map(([kind, all]) => {
      const sorted = [...all].sort((a, b) => a - b);
      const [p50, p99, most] = [0.5, 0.99, 1].map((share) => percentile(sorted, share).toFixed(0));
      const rate = (all.length / seconds).toFixed(1);
      return `  ${kind}: ${all.length}, ${rate} a second, p50 ${p50} ms, p99 ${p99} ms, most ${most} ms`;
    });
  }
}

/** @param sorted from the least; 0 where there is none */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** @param values in any order; 0 where there is none */
export function median(values: readonly number[]): number {
  return percentile(
    [...values].sort((one, other) => one - other),
    0.5,
  );
}
