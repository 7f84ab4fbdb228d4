import { markerIn } from '../../lambda/domain/invite-routing';
import { AS_ALICE, endIt, reassignIt } from '../doubles/commands';
import { ALICE, BOB, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { held, left, leftWrappingUp, paused, type Scene, wrappingUp } from './scenes';
import { NOTHING } from '../doubles/nothing';

const byClient = { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, acceptBy: 'client' as const } };
const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const newest = ({ deps, conversationSid }: Scene) => deps.twilio.liveTasks(conversationSid).at(-1)!;
const reassign = ({ deps, conversationSid }: Scene, workerSid?: string, wish = {}) =>
  reassignIt(conversationSid, deps.nextRun(), {
    body: workerSid === undefined ? {} : { workerSid },
    ...wish,
  });

describe('reassign without an agent', () => {
  it.each([
    ['pause', paused],
    ['inactive', left],
  ])('from %s brings it back to its queue, to the next available agent', async (_, arrange) => {
    const scene = await arrange();
    expect(await reassign(scene)).toMatchObject({ kind: 'done', record: { pending: NOTHING } });
    expect(newest(scene)).toMatchObject({ target: null, timeout: 1_209_600, status: 'pending' });
    expect(markerIn(newest(scene).attributes)).toMatchObject({ purpose: 'reassign' });
    expect(markerIn(newest(scene).attributes)?.workerSid).toBeUndefined();
    scene.deps.platform.accept(newest(scene).taskSid, BOB);
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({
      channelState: 'active',
      pause: null,
      leave: null,
      task: { workerSid: BOB, purpose: 'reassign', status: 'assigned' },
    });
    expect(scene.deps.timer.running()).toEqual([]);
  });

  it('asks Twilio for nobody’s capacity', async () => {
    const scene = await paused();
    await reassign(scene);
    expect(scene.deps.twilio.callsOf('capacity')).toEqual([]);
  });

  it.each([
    ['to pause', wrappingUp],
    ['of what was left', leftWrappingUp],
  ])('ends the wrap-up %s first', async (_, arrange) => {
    const scene = await arrange();
    await reassign(scene);
    expect(scene.deps.platform.task(scene.taskSid).status).toBe('completed');
    expect(record(scene)).toMatchObject({ wrapUp: null, pending: NOTHING, task: { purpose: 'reassign' } });
    expect(scene.deps.twilio.liveTasks(scene.conversationSid)).toHaveLength(1);
  });
});

describe('reassign to a named agent', () => {
  it('invites that agent, accepts for that agent, and tells who it is', async () => {
    const scene = await paused();
    expect(await reassign(scene, BOB)).toMatchObject({ kind: 'done' });
    expect(scene.deps.twilio.callsOf('invite')).toEqual([`invite ${BOB}`]);
    expect(markerIn(newest(scene).attributes)).toMatchObject({ purpose: 'reassign', workerSid: BOB });
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({
      channelState: 'active',
      invite: null,
      pending: NOTHING,
      workerName: 'Bob',
      agentIdentities: ['alice', 'bob'],
      task: { status: 'assigned', workerSid: BOB, purpose: 'reassign' },
    });
  });

  it('is done by the server when the webhook is lost, too', async () => {
    const scene = await paused();
    await reassign(scene, BOB);
    scene.deps.loseNews();
    expect(record(scene).task).toMatchObject({ status: 'assigned', workerSid: BOB });
  });

  it('may name the agent who put it aside', async () => {
    const scene = await left();
    await reassign(scene, ALICE);
    await scene.deps.deliver();
    expect(record(scene).task).toMatchObject({ status: 'assigned', workerSid: ALICE });
  });

  it('who does not take it goes through the workflow, and names nobody', async () => {
    const scene = await paused({ settings: byClient });
    await reassign(scene, BOB);
    await scene.deps.minutes(3);
    expect(newest(scene)).toMatchObject({ target: null, priority: 1 });
    expect(markerIn(newest(scene).attributes)?.workerSid).toBeUndefined();
  });
});

describe('the agent that a reassignment names', () => {
  it.each([
    ['full', (scene: Scene) => void (scene.deps.platform.workers.get(BOB)!.capacity = 0)],
    ['not available', (scene: Scene) => void (scene.deps.platform.workers.get(BOB)!.available = false)],
  ])('is %s: at capacity, whatever the settings say of a resume', async (_, arrange) => {
    const scene = await paused();
    arrange(scene);
    const before = record(scene);
    expect(await reassign(scene, BOB)).toMatchObject({ kind: 'refuse', code: 'at-capacity' });
    expect(record(scene)).toBe(before);
    expect(scene.deps.timer.running()).toHaveLength(1);
  });

  it.each([
    ['paused', paused],
    ['held, where nothing can be reassigned', held],
  ])('is none of the workspace: invalid, also of what is %s', async (_, arrange) => {
    const scene = await arrange();
    const before = record(scene);
    expect(await reassign(scene, sid('WK', 77))).toMatchObject({ code: 'invalid-request' });
    expect(record(scene)).toBe(before);
  });

  it('cannot be looked up: 503, and nothing changes', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('capacity', 'unavailable');
    const before = record(scene);
    expect(await reassign(scene, BOB)).toMatchObject({ code: 'twilio-unavailable' });
    expect(record(scene)).toBe(before);
  });

  it('has the task of this very conversation in wrap-up, which does not count', async () => {
    const scene = await leftWrappingUp();
    scene.deps.platform.workers.get(ALICE)!.capacity = 1;
    expect(await reassign(scene, ALICE)).toMatchObject({ kind: 'done' });
    await scene.deps.deliver();
    expect(record(scene).task).toMatchObject({ status: 'assigned', workerSid: ALICE, purpose: 'reassign' });
  });
});

describe('reassign is refused', () => {
  it('to agents, also to who paused it, before anything is asked of Twilio', async () => {
    const scene = await paused();
    const result = await reassign(scene, sid('WK', 77), { caller: AS_ALICE, problem: 'no body' });
    expect(result).toMatchObject({ code: 'not-authorized' });
    expect(scene.deps.twilio.callsOf('capacity')).toEqual([]);
  });

  it('where nothing was put aside', async () => {
    const scene = await held();
    expect(await reassign(scene)).toMatchObject({ code: 'wrong-state', channelState: 'active' });
    await endIt(scene.conversationSid, scene.deps.nextRun());
    expect(await reassign(scene, BOB)).toMatchObject({ code: 'wrong-state', channelState: 'closed' });
  });

  it('where there is no such conversation', async () => {
    const scene = await paused();
    expect(await reassign({ ...scene, conversationSid: sid('CH', 77) }, BOB)).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the same reassignment again', () => {
  it('is a repeat, and asks Twilio nothing: not even for an agent who is gone meanwhile', async () => {
    const scene = await paused();
    await reassign(scene, BOB);
    await scene.deps.deliver();
    scene.deps.platform.workers.delete(BOB);
    const before = record(scene);
    const asked = scene.deps.twilio.calls.length;
    expect(await reassign(scene, BOB)).toMatchObject({ kind: 'done', repeated: true });
    expect(record(scene)).toBe(before);
    expect(scene.deps.twilio.calls).toHaveLength(asked);
  });

  it('for another agent is none', async () => {
    const scene = await paused();
    await reassign(scene, BOB);
    expect(await reassign(scene, ALICE)).toMatchObject({ code: 'wrong-state' });
  });
});
