import type { HistoryPlace } from '../../lambda/actions/get-history';
import {
  CONVERSATION_EVENTS,
  type ConversationEvent,
  type HistoryEntry,
} from '../../lambda/domain/history-entry';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { plusSeconds } from '../../lambda/domain/time';
import type { Conversation } from '../../lambda/domain/record';
import { viewOf } from '../../lambda/domain/view';
import { historyViewOf } from '../../lambda/http/history-view';
import { schemaErrors } from '../contract/openapi';
import { ALICE, NOW, QUEUE } from '../doubles/constants';
import { closed, invited } from '../doubles/records';
import { left, LEAVE, PAUSE, paused, record } from './records';

const AN_HOUR_BEFORE = plusSeconds(PAUSE.deadline, -3600);
const { workerSid, deadline, reason, note } = PAUSE;
const PAUSE_FACTS = { workerSid, deadline, reason, note };
const waiting = (workerOf: string | null) => ({ purpose: 'resume', workerSid: workerOf, queueSid: QUEUE });
const throughWorkflow = () => invited({ atCapacity: true });

/** What each event tells, by the conversation as it was. */
const FACTS: readonly [ConversationEvent, () => Conversation, object][] = [
  ['ConversationPaused', paused, PAUSE_FACTS],
  ['PauseChanged', paused, PAUSE_FACTS],
  ['CustomerReplied', paused, PAUSE_FACTS],
  ['CustomerReplied', record, {}],
  ['PauseMarkReached', paused, { ...PAUSE_FACTS, mark: 'within-1-hour' }],
  ['ConversationLeft', left, { workerSid: ALICE, expiresAt: LEAVE.expiresAt, reason: null }],
  ['ConversationResumed', invited, { ...waiting(ALICE), routedTo: 'agent' }],
  ['ConversationResumed', throughWorkflow, { ...waiting(null), routedTo: 'workflow' }],
  ['ConversationReassigned', throughWorkflow, waiting(null)],
  ['ConversationReassigned', invited, waiting(ALICE)],
  ['ConversationReactivated', throughWorkflow, waiting(null)],
  ['InviteLost', throughWorkflow, waiting(null)],
  ['AcceptedButNotJoined', record, { purpose: 'new', workerSid: ALICE, queueSid: QUEUE }],
  ['ClosedByWrapUp', record, { purpose: 'new', workerSid: ALICE, queueSid: QUEUE }],
  ['ConversationEnded', closed, {}],
];

function place(type: ConversationEvent, of: Conversation): HistoryPlace {
  const entry: HistoryEntry = {
    version: of.version,
    at: AN_HOUR_BEFORE,
    by: 'system',
    events: [{ eventId: 'event-1', type }],
    conversation: viewOf(of, DEFAULT_SETTINGS, AN_HOUR_BEFORE),
    routing: null,
  };
  return { entry, number: 0 };
}

it.each(FACTS)('%s tells what there is to know of it', (type, make, facts) => {
  const view = historyViewOf({ places: [place(type, make())] }, undefined);
  expect(view).toEqual({
    events: [{ eventId: 'event-1', at: AN_HOUR_BEFORE, type, by: 'system', ...facts }],
  });
  expect(schemaErrors(['components', 'schemas', 'History'], view)).toEqual([]);
});

it('all events are there', () => {
  expect(new Set(FACTS.map(([type]) => type))).toEqual(new Set(CONVERSATION_EVENTS));
});

it('names the next page only where there is one', () => {
  expect(historyViewOf({ places: [] }, undefined)).toEqual({ events: [] });
  expect(historyViewOf({ places: [] }, 'there')).toEqual({ events: [], next: 'there' });
});

it('shows the events of one write one by one', () => {
  const { entry } = place('CustomerReplied', invited());
  const both: HistoryEntry = {
    ...entry,
    at: NOW,
    events: [...entry.events, { eventId: 'event-2', type: 'ConversationResumed' }],
  };
  const places = [0, 1].map((number) => ({ entry: both, number }));
  expect(historyViewOf({ places }, undefined).events.map(({ type, eventId }) => [type, eventId])).toEqual([
    ['CustomerReplied', 'event-1'],
    ['ConversationResumed', 'event-2'],
  ]);
});
