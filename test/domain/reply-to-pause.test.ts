import { decide } from '../../lambda/domain/decide';
import { eventsOf } from '../../lambda/domain/events';
import type { Settings } from '../../lambda/domain/settings';
import { ALICE, NOW } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { after, contextAt, inputs, kinds, outcomeOf, paused, pausing, wrappingUp } from '../doubles/records';

const LATER = '2026-03-02T10:00:00Z';

function writes(change: Partial<Settings['pause']>, { index = 7, atCapacity = false } = {}) {
  return { index, atCapacity, settings: { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, ...change } } };
}

describe('customer writes, while paused', () => {
  it('with `notify` stays paused, and the first message is remembered', () => {
    const first = after(paused(), 'customer-writes', writes({}));
    expect(first).toMatchObject({ channelState: 'pause', customerRepliedAt: NOW, lastMessageIndex: 7 });
    const second = after(first, 'customer-writes', writes({}, { index: 8 }), contextAt(LATER));
    expect(second).toMatchObject({ customerRepliedAt: NOW, lastMessageIndex: 8 });
    expect(kinds(second)).toEqual([]);
  });

  it('with `resume` goes back to the agent, as Resume does', () => {
    const next = after(paused(), 'customer-writes', writes({ onCustomerReply: 'resume' }));
    expect(next).toMatchObject({
      channelState: 'active',
      pause: null,
      customerRepliedAt: NOW,
      invite: { purpose: 'resume', workerSid: ALICE, direct: true },
    });
    expect(kinds(next)).toEqual(['invite', 'stop-timer']);
  });

  it('with `resume`, and the agent full, goes through the workflow with the agent named', () => {
    const next = after(
      paused(),
      'customer-writes',
      writes({ onCustomerReply: 'resume' }, { atCapacity: true }),
    );
    expect(next.invite).toMatchObject({ workerSid: ALICE, direct: false });
  });

  it('with `resume`, the agent full, and `refuse`, acts as `notify`', () => {
    const next = after(
      paused(),
      'customer-writes',
      writes({ onCustomerReply: 'resume', whenAtCapacity: 'refuse' }, { atCapacity: true }),
    );
    expect(next).toMatchObject({ channelState: 'pause', customerRepliedAt: NOW });
  });

  it('with `queue` goes to the next available agent', () => {
    const next = after(paused(), 'customer-writes', writes({ onCustomerReply: 'queue' }));
    expect(next).toMatchObject({
      channelState: 'active',
      invite: { purpose: 'reply', workerSid: null, direct: false },
    });
    expect(kinds(next)).toEqual(['invite', 'stop-timer']);
  });

  it('with `queue` from the wrap-up closes the participant first', () => {
    const next = after(wrappingUp(), 'customer-writes', writes({ onCustomerReply: 'queue' }));
    expect(kinds(next)).toEqual(['close-participant', 'invite', 'stop-timer']);
  });

  it('changes nothing when the message was there before the pause', () => {
    const record = { ...paused(), lastMessageIndex: 7 };
    expect(decide(record, 'customer-writes', writes({}), contextAt())).toEqual({ kind: 'nothing' });
  });

  it('is told once, though its run goes on with what is owed', () => {
    const replied = after(pausing(), 'customer-writes', writes({}));
    const started = outcomeOf(replied, 'start-timer', { result: 'done' });
    expect(eventsOf(replied, started, 'customer')).toEqual([]);
  });

  it('is forgotten at the next pause', () => {
    const replied = after(paused(), 'customer-writes', writes({}));
    const resumed = after(replied, 'resume', inputs().resume);
    const again = after(after(resumed, 'accept', inputs().accept), 'pause', inputs().pause);
    expect(again.customerRepliedAt).toBeNull();
  });
});
