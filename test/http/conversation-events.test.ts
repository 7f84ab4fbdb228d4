import * as fc from 'fast-check';
import { closedConversationOf, messageOf } from '../../lambda/http/conversation-events';
import type { Form } from '../../lambda/http/signature';
import { sid } from '../doubles/constants';

const FORM = { AccountSid: sid('AC'), ConversationSid: sid('CH'), StateFrom: 'active', StateTo: 'closed' };

it.each<[string, Form]>([
  ['is removed', { EventType: 'onConversationRemoved' }],
  ['is removed, whatever its state', { EventType: 'onConversationRemoved', StateTo: 'active' }],
  ['becomes closed', { EventType: 'onConversationStateUpdated' }],
])('a conversation that %s is over', (_, changes) => {
  expect(closedConversationOf({ ...FORM, ...changes })).toBe(sid('CH'));
});

/** Source: Twilio, Conversations webhooks. */
const OTHER_TYPES = ['Message', 'Conversation', 'Participant', 'User']
  .flatMap((what) =>
    ['Add', 'Added', 'Update', 'Updated', 'Remove', 'Removed'].map((each) => `on${what}${each}`),
  )
  .concat('onDeliveryUpdated', 'onConversationStateUpdate', '', 'onconversationremoved')
  .filter((type) => type !== 'onConversationRemoved');

it.each(OTHER_TYPES)('%j says nothing of an end', (EventType) => {
  expect(closedConversationOf({ ...FORM, EventType })).toBeUndefined();
});

it.each<[string, Form]>([
  ['another state', { StateTo: 'inactive' }],
  ['a state that was closed before', { StateFrom: 'closed', StateTo: 'active' }],
  ['two states', { StateTo: ['closed', 'active'] }],
  ['no conversation', { ConversationSid: '' }],
  ['a conversation of another kind', { ConversationSid: sid('WT') }],
  ['two conversations', { ConversationSid: [sid('CH'), sid('CH', 2)] }],
  ['a conversation with something behind it', { ConversationSid: `${sid('CH')}x` }],
])('a state event with %s says nothing of an end', (_, changes) => {
  const form = { ...FORM, EventType: 'onConversationStateUpdated', ...changes };
  expect(closedConversationOf(form)).toBeUndefined();
});

const MESSAGE = {
  EventType: 'onMessageAdded',
  ConversationSid: sid('CH'),
  Index: '7',
  Author: 'carol',
  ParticipantSid: sid('MB'),
};

it.each<[string, Form]>([
  ['of another type', { EventType: 'onMessageUpdated' }],
  ['of no conversation', { ConversationSid: '' }],
  ['of two conversations', { ConversationSid: [sid('CH'), sid('CH', 2)] }],
  ['without an index', { Index: '' }],
  ['with two indexes', { Index: ['7', '8'] }],
  ['with a negative index', { Index: '-1' }],
  ['with an index that is no whole number', { Index: '7.5' }],
  ['with an index beyond all counting', { Index: '1'.repeat(10) }],
])('an event %s tells of no message', (_, changes) => {
  expect(messageOf(MESSAGE)).toMatchObject({ conversationSid: sid('CH'), message: { index: 7 } });
  expect(messageOf({ ...MESSAGE, ...changes })).toBeUndefined();
});

it.each<[string, Form]>([
  ['empty', { Author: '', ParticipantSid: '' }],
  ['there twice', { Author: ['carol', 'alice'], ParticipantSid: [sid('MB'), sid('MB', 2)] }],
])('author and participant that are %s are not known', (_, changes) => {
  const { message } = messageOf({ ...MESSAGE, ...changes })!;
  expect(message).toEqual({ index: 7, author: null, participantSid: null });
});

it.each([closedConversationOf, messageOf])('%p never throws', (read) => {
  const known = [...Object.values(FORM), ...Object.values(MESSAGE)];
  const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom(...known));
  const names = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(FORM), ...Object.keys(MESSAGE)));
  fc.assert(
    fc.property(fc.dictionary(names, value), (form) => {
      expect(() => read(form)).not.toThrow();
    }),
  );
});
