import { AbstractKeyIterator, AbstractValueIterator } from 'abstract-level';

/**
 * Dynalite 4.0.0 ends what it has read from LevelDB by `return`, where that is there; iterators of abstract-level have only
 * `close`. Without this each Query and Scan stays open, with the state of the store that it has seen.
 */
export function closeReadIterators(): void {
  for (const { prototype } of [AbstractKeyIterator, AbstractValueIterator])
    Object.assign(prototype, { return: closeThis });
}

function closeThis(this: { close(): Promise<void> }): Promise<void> {
  return this.close();
}
