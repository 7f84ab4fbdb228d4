import { decide } from '../../lambda/domain/decide';
import { ALICE, BOB, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { acceptedTask, type active, contextAt, invited, paused } from '../doubles/records';

const accept = (record: ReturnType<typeof active>, change: Parameters<typeof acceptedTask>[0]) =>
  decide(
    record,
    'accept',
    { task: acceptedTask({ taskSid: sid('WT', 9), ...change }), settings: PAUSE_ON },
    contextAt(),
  );

describe('an accepted task', () => {
  it('that only mentions the conversation, such as a callback, leaves it as it is', () => {
    const attributes = { conversationSid: sid('CH', 1), type: 'callback' };
    expect(accept(paused(), { attributes })).toEqual({ kind: 'nothing' });
  });

  it('of before, told late, still tells who held the conversation', () => {
    const record = { ...paused(), formerTasks: [{ taskSid: sid('WT', 9), over: true }] };
    const decision = accept(record, { workerSid: BOB, workerIdentity: 'bob' });
    expect(decision).toMatchObject({
      next: { channelState: 'pause', agentIdentities: ['alice', 'bob'] },
    });
    expect(accept(record, { workerIdentity: 'alice' })).toEqual({ kind: 'nothing' });
  });

  it('that is older than the last accept is only remembered', () => {
    const record = { ...paused(), acceptedAt: 2_000 };
    const decision = accept(record, { at: 1_000 });
    expect(decision).toMatchObject({ next: { channelState: 'pause', pause: record.pause } });
    expect(decision).toMatchObject({ next: { formerTasks: [{ taskSid: sid('WT', 9), over: false }, {}] } });
  });

  it('that TaskRouter tells of now counts, however old it is, and the last accept stays the last', () => {
    const task = acceptedTask({ taskSid: sid('WT', 9), at: 1_000 });
    const input = { task, settings: PAUSE_ON, isSeen: true };
    const decision = decide({ ...paused(), acceptedAt: 2_000 }, 'accept', input, contextAt());
    expect(decision).toMatchObject({ next: { channelState: 'active', acceptedAt: 2_000 } });
  });

  it('in the same second as the last accept is taken for the newest: a webhook may tell no more', () => {
    const decision = accept({ ...paused(), acceptedAt: 2_900 }, { at: 2_000 });
    expect(decision).toMatchObject({ next: { channelState: 'active' } });
  });

  it('of whose date nothing is known is taken for the newest', () => {
    const decision = accept({ ...paused(), acceptedAt: 2_000 }, { at: null, workerSid: BOB });
    expect(decision).toMatchObject({
      next: { channelState: 'active', acceptedAt: 2_000, task: { workerSid: BOB } },
    });
  });

  it('without a marker is our invite, where that names the agent and its answer is not known', () => {
    expect(accept(invited(), { workerSid: ALICE })).toMatchObject({ next: { task: { purpose: 'resume' } } });
    expect(accept(invited(), { workerSid: BOB })).toMatchObject({ next: { task: { purpose: 'new' } } });
  });
});
