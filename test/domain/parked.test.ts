import { deadlinesOf, MARKS, markOf } from '../../lambda/domain/marks';
import { parkedAs } from '../../lambda/domain/parked';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, NOW } from '../doubles/constants';
import { active, paused, wrappingUp } from '../doubles/records';
import { left } from '../http/records';

it.each([wrappingUp, paused])('a pause is listed from its beginning: %p', (record) => {
  const { pause } = record();
  expect(parkedAs('pause', record())).toEqual({ workerSid: ALICE, until: pause!.deadline, placedAt: NOW });
});

it('an active conversation is in no list', () => {
  expect([parkedAs('pause', active()), parkedAs('leave', active())]).toEqual([null, null]);
});

it('a leave is listed by its expiry, and is no pause', () => {
  const { leave } = left();
  expect(parkedAs('leave', left())).toEqual({
    workerSid: ALICE,
    until: leave!.expiresAt,
    placedAt: leave!.leftAt,
  });
  expect(parkedAs('pause', left())).toBeNull();
});

it('a pause with another deadline has its place since its last write', () => {
  const record = paused();
  const updatedAt = plusSeconds(NOW, 90);
  const changed = { ...record, updatedAt, pause: { ...record.pause!, timers: 2 } };
  expect(parkedAs('pause', changed)?.placedAt).toBe(updatedAt);
});

it.each([0, 1, 3600, 3601, 86_400, 86_401, -1])(
  'a deadline in %d seconds is in the span of its mark alone',
  (seconds) => {
    const deadline = plusSeconds(NOW, seconds);
    const marks = MARKS.filter((mark) => {
      const { after, upTo } = deadlinesOf(mark, NOW);
      return (after === null || deadline > after) && (upTo === null || deadline <= upTo);
    });
    expect(marks).toEqual([markOf(deadline, NOW)]);
  },
);
