import { AS_BOB, AS_SUPERVISOR, completeIt, endIt, leaveIt, serviceInviteIt } from '../doubles/commands';
import { BOB, FLOW, sid } from '../doubles/constants';
import { STUDIO } from '../doubles/deps';
import { MOST_HOOKS } from '../doubles/fake-resources';
import { held, left, leftWrappingUp, type Scene } from './scenes';
import { NOTHING } from '../doubles/nothing';

const settings = STUDIO;
const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const hooks = ({ deps, conversationSid }: Scene) => deps.platform.conversations.get(conversationSid)!.hooks;
const flows = (scene: Scene) => hooks(scene).map(({ flowSid }) => flowSid);
const tasks = ({ deps, conversationSid }: Scene) => deps.twilio.liveTasks(conversationSid);

async function replies(scene: Scene): Promise<void> {
  scene.deps.platform.write(scene.conversationSid, 'carol');
  await scene.deps.deliver();
}

/** Alice leaves what she holds, and her wrap-up ends. */
async function leaves(scene: Scene): Promise<void> {
  await leaveIt(scene.conversationSid, scene.deps.nextRun());
  await completeIt(scene.conversationSid, scene.deps.nextRun());
  await scene.deps.deliver();
}

/** The flow makes a task. */
function invited({ deps, conversationSid }: Scene): string {
  const { taskSid } = deps.platform.invite(deps.platform.channelOf(conversationSid), {
    ...{ workspace_sid: 'WS', workflow_sid: 'WW', attributes: {}, priority: 0, timeout: 86_400 },
  });
  return taskSid;
}

/** The flow has made a task, and Bob takes it. */
async function accepted(scene: Scene): Promise<void> {
  scene.deps.platform.accept(invited(scene), BOB);
  await scene.deps.deliver();
}

describe('Leave with a Studio flow', () => {
  it('puts one hook of the flow on the conversation', async () => {
    const scene = await left({ settings });
    expect(flows(scene)).toEqual([FLOW]);
    expect(record(scene)).toMatchObject({
      studioHook: { flowSid: FLOW, webhookSid: hooks(scene)[0]!.webhookSid },
      pending: NOTHING,
    });
  });

  it('hands to the flow what comes after the newest message that was there', async () => {
    const scene = await held({ settings });
    await replies(scene);
    await leaves(scene);
    expect(hooks(scene)).toMatchObject([{ from: 1 }]);
  });

  it('where no message is known, hands to it what comes from now on', async () => {
    expect(hooks(await left({ settings }))).toMatchObject([{ from: null }]);
  });

  it('hands to the flow the reply that came before the hook was on', async () => {
    const scene = await held({ settings });
    scene.deps.twilio.fail('addStudioHook', 'unavailable');
    await leaves(scene);
    await replies(scene);
    expect(hooks(scene)).toEqual([]);
    await scene.deps.minutes(3);
    expect(hooks(scene)).toMatchObject([{ flowSid: FLOW, from: 0 }]);
    expect(record(scene).pending).toHaveProperty('await-custom-routing');
  });

  it('puts on one only, where the answer got lost', async () => {
    const scene = await held({ settings });
    scene.deps.twilio.fail('addStudioHook', 'unavailable-applied');
    await leaves(scene);
    await scene.deps.minutes(10);
    expect(flows(scene)).toEqual([FLOW]);
    expect(record(scene)).toMatchObject({ studioHook: { flowSid: FLOW }, pending: NOTHING });
  });

  it('puts on no other, where the answer got lost and the flow has made its task already', async () => {
    const scene = await held({ settings });
    scene.deps.twilio.fail('addStudioHook', 'unavailable-applied');
    await leaves(scene);
    await replies(scene);
    hooks(scene).splice(0); // the flow takes its hook off
    invited(scene);
    await scene.deps.minutes(10);
    expect(flows(scene)).toEqual([]);
    expect(tasks(scene)).toHaveLength(1);
  });

  it.each(['hooks', 'addStudioHook'] as const)('is tried again where %s fails', async (call) => {
    const scene = await held({ settings });
    scene.deps.twilio.fail(call, 'unavailable', 2);
    await leaves(scene);
    expect(flows(scene)).toEqual([]);
    await scene.deps.minutes(10);
    expect(flows(scene)).toEqual([FLOW]);
  });

  it('beside those of others', async () => {
    const scene = await held({ settings });
    for (const flowSid of [null, sid('FW', 2)]) scene.deps.platform.addHook(scene.conversationSid, flowSid);
    await leaves(scene);
    expect(flows(scene)).toEqual([null, sid('FW', 2), FLOW]);
  });
});

describe('Leave with a Studio flow that has no room', () => {
  async function full(): Promise<Scene> {
    const scene = await held({ settings });
    for (let count = 0; count < MOST_HOOKS; count++) scene.deps.platform.addHook(scene.conversationSid, null);
    await leaves(scene);
    return scene;
  }

  it('leaves the reply to the workflow, and tells the log', async () => {
    const scene = await full();
    expect(record(scene)).toMatchObject({
      leave: { onReply: 'new-task' },
      studioHook: null,
      pending: NOTHING,
    });
    expect(scene.deps.lines.map(({ message }) => message)).toContain('no Studio hook can be put on');
    await replies(scene);
    expect(tasks(scene)).toHaveLength(1);
    expect(hooks(scene)).toHaveLength(MOST_HOOKS);
  });

  it('whose room was taken while it was put on does the same', async () => {
    const scene = await held({ settings });
    scene.deps.twilio.fail('addStudioHook', 'refused');
    await leaves(scene);
    await replies(scene);
    expect(tasks(scene)).toHaveLength(1);
  });

  it('lets no reply wait that came meanwhile', async () => {
    const scene = await held({ settings });
    scene.deps.twilio.fail('hooks', 'unavailable');
    await leaves(scene);
    await replies(scene);
    expect(tasks(scene)).toEqual([]);
    for (let count = 0; count < MOST_HOOKS; count++) scene.deps.platform.addHook(scene.conversationSid, null);
    await scene.deps.minutes(3);
    expect(tasks(scene)).toHaveLength(1);
  });
});

