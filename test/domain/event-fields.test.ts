import { eventFields } from '../../lambda/domain/event-fields';
import { sid } from '../doubles/constants';

describe('an event of a list or stream, as its webhook would have it', () => {
  it.each([
    ['sid', 'Sid'],
    ['task_sid', 'TaskSid'],
    ['task_channel_unique_name', 'TaskChannelUniqueName'],
    ['EventType', 'EventType'],
  ])('has the field %s as %s, each time', (name, expected) => {
    expect(eventFields({ [name]: 'x' })).toEqual({ [expected]: 'x' });
    expect(eventFields({ [name]: 'y' })).toEqual({ [expected]: 'y' });
  });

  it.each([
    ['text as it is', sid('WT'), sid('WT')],
    ['a number as text', 3, '3'],
    ['what is null as empty text', null, ''],
    ['an object as JSON', { conversationSid: 'x' }, '{"conversationSid":"x"}'],
  ])('has %s', (_, value, expected) => {
    expect(eventFields({ value })).toEqual({ Value: expected });
  });

  it('has all fields', () => {
    expect(eventFields({ task_sid: sid('WT'), task_priority: 3 })).toEqual({
      TaskSid: sid('WT'),
      TaskPriority: '3',
    });
  });
});
