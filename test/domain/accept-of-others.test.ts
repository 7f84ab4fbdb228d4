import { decide } from '../../lambda/domain/decide';
import { FORMER_TASKS_KEPT } from '../../lambda/domain/record';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, BOB, NOW, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { acceptedTask, active, contextAt, invited, paused, waitingForAgent } from '../doubles/records';

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

  it.each([
    { flexInteractionSid: sid('KD', 1) },
    { flexInteractionSid: sid('KD', 1), flexInteractionChannelSid: '' },
    { flexInteractionSid: 7, flexInteractionChannelSid: sid('UO', 1) },
  ])('that names no channel of an interaction leaves it as it is: %j', (attributes) => {
    expect(accept(paused(), { attributes })).toEqual({ kind: 'nothing' });
  });

  it('tells of the conversation what it knows; what it does not stays as it was', () => {
    const { flexInteractionSid, flexInteractionChannelSid } = acceptedTask().attributes;
    const attributes = { flexInteractionSid, flexInteractionChannelSid, channelType: '', customerName: 7 };
    expect(accept(paused(), { attributes })).toMatchObject({
      next: { channelType: 'web', customerName: 'Carol' },
    });
    expect(accept(paused(), { attributes: { ...attributes, from: '+1 555' } })).toMatchObject({
      next: { customerName: '+1 555' },
    });
  });

  it('of the current one, once more, tells a name that was not known', () => {
    const unnamed = { ...active(), workerName: null };
    const again = { taskSid: unnamed.task!.taskSid, workerName: 'Alice' };
    expect(accept(unnamed, again)).toMatchObject({ next: { workerName: 'Alice' } });
    expect(accept(active(), again)).toEqual({ kind: 'nothing' });
  });

  it('of before, told late, still tells who held the conversation', () => {
    const record = { ...paused(), formerTasks: [{ taskSid: sid('WT', 9), over: true }] };
    const decision = accept(record, { workerSid: BOB, workerIdentity: 'bob' });
    expect(decision).toMatchObject({
      next: { channelState: 'pause', agentIdentities: ['alice', 'bob'] },
    });
    expect(accept(record, { workerIdentity: 'alice' })).toEqual({ kind: 'nothing' });
  });

  it('that is older than the last accept is only remembered, as the oldest', () => {
    const record = { ...paused(), acceptedAt: 2_000 };
    const decision = accept(record, { at: 1_000 });
    expect(decision).toMatchObject({ next: { channelState: 'pause', pause: record.pause } });
    expect(decision).toMatchObject({ next: { formerTasks: [{}, { taskSid: sid('WT', 9), over: false }] } });
  });

  it('that is older than all that is remembered changes nothing, so that no newer one is forgotten for it', () => {
    const formerTasks = Array.from({ length: FORMER_TASKS_KEPT }, (_, number) => ({
      taskSid: sid('WT', 100 + number),
      over: true,
    }));
    const record = { ...paused(), acceptedAt: 2_000, formerTasks };
    expect(accept(record, { at: 1_000, workerIdentity: 'alice' })).toEqual({ kind: 'nothing' });
    expect(accept(record, { at: 1_000, workerIdentity: 'bob' })).toMatchObject({
      next: { formerTasks, agentIdentities: ['alice', 'bob'] },
    });
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

  it.each([
    ['by its SID', waitingForAgent(sid('WT', 9)), { workerSid: BOB }, 'resume'],
    ['not by another marker, though the agent is the same', invited(), { inviteId: 'of another' }, 'new'],
    ['not by the agent, where its SID is known', waitingForAgent(), {}, 'new'],
    ['not by the agent, where it names nobody', invited({ atCapacity: true }), {}, 'new'],
  ])('is our invite %s', (_, record, change, purpose) => {
    expect(accept(record, change)).toMatchObject({ next: { task: { purpose } } });
  });

  it('of our invite is known by the marker, whoever has it', () => {
    const record = invited();
    expect(accept(record, { inviteId: record.invite!.inviteId, workerSid: BOB })).toMatchObject({
      next: { task: { purpose: 'resume' } },
    });
  });

  it('has been accepted by us only where an accept of that very task is under way', () => {
    const record = waitingForAgent();
    expect(accept(record, {})).toMatchObject({ next: { task: { joinsBy: null } } });
    expect(accept(record, { taskSid: sid('WT', 2) })).toMatchObject({
      next: { task: { joinsBy: plusSeconds(NOW, 15) } },
    });
  });
});
