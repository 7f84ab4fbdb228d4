import type { HistoryEntry } from '../../domain/history-entry';
import type { Outcome } from '../../domain/outcome';
import { detailOf } from '../../domain/owed-events';
import type { Effect } from '../../domain/pending';
import type { Conversation } from '../../domain/record';
import type { Settings } from '../../domain/settings';
import type { Deps } from '../ports';

type PublishEvent = Extract<Effect, { kind: 'publish-event' }>;

/** Tells custom logic what happened, as it was then, however late. */
export async function publishEvent(
  owed: PublishEvent,
  record: Conversation,
  settings: Settings,
  deps: Deps,
): Promise<Outcome> {
  const entry = await entryOf(owed, record, deps);
  const event = entry?.events.find(({ eventId }) => eventId === owed.eventId);
  if (entry === undefined || event === undefined) throw new Error('The history does not have the event');
  await deps.events.publish({ type: event.type, at: entry.at, detail: detailOf(entry, event, settings) });
  return { result: 'done' };
}

/** While the entry is still to be written, the record itself has it. */
async function entryOf(
  { version }: PublishEvent,
  { conversationSid, pending }: Conversation,
  { history }: Deps,
): Promise<HistoryEntry | undefined> {
  const owed = Object.values(pending).find(
    (each) => each.kind === 'write-history' && each.entry.version === version,
  );
  return owed?.kind === 'write-history' ? owed.entry : history.read(conversationSid, version);
}
