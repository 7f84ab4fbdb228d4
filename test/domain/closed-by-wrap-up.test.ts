import { afterEffect } from '../../lambda/domain/outcome';
import { eventsOf } from '../../lambda/domain/events';
import type { Conversation } from '../../lambda/domain/record';
import { wrapUpEnds } from '../../lambda/domain/wrap-up';
import { plusSeconds } from '../../lambda/domain/time';
import { BOB, NOW, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import {
  acceptedTask,
  active,
  after,
  contextAt,
  FIRST_TASK,
  inputs,
  left,
  leftWrappingUp,
  outcomeOf,
  paused,
  wrappingUp,
} from '../doubles/records';

const FOUND = { what: 'ClosedByWrapUp', taskSid: FIRST_TASK };
const SEEN_OVER = { result: 'task-over', taskSid: FIRST_TASK, wasTaken: true } as const;
const at = (seconds: number) => contextAt(plusSeconds(NOW, seconds));
const over = (record: Conversation, seconds: number) =>
  after(record, 'task-over', inputs()['task-over'], at(seconds));
const foundClosed = (record: Conversation, seconds: number) =>
  after(record, 'found-closed', undefined, at(seconds));

describe.each([
  ['pause', wrappingUp],
  ['leave', leftWrappingUp],
] as const)('found closed after the wrap-up of a %s', (_what, wrapping) => {
  it.each([0, 30, 60])('%d s after its end: it was closed by that', (seconds) => {
    const before = over(wrapping(), 100);
    const closed = foundClosed(before, 100 + seconds);
    expect(closed.finding).toEqual(FOUND);
    expect(eventsOf(before, closed, 'system')).toEqual(['ClosedByWrapUp', 'ConversationEnded']);
  });

  it('61 s after its end: it was closed by somebody', () => {
    const closed = foundClosed(over(wrapping(), 100), 161);
    expect(closed.finding).toBeNull();
  });

  it('and told before its end: the end tells it', () => {
    const closed = foundClosed(wrapping(), 100);
    expect(closed.finding).toBeNull();
    const ended = over(closed, 160);
    expect(ended).toMatchObject({ channelState: 'closed', wrapUp: null, finding: FOUND });
    expect(eventsOf(closed, ended, 'system')).toEqual(['ClosedByWrapUp']);
  });

  it('and told long before its end: it was closed by somebody', () => {
    expect(over(foundClosed(wrapping(), 100), 161).finding).toBeNull();
  });

  it('is told once, however often it is heard', () => {
    const closed = foundClosed(over(wrapping(), 100), 100);
    const again = afterEffect(
      closed,
      'close-participant:none',
      { result: 'conversation-closed' },
      PAUSE_ON,
      at(130),
    );
    expect(eventsOf(closed, again, 'system')).toEqual([]);
  });

  it('nothing is found where it was ended by us', () => {
    const ended = after(over(wrapping(), 100), 'end', { keepsWrapUp: false }, at(110));
    const closed = foundClosed(ended, 111);
    expect([ended.finding, closed.finding]).toEqual([null, null]);
    const fromWrapUp = after(wrapping(), 'end', { keepsWrapUp: false }, at(100));
    const seenOver = outcomeOf(fromWrapUp, 'close-participant', SEEN_OVER, at(101));
    expect(foundClosed(seenOver, 102).finding).toBeNull();
  });
});

it('where Resume has ended the wrap-up, and the invite finds the channel closed, it was closed by that', () => {
  const resumed = after(wrappingUp(), 'resume', inputs().resume, at(100));
  const freed = outcomeOf(resumed, 'close-participant', SEEN_OVER, at(101));
  const closed = outcomeOf(freed, 'invite', { result: 'conversation-closed' }, at(102));
  expect(closed).toMatchObject({ channelState: 'closed', finding: FOUND });
});

it('where Resume has ended the wrap-up, and somebody ends the conversation, it is closed by us', () => {
  const resumed = after(wrappingUp(), 'resume', inputs().resume, at(100));
  const ended = after(resumed, 'end', { keepsWrapUp: false }, at(101));
  expect(outcomeOf(ended, 'close-participant', SEEN_OVER, at(102)).finding).toBeNull();
});

it('a wrap-up whose end is told twice has ended when it was told first', () => {
  const record = over(wrappingUp(), 100);
  expect(wrapUpEnds(record, FIRST_TASK, at(161))).toBe(record);
});

it('after a wrap-up of the end nothing is found', () => {
  const ended = after(active(), 'end', { keepsWrapUp: true }, at(100));
  expect(over(ended, 110).finding).toBeNull();
  const closed = foundClosed(active(), 100);
  expect(over(closed, 110).finding).toBeNull();
});

it('once another agent has accepted a task, the wrap-up before it closes nothing', () => {
  const task = acceptedTask({ taskSid: sid('WT', 2), workerSid: BOB });
  const taken = after(paused(), 'accept', { task, settings: PAUSE_ON }, at(1));
  expect(foundClosed(taken, 2).finding).toBeNull();
});

it('once the channel has taken an invite, the wrap-up before it has closed nothing', () => {
  const invited = after(paused(), 'resume', inputs().resume, at(1));
  const sent = outcomeOf(invited, 'invite', { result: 'invited', taskSid: sid('WT', 2) }, at(2));
  expect(foundClosed(sent, 3).finding).toBeNull();
});

it('an expired leave is closed by us', () => {
  const looking = after(left(), 'expiry', undefined, at(10));
  const expired = outcomeOf(looking, 'look-for-reply', { result: 'no-reply' }, at(11));
  expect(expired).toMatchObject({ channelState: 'closed', finding: null });
  expect(foundClosed(expired, 12).finding).toBeNull();
});
