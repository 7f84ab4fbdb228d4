import type { Span } from '../domain/marks';
import { type Parking, parkedAs } from '../domain/parked';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import { type Instant, instant } from '../domain/time';
import { type Walk, walkOn, wasShown } from '../domain/walk';
import type { Deps, ListPlace, Lists, ListPosition, ParkedSelection } from './ports';

/** Which conversations a list has. */
export interface ListFilter {
  readonly parking: Parking;
  /** null: all. */
  readonly workerSid: string | null;
  readonly queueSid: string | null;
}

/** Where a list is read on. */
export interface Bookmark {
  readonly walk: Walk;
  readonly position: ListPosition;
}

export interface ListPage {
  readonly records: readonly Conversation[];
  readonly settings: Settings;
  /** undefined: that was the last page. */
  readonly next: Bookmark | undefined;
}

/** What is left out (another queue than asked for, changed since the index was written) does not end a page sooner. */
const MOST_ROUNDS = 10;

/** A page of what is paused or left, soonest first: places from an index, each record as it is now. */
export async function listParked(
  filter: ListFilter,
  span: Span,
  limit: number,
  from: Bookmark | undefined,
  { lists, now }: Pick<Deps, 'now'> & { readonly lists: Lists },
): Promise<ListPage> {
  const which: ParkedSelection = { ...span, parking: filter.parking, of: indexOf(filter) };
  const shown = new Map<string, Conversation>();
  let position = from?.position ?? [];
  for (let round = 1; ; round++) {
    const page = await lists.parked(which, position, limit - shown.size);
    const { records, settings } = await lists.readMany(
      page.places.map(({ conversationSid }) => conversationSid),
    );
    for (const place of page.places) {
      const record = records.get(place.conversationSid);
      const isNew = !shown.has(place.conversationSid);
      if (record && isNew && isListed(record, place, filter, from?.walk))
        shown.set(place.conversationSid, record);
    }
    position = page.position;
    if (page.hasMore && shown.size < limit && round < MOST_ROUNDS) continue;
    const next = page.hasMore ? bookmark(from, [...shown.keys()], position, instant(now())) : undefined;
    return { records: [...shown.values()], settings, next };
  }
}

/** The narrowest index: an agent has few. */
function indexOf({ workerSid, queueSid }: ListFilter): ParkedSelection['of'] {
  if (workerSid !== null) return { workerSid };
  return queueSid === null ? 'all' : { queueSid };
}

function isListed(
  record: Conversation,
  { at, conversationSid }: ListPlace,
  { parking, workerSid, queueSid }: ListFilter,
  walk: Walk | undefined,
): boolean {
  const parked = parkedAs(parking, record);
  return (
    parked?.until === at &&
    (workerSid === null || parked.workerSid === workerSid) &&
    (queueSid === null || record.routing.queueSid === queueSid) &&
    !(walk && wasShown(walk, conversationSid, parked.placedAt))
  );
}

function bookmark(
  from: Bookmark | undefined,
  shown: readonly string[],
  position: ListPosition,
  now: Instant,
): Bookmark {
  return { walk: walkOn(from?.walk, shown, now), position };
}
