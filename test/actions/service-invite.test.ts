import { AS_ALICE, AS_SUPERVISOR, completeIt, leaveIt, serviceInviteIt } from '../doubles/commands';
import { ALICE, BOB, QUEUE, sid } from '../doubles/constants';
import { CUSTOM_ROUTING } from '../doubles/deps';
import { held, left, type Scene } from './scenes';
import { NOTHING } from '../doubles/nothing';

const settings = CUSTOM_ROUTING;
const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const tasks = ({ deps, conversationSid }: Scene) => deps.twilio.liveTasks(conversationSid);
const ask = ({ deps, conversationSid }: Scene, body: Record<string, unknown> = {}) =>
  serviceInviteIt(conversationSid, deps.nextRun(), { body });

/** Alice has left it, and the customer has replied. */
async function replied(options: Parameters<typeof left>[0] = { settings }): Promise<Scene> {
  const scene = await left(options);
  scene.deps.platform.write(scene.conversationSid, 'carol');
  await scene.deps.deliver();
  return scene;
}

describe('an invite of custom logic', () => {
  it('makes one task, and what was awaited is not awaited any more', async () => {
    const scene = await replied();
    expect(await ask(scene)).toMatchObject({ kind: 'done', record: { pending: NOTHING } });
    await scene.deps.minutes(70);
    expect(tasks(scene)).toEqual([expect.objectContaining({ status: 'pending', queueSid: QUEUE })]);
    expect(record(scene)).toMatchObject({ task: { purpose: 'custom' } });
  });

  it('goes where custom logic says, and so does the one after it', async () => {
    const scene = await replied();
    await ask(scene, { queueSid: sid('WQ', 2), priority: 50, attributes: { vip: true } });
    const [first] = tasks(scene);
    expect(first).toMatchObject({ queueSid: sid('WQ', 2), priority: 50, attributes: { vip: true } });
    scene.deps.platform.endTask(first!, 'canceled');
    await scene.deps.deliver();
    await scene.deps.minutes(2);
    expect(tasks(scene)).toEqual([expect.objectContaining({ queueSid: sid('WQ', 2), priority: 51 })]);
    expect(tasks(scene)[0]!.attributes).toMatchObject({ vip: true });
  });

  it('to an agent is that agent’s, and accepted for them', async () => {
    const scene = await replied();
    await ask(scene, { workerSid: BOB });
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({ task: { workerSid: BOB, status: 'assigned', purpose: 'custom' } });
  });

  it('sent again makes no second task', async () => {
    const scene = await replied();
    await ask(scene, { priority: 5 });
    expect(await ask(scene, { priority: 5 })).toMatchObject({ kind: 'done', repeated: true });
    expect(tasks(scene)).toHaveLength(1);
  });

  it('with another body is refused once there is a task', async () => {
    const scene = await replied();
    await ask(scene, { priority: 5 });
    expect(await ask(scene, { priority: 6 })).toMatchObject({ code: 'wrong-state', channelState: 'active' });
  });

  it('whose answer got lost makes no second task', async () => {
    const scene = await replied();
    scene.deps.twilio.fail('invite', 'unavailable-applied');
    await ask(scene);
    await scene.deps.minutes(10);
    expect(tasks(scene)).toHaveLength(1);
  });

  it('through a workflow that TaskRouter refuses goes through the default one', async () => {
    const scene = await replied();
    scene.deps.twilio.fail('invite', 'refused');
    await ask(scene, { workflowSid: sid('WW', 99) });
    await scene.deps.minutes(2);
    expect(tasks(scene)).toEqual([expect.objectContaining({ workflowSid: sid('WW', 9), queueSid: null })]);
  });

  it('while the old agent is still taken out of the channel waits for that', async () => {
    const scene = await held({ settings });
    const { deps, conversationSid } = scene;
    await leaveIt(conversationSid, deps.nextRun());
    await deps.deliver();
    deps.twilio.fail('setParticipant', 'unavailable');
    deps.platform.write(conversationSid, 'carol');
    await deps.deliver();
    expect(await ask(scene)).toMatchObject({ kind: 'done', record: { invite: { purpose: 'custom' } } });
    await deps.minutes(3);
    expect(tasks(scene)).toHaveLength(1);
    expect(tasks(scene)[0]!.taskSid).not.toBe(scene.taskSid);
  });
});

