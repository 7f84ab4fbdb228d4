import * as fc from 'fast-check';
import { closedConversationOf } from '../../lambda/http/conversation-events';
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

it('never throws', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom(...Object.values(FORM)));
  const names = fc.oneof(fc.string(), fc.constantFrom('EventType', ...Object.keys(FORM)));
  fc.assert(
    fc.property(fc.dictionary(names, value), (form) => {
      expect(() => closedConversationOf(form)).not.toThrow();
    }),
  );
});
