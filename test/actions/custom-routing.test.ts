import { AS_SUPERVISOR, endIt } from '../doubles/commands';
import { ALICE, BOB } from '../doubles/constants';
import { CUSTOM_ROUTING } from '../doubles/deps';
import type { FakeTask } from '../doubles/fake-resources';
import { left, leftWrappingUp, type Scene } from './scenes';
import { NOTHING } from '../doubles/nothing';

const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const tasks = ({ deps, conversationSid }: Scene) => deps.twilio.liveTasks(conversationSid);
const settings = CUSTOM_ROUTING;

async function replies(scene: Scene): Promise<Scene> {
  scene.deps.platform.write(scene.conversationSid, 'carol');
  await scene.deps.deliver();
  return scene;
}

/** Custom logic makes a task by itself, without us. */
function bring({ deps, conversationSid }: Scene): FakeTask {
  return deps.platform.invite(deps.platform.channelOf(conversationSid), {
    ...{ workspace_sid: 'WS', workflow_sid: 'WW', attributes: {}, priority: 0, timeout: 86_400 },
  });
}

describe('the reply to a left conversation, with custom routing', () => {
  it('asks Twilio for nothing before the time is over', async () => {
    const scene = await left({ settings });
    scene.deps.twilio.calls.length = 0;
    await replies(scene);
    expect(record(scene)).toMatchObject({ channelState: 'active', invite: null });
    expect(scene.deps.twilio.calls).toEqual([]);
  });

  it('that nobody takes goes through the workflow after an hour, and not before', async () => {
    const scene = await replies(await left({ settings }));
    await scene.deps.minutes(59);
    expect(tasks(scene)).toEqual([]);
    await scene.deps.minutes(1);
    expect(tasks(scene)).toHaveLength(1);
    expect(record(scene)).toMatchObject({ task: { purpose: 'reply' }, pending: NOTHING });
  });

  it('is taken by the task that custom logic brings and an agent accepts', async () => {
    const scene = await replies(await left({ settings }));
    const { taskSid } = bring(scene);
    scene.deps.platform.accept(taskSid, BOB);
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({ task: { taskSid, workerSid: BOB }, pending: NOTHING });
    await scene.deps.minutes(90);
    expect(tasks(scene).map((task) => task.taskSid)).toEqual([taskSid]);
  });

  it('is taken by a brought task that still waits in its queue when the time is over', async () => {
    const scene = await replies(await left({ settings }));
    const { taskSid } = bring(scene);
    await scene.deps.minutes(61);
    expect(record(scene)).toMatchObject({ task: { taskSid, status: 'pending' }, pending: NOTHING });
    expect(tasks(scene)).toHaveLength(1);
  });

  it('is not taken by a brought task that found no agent in time', async () => {
    const scene = await replies(await left({ settings }));
    const brought = bring(scene);
    await scene.deps.minutes(10);
    scene.deps.platform.endTask(brought, 'canceled');
    await scene.deps.deliver();
    await scene.deps.minutes(51);
    expect(tasks(scene)).toEqual([expect.objectContaining({ status: 'pending', priority: 0 })]);
    expect(record(scene)).toMatchObject({ task: { purpose: 'reply' } });
  });

  it('during the wrap-up takes the agent out first, and the old task is not taken for a new one', async () => {
    const scene = await leftWrappingUp({ settings });
    await replies(scene);
    expect(tasks(scene)).toEqual([]);
    expect(record(scene).pending).toHaveProperty('await-custom-routing');
    await scene.deps.minutes(61);
    expect(tasks(scene)).toHaveLength(1);
    expect(tasks(scene)[0]!.taskSid).not.toBe(scene.taskSid);
  });

  it('whose wrap-up ends late does not take the old task for a new one', async () => {
    const scene = await leftWrappingUp({ settings });
    scene.deps.twilio.fail('setParticipant', 'unavailable', 200);
    await replies(scene);
    await scene.deps.minutes(70);
    expect(tasks(scene).map(({ taskSid }) => taskSid)).toEqual([scene.taskSid]);
    expect(record(scene)).toMatchObject({ task: null, invite: null });
  });

  it('can be ended meanwhile, and no task comes', async () => {
    const scene = await replies(await left({ settings }));
    await endIt(scene.conversationSid, scene.deps.nextRun(), { caller: AS_SUPERVISOR });
    await scene.deps.deliver();
    await scene.deps.minutes(61);
    expect(tasks(scene)).toEqual([]);
    expect(record(scene)).toMatchObject({ channelState: 'closed', pending: NOTHING });
  });

  it('stays awaited where Twilio does not answer when the time is over', async () => {
    const scene = await replies(await left({ settings }));
    scene.deps.twilio.fail('channelStatus', 'unavailable', 1);
    await scene.deps.minutes(60);
    expect(record(scene)).toMatchObject({ invite: null, task: null });
    await scene.deps.minutes(2);
    expect(record(scene)).toMatchObject({ task: { purpose: 'reply' } });
    expect(record(scene).parkedBy).toBe(ALICE);
  });
});
