import type { Cause } from '../../lambda/domain/cause';
import { eventsOf } from '../../lambda/domain/events';
import { measuresOf } from '../../lambda/domain/measures';
import { NOW } from '../doubles/constants';
import { active, closed, FIRST_TASK, invited, left } from '../doubles/records';

const finding = { what: 'ClosedByWrapUp', taskSid: FIRST_TASK } as const;

describe('the first write of a conversation', () => {
  it.each([
    ['is left tells that', left(), ['ConversationLeft']],
    ['has ended tells that', closed(), ['ConversationEnded']],
    ['was found closed by its wrap-up tells that', { ...active(), finding }, ['ClosedByWrapUp']],
    ['has an invite tells nothing, as it was not put aside before', invited(), []],
  ])('that %s', (_, record, told) => {
    expect(eventsOf(undefined, record, 'system')).toEqual(told);
  });

  it.each<Cause>(['customer', 'deadline'])('is no reply and no late deadline, also by the %s', (by) => {
    expect(eventsOf(undefined, active(), by)).toEqual([]);
    expect(measuresOf(undefined, active(), by, new Date(NOW))).toEqual({});
  });
});
