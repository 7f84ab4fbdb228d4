/** A part of a list, in the list's order, which is read piece by piece. */
export interface Source<T> {
  /** There is nothing in it from the start. */
  readonly isOver: boolean;
  next(): Promise<{ readonly items: readonly T[]; readonly isLast: boolean }>;
}

export interface Merged<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
}

interface Part<T> {
  readonly source: Source<T>;
  items: readonly T[];
  taken: number;
  isLast: boolean;
}

/**
 * The first of several parts by their moments. All are read at once; a further piece of a part is only read when its
 * earlier ones are used up. Of equal moments the part that stands first comes first: so the order is always the same.
 */
export async function merge<T extends { readonly at: string }>(
  sources: readonly Source<T>[],
  limit: number,
): Promise<Merged<T>> {
  const parts = sources
    .filter(({ isOver }) => !isOver)
    .map((source): Part<T> => ({ source, items: [], taken: 0, isLast: false }));
  const merged: T[] = [];
  while (merged.length < limit || firstOf(parts) === undefined) {
    await Promise.all(parts.filter(isUsedUp).map(readOn));
    const soonest = firstOf(parts);
    if (soonest === undefined) return { items: merged, hasMore: false };
    if (merged.length < limit) merged.push(soonest.items[soonest.taken++]!);
  }
  return { items: merged, hasMore: true };
}

function isUsedUp<T>({ items, taken, isLast }: Part<T>): boolean {
  return taken === items.length && !isLast;
}

/** A piece can be empty and not the last. */
async function readOn<T>(part: Part<T>): Promise<void> {
  while (isUsedUp(part)) {
    const { items, isLast } = await part.source.next();
    Object.assign(part, { items, taken: 0, isLast });
  }
}

function firstOf<T extends { readonly at: string }>(parts: readonly Part<T>[]): Part<T> | undefined {
  let first: Part<T> | undefined;
  for (const part of parts) {
    const item = part.items[part.taken];
    if (item !== undefined && (first === undefined || item.at < first.items[first.taken]!.at)) first = part;
  }
  return first;
}
