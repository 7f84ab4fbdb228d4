import { decide, sealed } from '../../lambda/domain/decide';
import type { Outcome } from '../../lambda/domain/outcome';
import type { Conversation } from '../../lambda/domain/record';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, BOB, NOW } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import {
  active,
  after,
  contextAt,
  CONVERSATION,
  FIRST_TASK,
  inputs,
  kinds,
  left,
  leaving,
  leftWrappingUp,
  outcomeOf,
} from '../doubles/records';
import { NOTHING } from '../doubles/nothing';

const NINETY_DAYS = 90 * 86_400;
const reply = inputs()['customer-writes'];

describe('leave', () => {
  it('is inactive at once, owes the wrap-up, and no timer', () => {
    const next = leaving();
    expect(next).toMatchObject({
      channelState: 'inactive',
      wrapUp: 'leave',
      parkedBy: ALICE,
      leave: { workerSid: ALICE, leftAt: NOW, expiresAt: plusSeconds(NOW, NINETY_DAYS), onReply: 'new-task' },
      pause: null,
      customerRepliedAt: null,
      compareAt: plusSeconds(NOW, 60),
    });
    expect(kinds(next)).toEqual(['wrap-up-task']);
  });

  it('without wrap-up closes the participant in its place', () => {
    const settings = { ...PAUSE_ON, wrapUp: false };
    const next = after(active(), 'leave', { ...inputs().leave, settings });
    expect(next.wrapUp).toBe('leave');
    expect(kinds(next)).toEqual(['close-participant']);
  });

  it('is refused to anyone but the holder', () => {
    const input = { ...inputs().leave, workerSid: BOB };
    expect(decide(active(), 'leave', input, contextAt())).toMatchObject({ code: 'wrong-state' });
  });

  it('wakes the record when it expires', () => {
    const record = left();
    expect(sealed(record, record, PAUSE_ON, contextAt()).wakeAt).toBe(plusSeconds(NOW, NINETY_DAYS));
  });

  it('keeps the routing that the settings had', () => {
    const { leave: rules } = PAUSE_ON;
    const settings = {
      ...PAUSE_ON,
      leave: { ...rules, onReply: 'custom-routing' as const, customRoutingTimeout: 'PT2H' },
    };
    const next = after(active(), 'leave', { ...inputs().leave, settings });
    expect(next.leave).toMatchObject({ onReply: 'custom-routing', customRoutingSeconds: 7200 });
  });
});

describe('task over, while wrapping up to leave', () => {
  it('stays inactive, and the participant that may have stayed is closed', () => {
    const next = after(leftWrappingUp(), 'task-over', inputs()['task-over']);
    expect(next).toMatchObject({ channelState: 'inactive', wrapUp: null, task: null });
    expect(kinds(next)).toEqual(['close-participant']);
  });
});

describe('complete, while wrapping up to leave', () => {
  it('owes the closed participant', () => {
    expect(kinds(after(leftWrappingUp(), 'complete', undefined))).toEqual(['close-participant']);
  });
});

describe('customer writes, while inactive', () => {
  it('is active, with an invite through the workflow that names nobody', () => {
    const next = after(left(), 'customer-writes', reply);
    expect(next).toMatchObject({
      channelState: 'active',
      leave: null,
      compareAt: null,
      customerRepliedAt: NOW,
      lastMessageIndex: reply.index,
      invite: { purpose: 'reply', workerSid: null, direct: false },
    });
    expect(kinds(next)).toEqual(['invite']);
  });

  it('during the wrap-up closes the participant first, and the invite follows it', () => {
    const next = after(leftWrappingUp(), 'customer-writes', reply);
    expect(kinds(next)).toEqual(['close-participant', 'invite']);
    expect(next.pending[`invite:${next.invite!.inviteId}`]).toMatchObject({
      after: [`close-participant:${FIRST_TASK}`],
    });
  });

  it.each([6, 7])('changes nothing where the message of index %i was there before', (index) => {
    const record = { ...left(), lastMessageIndex: 7 };
    expect(decide(record, 'customer-writes', { ...reply, index }, contextAt())).toEqual({ kind: 'nothing' });
  });
});