describe('a hook of the flow that somebody else has put on', () => {
  async function others(): Promise<Scene> {
    const scene = await held({ settings });
    scene.deps.platform.addHook(scene.conversationSid, FLOW);
    await leaves(scene);
    return scene;
  }

  it('is enough', async () => {
    const scene = await others();
    expect(flows(scene)).toEqual([FLOW]);
    expect(record(scene)).toMatchObject({
      studioHook: null,
      leave: { onReply: 'custom-routing' },
      pending: NOTHING,
    });
  });

  it('is never taken off', async () => {
    const scene = await others();
    await replies(scene);
    await accepted(scene);
    await scene.deps.minutes(3);
    expect(flows(scene)).toEqual([FLOW]);
  });
});

describe('the hook is taken off', () => {
  it('when an agent accepts what the flow has brought', async () => {
    const scene = await left({ settings });
    await replies(scene);
    expect(flows(scene)).toEqual([FLOW]);
    await accepted(scene);
    expect(flows(scene)).toEqual([]);
    expect(record(scene)).toMatchObject({ studioHook: null, pending: NOTHING });
  });

  it('before it is looked for a task, so that the flow makes none beside the invite', async () => {
    const scene = await left({ settings });
    await replies(scene);
    await scene.deps.minutes(59);
    scene.deps.twilio.calls.length = 0;
    await scene.deps.minutes(1);
    const calls = scene.deps.twilio.calls.map((call) => call.split(' ')[0]);
    expect(calls.indexOf('removeHook')).toBeLessThan(calls.indexOf('channelStatus'));
    expect(flows(scene)).toEqual([]);
    expect(tasks(scene)).toHaveLength(1);
  });

  it('when custom logic invites', async () => {
    const scene = await left({ settings });
    await replies(scene);
    await serviceInviteIt(scene.conversationSid, scene.deps.nextRun());
    expect(flows(scene)).toEqual([]);
    expect(tasks(scene)).toHaveLength(1);
  });

  it('when it is ended, and when nobody replies for 90 days', async () => {
    const ended = await left({ settings });
    await endIt(ended.conversationSid, ended.deps.nextRun(), { caller: AS_SUPERVISOR });
    await ended.deps.deliver();
    expect(record(ended)).toMatchObject({ studioHook: null, pending: NOTHING });
    const expired = await left({ settings });
    expired.deps.advance(90 * 86_400);
    await expired.deps.minutes(2);
    expect(record(expired)).toMatchObject({ channelState: 'closed', studioHook: null, pending: NOTHING });
  });

  it('also where the call that put it on comes late', async () => {
    const scene = await held({ settings });
    const { deps, conversationSid } = scene;
    deps.twilio.fail('addStudioHook', 'unavailable');
    await leaves(scene);
    await accepted(scene);
    deps.advance(30);
    deps.platform.addHook(conversationSid, FLOW); // carried out only now
    await deps.minutes(5);
    expect(flows(scene)).toEqual([]);
    expect(record(scene).pending).toEqual({});
  });

  it('with every one of ours, where an answer got lost and another was put on', async () => {
    const scene = await held({ settings });
    scene.deps.twilio.fail('addStudioHook', 'unavailable');
    await leaves(scene);
    await scene.deps.minutes(3);
    scene.deps.platform.addHook(scene.conversationSid, FLOW); // the first call, carried out late
    await replies(scene);
    await accepted(scene);
    await scene.deps.minutes(3);
    expect(flows(scene)).toEqual([]);
  });

  it('sooner or later, where Twilio fails', async () => {
    const scene = await left({ settings });
    scene.deps.twilio.fail('removeHook', 'unavailable', 2);
    await replies(scene);
    await accepted(scene);
    expect(flows(scene)).toEqual([FLOW]);
    await scene.deps.minutes(5);
    expect(flows(scene)).toEqual([]);
    expect(record(scene).pending).toEqual({});
  });

  it('and put on again for the next leave, one at a time', async () => {
    const scene = await left({ settings });
    await replies(scene);
    await accepted(scene);
    await leaveIt(scene.conversationSid, scene.deps.nextRun(), { caller: AS_BOB });
    await scene.deps.deliver();
    await scene.deps.minutes(1);
    expect(flows(scene)).toEqual([FLOW]);
    expect(record(scene)).toMatchObject({ channelState: 'inactive', studioHook: { flowSid: FLOW } });
  });

  it('while the wrap-up goes on it is on already', async () => {
    expect(flows(await leftWrappingUp({ settings }))).toEqual([FLOW]);
  });
});

it('a conversation that is closed at Twilio gets no hook, and is closed', async () => {
  const scene = await held({ settings });
  const { deps, conversationSid } = scene;
  deps.twilio.fail('hooks', 'unavailable');
  await leaves(scene);
  deps.platform.closeChannel(deps.platform.channelOf(conversationSid), true);
  deps.platform.conversations.delete(conversationSid);
  deps.loseNews();
  await deps.minutes(3);
  expect(record(scene)).toMatchObject({ channelState: 'closed', studioHook: null, pending: NOTHING });
});
