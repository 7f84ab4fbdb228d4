import type { HistoryEntry } from '../domain/history-entry';
import type { Deps } from './ports';

/** An event of a history: the entry that has it, and which of the entry's events it is, counted from 0. */
export interface HistoryPlace {
  readonly entry: HistoryEntry;
  readonly number: number;
}

/** Where a history is read on. */
export interface HistoryBookmark {
  readonly version: number;
  readonly number: number;
}

export interface HistoryPage {
  readonly places: readonly HistoryPlace[];
  /** undefined: that was the last page. */
  readonly next: HistoryBookmark | undefined;
}

const BEGINNING: HistoryBookmark = { version: 0, number: 0 };

/** Events in the order in which they happened. A page can end between two events of one write. */
export async function historyPage(
  conversationSid: string,
  limit: number,
  from: HistoryBookmark = BEGINNING,
  { history }: Pick<Deps, 'history'>,
): Promise<HistoryPage> {
  const { entries, hasMore } = await history.page(conversationSid, from.version, limit);
  const places = entries
    .flatMap((entry) => entry.events.map((_, number) => ({ entry, number })))
    .filter(({ entry, number }) => entry.version > from.version || number >= from.number);
  const following = places[limit];
  if (following) {
    const { entry, number } = following;
    return { places: places.slice(0, limit), next: { version: entry.version, number } };
  }
  const last = entries.at(-1);
  return { places, next: hasMore && last ? { version: last.version + 1, number: 0 } : undefined };
}
