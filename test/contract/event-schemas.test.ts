import { EVENT_TYPES, type EventType } from '../../lambda/domain/history-entry';
import { eventSchemas } from '../../scripts/event-schemas';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { viewOf } from '../../lambda/domain/view';
import { ALICE, NOW, QUEUE, WORKFLOW } from '../doubles/constants';
import { closed, invited } from '../doubles/records';
import { left, PAUSE, paused } from '../http/records';
import { describedTypes, eventErrors, schemaOf } from './event-schemas';

/** The same without one of its fields. */
function without<T extends object>(field: string, detail: T): Partial<T> {
  return Object.fromEntries(Object.entries(detail).filter(([name]) => name !== field)) as Partial<T>;
}

const view = (record: Parameters<typeof viewOf>[0]) => viewOf(record, DEFAULT_SETTINGS, NOW);
const ROUTING = {
  workflowSid: WORKFLOW,
  queueSid: QUEUE,
  taskChannelUniqueName: 'chat',
  priority: 3,
  attributes: { topic: 'invoice' },
};
const WHICH = { eventId: 'event-1', at: NOW, by: ALICE };
const IN_AN_HOUR = { ...PAUSE, deadline: '2026-03-02T10:00:00Z' };

/** A good detail of each event. */
const DETAILS: Readonly<Record<EventType, () => Record<string, unknown>>> = {
  ConversationPaused: () => ({ ...view(paused()), ...WHICH }),
  ConversationLeft: () => ({ ...view(left()), ...WHICH }),
  ConversationResumed: () => ({ ...view(invited()), ...WHICH }),
  ConversationReassigned: () => ({ ...view(invited()), ...WHICH, by: 'deadline', routing: ROUTING }),
  ConversationReactivated: () => ({ ...view(invited()), ...WHICH, by: 'customer', routing: ROUTING }),
  ConversationEnded: () => ({ ...view(closed()), ...WHICH }),
  PauseMarkReached: () => ({ ...view(paused({ pause: IN_AN_HOUR })), ...WHICH, by: 'system' }),
  PauseChanged: () => ({ ...view(paused()), ...WHICH }),
  CustomerReplied: () => ({ ...view(paused({ customerRepliedAt: NOW })), ...WHICH, by: 'customer' }),
  InviteLost: () => ({ ...view(invited()), ...WHICH, by: 'system', routing: ROUTING }),
  AcceptedButNotJoined: () => ({ ...view(invited()), ...WHICH, by: 'system' }),
  ClosedByWrapUp: () => ({ ...view(closed()), ...WHICH, by: 'system' }),
  SettingsChanged: () => ({ settings: DEFAULT_SETTINGS, ...WHICH }),
};

it('every event has a schema, and nothing else has', () => {
  expect(describedTypes().sort()).toEqual([...EVENT_TYPES].sort());
});

describe.each(EVENT_TYPES)('%s', (type) => {
  it('is described as docs/openapi.yaml gives it (else: npm run event-schemas)', () => {
    expect(schemaOf(type)).toEqual(eventSchemas()[type]);
  });

  it('is as it is described', () => {
    expect(eventErrors(type, DETAILS[type]())).toEqual([]);
  });

  it.each(['eventId', 'at', 'by'])('is nothing without %s', (field) => {
    expect(eventErrors(type, without(field, DETAILS[type]()))).not.toEqual([]);
  });

  it('has no other fields', () => {
    expect(eventErrors(type, { ...DETAILS[type](), message: 'text' })).not.toEqual([]);
  });

  it('is by nobody else than the words say', () => {
    expect(eventErrors(type, { ...DETAILS[type](), by: 'carol@example.com' })).not.toEqual([]);
  });
});

it.each(['ConversationReassigned', 'ConversationReactivated', 'InviteLost'] as const)(
  '%s has the routing, with or without attributes',
  (type) => {
    expect(eventErrors(type, without('routing', DETAILS[type]()))).not.toEqual([]);
    const routing = without('attributes', ROUTING);
    expect(eventErrors(type, { ...DETAILS[type](), routing })).toEqual([]);
  },
);

it.each([
  ['ConversationPaused', closed],
  ['ConversationLeft', paused],
  ['ConversationResumed', paused],
  ['ConversationEnded', paused],
  ['PauseMarkReached', paused],
  ['PauseChanged', closed],
  ['CustomerReplied', paused],
] as const)('%s is not told of a conversation that is anything else', (type, make) => {
  expect(eventErrors(type, { ...view(make()), ...WHICH })).not.toEqual([]);
});
