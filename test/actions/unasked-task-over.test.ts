import { held, type Scene } from './scenes';
import { ALICE, BOB } from '../doubles/constants';
import { NOTHING } from '../doubles/nothing';

const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);

/** The agent's task ends, and nobody asked us. */
async function unasked(): Promise<Scene> {
  const scene = await held();
  scene.deps.platform.endTask(scene.deps.platform.task(scene.taskSid), 'completed');
  const channel = scene.deps.platform.channelOf(scene.conversationSid);
  channel.participants = channel.participants.filter(({ type }) => type !== 'agent');
  await scene.deps.deliver();
  return scene;
}

function anotherTask({ deps, conversationSid }: Scene) {
  return deps.platform.invite(deps.platform.channelOf(conversationSid), {
    workspace_sid: 'WS',
    workflow_sid: 'WW',
    task_channel_unique_name: 'chat',
    attributes: { topic: 'refund' },
    priority: 7,
    timeout: 3600,
  });
}

describe('a task over that nobody asked for', () => {
  it('is looked at after two minutes, not before', async () => {
    const scene = await unasked();
    scene.deps.twilio.calls.length = 0;
    await scene.deps.minutes(1);
    expect(scene.deps.twilio.callsOf('channelStatus')).toEqual([]);
    await scene.deps.minutes(1);
    expect(scene.deps.twilio.callsOf('channelStatus')).toHaveLength(1);
  });

  it.each(['pending', 'reserved', 'assigned'] as const)('adopts a task that is %s', async (status) => {
    const scene = await unasked();
    const next = anotherTask(scene);
    if (status === 'reserved') scene.deps.platform.reserve(next, BOB);
    if (status === 'assigned') scene.deps.platform.accept(next.taskSid, BOB);
    scene.deps.loseNews();
    await scene.deps.minutes(2);
    expect(record(scene)).toMatchObject({
      pending: NOTHING,
      task: { taskSid: next.taskSid, status, workerSid: status === 'assigned' ? BOB : null },
      routing: { attributes: { topic: 'refund' }, priority: 7 },
    });
    expect(scene.deps.twilio.callsOf('invite')).toEqual([]);
  });

  it('waits for the accept of a task whose agent cannot be told yet', async () => {
    const scene = await unasked();
    const next = anotherTask(scene);
    next.status = 'assigned';
    await scene.deps.minutes(2);
    expect(record(scene).task).toMatchObject({ taskSid: next.taskSid, status: 'pending', workerSid: null });
  });

  it.each(['wrapping', 'completed', 'canceled'] as const)(
    'does not adopt a task that is %s',
    async (status) => {
      const scene = await unasked();
      anotherTask(scene).status = status;
      await scene.deps.minutes(2);
      expect(scene.deps.twilio.callsOf('invite')).toHaveLength(1);
    },
  );

  it('does not count a participant without such a task', async () => {
    const scene = await unasked();
    scene.deps.platform
      .channelOf(scene.conversationSid)
      .participants.push({ participantSid: 'UT1', type: 'agent', taskSid: `WT${'8'.repeat(32)}` });
    await scene.deps.minutes(2);
    expect(scene.deps.twilio.callsOf('invite')).toEqual(['invite workflow']);
  });

  it.each(['pause', 'inactive'])("leaves it alone where Flex's own status is %s", async (status) => {
    const scene = await unasked();
    scene.deps.platform.channelOf(scene.conversationSid).status = status;
    await scene.deps.minutes(90);
    expect(record(scene)).toMatchObject({ channelState: 'active', heldBy: 'flex', pending: NOTHING });
    expect(scene.deps.twilio.callsOf('invite')).toEqual([]);
  });

  it('finds within a day that one which Flex holds was closed without our hearing', async () => {
    const scene = await unasked();
    scene.deps.platform.channelOf(scene.conversationSid).status = 'pause';
    await scene.deps.minutes(2);
    scene.deps.platform.conversations.get(scene.conversationSid)!.state = 'closed';
    scene.deps.advance(24 * 3600);
    await scene.deps.minutes(1);
    expect(record(scene)).toMatchObject({ channelState: 'closed', heldBy: null });
  });

  it('looks within a day for one that Flex has let go, whose next task ended without an agent', async () => {
    const scene = await unasked();
    const channel = scene.deps.platform.channelOf(scene.conversationSid);
    channel.status = 'pause';
    await scene.deps.minutes(2);
    channel.status = 'active';
    const next = anotherTask(scene);
    scene.deps.advance(3600);
    scene.deps.platform.endTask(next, 'canceled');
    scene.deps.loseNews();
    scene.deps.advance(24 * 3600);
    await scene.deps.minutes(4);
    expect(record(scene)).toMatchObject({ heldBy: null, task: { status: 'pending', purpose: 'repair' } });
  });

  it('looks at once when it hears that such a task ended', async () => {
    const scene = await unasked();
    const channel = scene.deps.platform.channelOf(scene.conversationSid);
    channel.status = 'pause';
    await scene.deps.minutes(2);
    channel.status = 'active';
    scene.deps.platform.endTask(anotherTask(scene), 'canceled');
    await scene.deps.deliver();
    await scene.deps.minutes(2);
    expect(record(scene)).toMatchObject({ heldBy: null, task: { purpose: 'repair' } });
  });

  it('has it back from Flex with the next accept', async () => {
    const scene = await unasked();
    scene.deps.platform.channelOf(scene.conversationSid).status = 'pause';
    await scene.deps.minutes(2);
    scene.deps.platform.accept(anotherTask(scene).taskSid, ALICE);
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({ heldBy: null, task: { workerSid: ALICE } });
  });

  it.each(['closed', undefined])('finds it closed where the channel is %s', async (status) => {
    const scene = await unasked();
    const channel = scene.deps.platform.channelOf(scene.conversationSid);
    if (status === undefined) scene.deps.platform.channels.delete(channel.channelSid);
    else channel.status = status;
    await scene.deps.minutes(2);
    expect(record(scene)).toMatchObject({ channelState: 'closed', wrapUp: null, pending: NOTHING });
  });

  it('invites through the workflow where there is nothing', async () => {
    const scene = await unasked();
    await scene.deps.minutes(2);
    expect(record(scene)).toMatchObject({ pending: NOTHING, task: { status: 'pending', purpose: 'repair' } });
  });

  it('looks again where Twilio does not answer', async () => {
    const scene = await unasked();
    scene.deps.twilio.fail('channelStatus', 'unavailable');
    await scene.deps.minutes(3);
    expect(record(scene).task).toMatchObject({ purpose: 'repair' });
  });

  it('is forgotten when an agent accepts meanwhile', async () => {
    const scene = await unasked();
    scene.deps.platform.accept(anotherTask(scene).taskSid, BOB);
    await scene.deps.minutes(3);
    expect(record(scene)).toMatchObject({ pending: NOTHING, task: { workerSid: BOB } });
    expect(scene.deps.twilio.callsOf('channelStatus')).toEqual([]);
  });

  it('of the newer of two live tasks adopts the other', async () => {
    const scene = await held();
    const next = anotherTask(scene);
    scene.deps.platform.accept(next.taskSid, BOB);
    await scene.deps.deliver();
    scene.deps.platform.endTask(next, 'completed');
    await scene.deps.deliver();
    await scene.deps.minutes(2);
    expect(record(scene)).toMatchObject({
      task: { taskSid: scene.taskSid, workerSid: ALICE, status: 'assigned' },
      pending: NOTHING,
    });
  });
});
