import { asProblem } from '../api/problem';

/**
 * The end of a list that only grows: each time that it is asked for, only what has come since is read.
 *
 * @param read what comes after the one with this id, oldest first; an id that is not known is refused as
 *             `invalid-request`, as it is when the product has begun anew: then all is read again
 * @param most so many are kept
 * @returns newest first; the very same list as before when nothing has come
 */
export function tailOf<T extends { readonly id: string }>(
  read: (after?: string) => Promise<readonly T[]>,
  most: number,
): () => Promise<readonly T[]> {
  let known: readonly T[] = [];

  /** Of two that read at the same time, each brings what the other has brought, too. */
  const take = (more: readonly T[]): void => {
    const newer = more.filter(({ id }) => !known.some((each) => each.id === id)).reverse();
    if (newer.length > 0) known = [...newer, ...known].slice(0, most);
  };

  return async () => {
    try {
      take(await read(known[0]?.id));
    } catch (error) {
      if (known.length === 0 || asProblem(error).code !== 'invalid-request') throw error;
      known = [];
      take(await read());
    }
    return known;
  };
}
