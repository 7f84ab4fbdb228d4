import type { Cause } from './cause';
import { eventsOf } from './events';
import type { ConversationEvent, ConversationView, HistoryEntry, InviteRouting } from './history-entry';
import { routingOf } from './invite-routing';
import { type Context, idsOf, owe, type Pending } from './pending';
import type { Conversation } from './record';
import type { Settings } from './settings';
import { viewOf } from './view';

/** Those about an invite that follows. */
const ROUTED: readonly ConversationEvent[] = [
  'ConversationReactivated',
  'ConversationReassigned',
  'InviteLost',
];

/** Custom logic's task is still to come: what it does not say is as it was of the last one. */
const BEFORE_ANY_INVITE = { lost: 0, toDefaultWorkflow: false };

/** Owes what a write tells: an entry of the history, and each of its events. */
export function oweEvents(
  before: Conversation | undefined,
  after: Conversation,
  settings: Settings,
  context: Context,
): Pending {
  const types = eventsOf(before, after, context.by);
  if (types.length === 0) return after.pending;
  const { version } = after;
  // Whoever finds the reply, it is the customer's.
  const by = types.includes('ConversationReactivated') ? 'customer' : context.by;
  const events = types.map((type) => ({ eventId: context.newId(), type }));
  const entry: HistoryEntry = {
    version,
    at: context.now,
    by,
    events,
    conversation: withOwed(viewOf(after, settings, context.now)),
    routing: types.some((type) => ROUTED.includes(type))
      ? routingOf(after, after.invite ?? BEFORE_ANY_INVITE, settings)
      : null,
  };
  // With the last entry all others get their time to live: they are to be there by then.
  const earlier = types.includes('ConversationEnded') ? idsOf(after.pending, 'write-history') : [];
  const written = owe(after.pending, { kind: 'write-history', entry }, context, { after: earlier });
  return events.reduce(
    (pending, { eventId }) => owe(pending, { kind: 'publish-event', eventId, version }, context),
    written,
  );
}

/** What the write that made this record tells. */
export function eventsToldBy({ pending, version }: Conversation): ConversationEvent[] {
  const told = Object.values(pending).flatMap((owed) =>
    owed.kind === 'write-history' && owed.entry.version === version ? owed.entry.events : [],
  );
  return told.map(({ type }) => type);
}

/** As the API shows it once what it tells is owed too. */
function withOwed(view: ConversationView): ConversationView {
  return { ...view, owed: [...new Set([...view.owed, 'write-history', 'publish-event'] as const)] };
}

/** What a listener gets of an event. */
export type EventDetail = ConversationView & {
  readonly eventId: string;
  readonly at: string;
  readonly by: Cause;
  readonly routing?: InviteRouting;
};

/** @param hipaa it may have been turned on since the entry was made */
export function detailOf(
  { conversation, at, by, routing }: HistoryEntry,
  { eventId, type }: HistoryEntry['events'][number],
  { hipaa }: Pick<Settings, 'hipaa'>,
): EventDetail {
  const shown = hipaa ? { ...conversation, customerName: null } : conversation;
  if (routing === null || !ROUTED.includes(type)) return { ...shown, eventId, at, by };
  const { attributes, ...facts } = routing;
  return {
    ...shown,
    eventId,
    at,
    by,
    routing: hipaa || attributes === undefined ? facts : { ...facts, attributes },
  };
}