describe('an invite of custom logic is refused', () => {
  it('where there is no such conversation', async () => {
    const { deps } = await replied();
    expect(await serviceInviteIt(sid('CH', 99), deps.nextRun())).toMatchObject({ code: 'not-found' });
  });

  it.each([AS_ALICE, AS_SUPERVISOR])('to people: %j', async (caller) => {
    const { deps, conversationSid } = await replied();
    expect(await serviceInviteIt(conversationSid, deps.nextRun(), { caller })).toMatchObject({
      code: 'not-authorized',
    });
  });

  it('while it is left and the customer has not replied', async () => {
    expect(await ask(await left({ settings }))).toMatchObject({
      code: 'wrong-state',
      channelState: 'inactive',
    });
  });

  it('while an agent has it', async () => {
    expect(await ask(await held({ settings }))).toMatchObject({
      code: 'wrong-state',
      channelState: 'active',
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['attributes too long for a task', { attributes: { text: 'x'.repeat(4096) } }],
    ['a worker that the workspace does not have', { workerSid: sid('WK', 99) }],
  ])('with %s', async (_, body) => {
    const scene = await replied();
    const before = record(scene);
    const refused = await ask(scene, body);
    expect(refused).toMatchObject({
      code: 'invalid-request',
      detail: expect.stringContaining(Object.keys(body)[0]!) as string,
    });
    expect(record(scene)).toBe(before);
  });

  it('with a body that is wrong, whatever it is', async () => {
    const { deps, conversationSid } = await replied();
    const wish = { problem: 'priority: may not be negative' };
    expect(await serviceInviteIt(conversationSid, deps.nextRun(), wish)).toMatchObject({
      code: 'invalid-request',
      detail: 'priority: may not be negative',
    });
  });

  it.each([
    ['away', { available: false }],
    ['full', { capacity: 0 }],
  ])('for an agent who is %s', async (_, change) => {
    const scene = await replied();
    Object.assign(scene.deps.platform.workers.get(BOB)!, change);
    expect(await ask(scene, { workerSid: BOB })).toMatchObject({ code: 'at-capacity' });
    expect(tasks(scene)).toEqual([]);
    expect(record(scene).pending).toHaveProperty('await-custom-routing');
  });

  it('for an agent of whom Twilio does not tell', async () => {
    const scene = await replied();
    scene.deps.twilio.fail('capacity', 'unavailable');
    expect(await ask(scene, { workerSid: BOB })).toMatchObject({ code: 'twilio-unavailable' });
    expect(record(scene).pending).toHaveProperty('await-custom-routing');
  });
});

describe('the capacity of the agent that custom logic names', () => {
  it('does not count the task of this very conversation, which still wraps up', async () => {
    const scene = await held({ settings });
    const { deps, conversationSid } = scene;
    await leaveIt(conversationSid, deps.nextRun());
    await deps.deliver();
    deps.twilio.fail('setParticipant', 'unavailable', 1);
    deps.platform.write(conversationSid, 'carol');
    await deps.deliver();
    deps.platform.workers.get(ALICE)!.capacity = 1;
    expect(tasks(scene)).toHaveLength(1);
    expect(await ask(scene, { workerSid: ALICE })).toMatchObject({ kind: 'done' });
  });

  it('counts other conversations', async () => {
    const scene = await replied();
    await scene.deps.heldConversation();
    scene.deps.platform.workers.get(ALICE)!.capacity = 1;
    expect(await ask(scene, { workerSid: ALICE })).toMatchObject({ code: 'at-capacity' });
  });

  it('is not asked for where nobody is named', async () => {
    const scene = await replied();
    scene.deps.twilio.calls.length = 0;
    await ask(scene);
    expect(scene.deps.twilio.callsOf('capacity')).toEqual([]);
  });
});

it('a repeat is no repeat once somebody has left it again', async () => {
  const scene = await replied();
  const { deps, conversationSid } = scene;
  await ask(scene, { workerSid: ALICE });
  await deps.deliver();
  await leaveIt(conversationSid, deps.nextRun());
  await completeIt(conversationSid, deps.nextRun());
  await deps.deliver();
  expect(await ask(scene, { workerSid: ALICE })).toMatchObject({ code: 'wrong-state' });
  deps.platform.write(conversationSid, 'carol');
  await deps.deliver();
  expect(await ask(scene, { workerSid: ALICE })).toMatchObject({ kind: 'done', repeated: false });
});