describe('expiry', () => {
  const expired = (record: Conversation) => after(record, 'expiry', undefined);
  const seen = (record: Conversation, outcome: Outcome) =>
    outcomeOf(expired(record), 'look-for-reply', outcome);

  it('looks for a reply once more, and sleeps while somebody does', () => {
    const record = left();
    const next = sealed(record, expired(record), PAUSE_ON, contextAt());
    expect(next).toMatchObject({ channelState: 'inactive', wakeAt: plusSeconds(NOW, 60) });
    expect(kinds(next)).toEqual(['look-for-reply']);
  });

  it('without a reply closes the conversation and its channel', () => {
    const next = seen(left(), { result: 'no-reply' });
    expect(next).toMatchObject({ channelState: 'closed', leave: null, closedAt: NOW, wrapUp: null });
    expect(kinds(next)).toEqual(['close-channel']);
  });

  it('without a reply during the wrap-up closes the participant first', () => {
    const next = seen(leftWrappingUp(), { result: 'no-reply' });
    expect(kinds(next)).toEqual(['close-channel', 'close-participant']);
  });

  it('with a reply that nobody heard of brings it back', () => {
    const next = seen(left(), { result: 'customer-wrote', index: 1_000 });
    expect(next).toMatchObject({ channelState: 'active', leave: null, invite: { purpose: 'reply' } });
    expect(next.lastMessageIndex).toBe(1_000);
    expect(kinds(next)).toEqual(['invite']);
  });

  it.each([
    ['a reply', 'customer-writes', { ...reply, index: 1_000 }, ['invite']],
    ['an accept', 'accept', inputs().accept, []],
    ['End', 'end', { keepsWrapUp: false }, ['close-channel']],
    ['its end at Twilio', 'found-closed', undefined, []],
  ] as const)('does not look any more after %s', (_what, happening, input, owed) => {
    expect(kinds(after(expired(left()), happening, input as never))).toEqual(owed);
  });
});

describe('what else can happen to a left conversation', () => {
  it('End closes it', () => {
    const next = after(left(), 'end', { keepsWrapUp: false });
    expect(next).toMatchObject({ channelState: 'closed', leave: null });
  });

  it('End during the wrap-up closes the participant first, then the channel', () => {
    const next = after(leftWrappingUp(), 'end', { keepsWrapUp: false });
    expect(kinds(next)).toEqual(['close-channel', 'close-participant']);
    expect(next.pending['close-channel']?.after).toEqual([`close-participant:${FIRST_TASK}`]);
  });

  it('a new task that an agent accepts during the wrap-up makes it active, and the old participant is closed', () => {
    const next = after(leftWrappingUp(), 'accept', inputs().accept);
    expect(next).toMatchObject({ channelState: 'active', wrapUp: null, leave: null });
    expect(kinds(next)).toEqual(['close-participant']);
  });

  it('a new task that an agent accepts makes it active', () => {
    const next = after(left(), 'accept', inputs().accept);
    expect(next).toMatchObject({ channelState: 'active', leave: null, compareAt: null, pending: NOTHING });
  });

  it('closed at Twilio, it is closed, and nothing is owed', () => {
    expect(after(left(), 'found-closed', undefined)).toMatchObject({
      conversationSid: CONVERSATION,
      channelState: 'closed',
      leave: null,
      pending: NOTHING,
    });
  });

  it('closed at Twilio during the wrap-up, its agent still wraps up', () => {
    const next = after(leftWrappingUp(), 'found-closed', undefined);
    expect(next).toMatchObject({ channelState: 'closed', wrapUp: 'end', task: { taskSid: FIRST_TASK } });
  });

  it('an effect of the wrap-up that comes back late changes only the task', () => {
    const next = outcomeOf(leaving(), 'wrap-up-task', { result: 'wrapping-up', participantSid: null });
    expect(next).toMatchObject({ channelState: 'inactive', task: { status: 'wrapping' } });
  });
});
