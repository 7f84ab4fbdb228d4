import { pauseIt, resumeIt } from '../doubles/commands';
import { ALICE } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { paused, type Scene } from './scenes';
import { NOTHING } from '../doubles/nothing';

const BY_CLIENT = { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, acceptBy: 'client' as const } };
const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const found = ({ deps }: Scene) => deps.bus.types().filter((type) => type === 'AcceptedButNotJoined').length;
const looks = ({ deps }: Scene) => deps.twilio.callsOf('participants').length;

/** Alice has paused, and resumes; the accept brings her into the channel or not. */
async function resumed({ joins = false, settings = PAUSE_ON } = {}): Promise<Scene> {
  const scene = await paused({ settings });
  scene.deps.platform.acceptJoins = joins;
  await resumeIt(scene.conversationSid, scene.deps.nextRun());
  scene.deps.twilio.calls.length = 0;
  return scene;
}

describe('the sweep reads the participants once after an accept of ours', () => {
  it('15 s after it, and not before', async () => {
    const scene = await resumed({ joins: true });
    await scene.deps.deliver();
    scene.deps.advance(14);
    await scene.deps.sweep();
    expect(looks(scene)).toBe(0);
    scene.deps.advance(1);
    await scene.deps.sweep();
    expect(looks(scene)).toBe(1);
    await scene.deps.minutes(5);
    expect(looks(scene)).toBe(1);
    expect(found(scene)).toBe(0);
    expect(record(scene)).toMatchObject({ pending: NOTHING, wakeAt: null });
  });

  it('and tells AcceptedButNotJoined once, where the agent is not in the channel', async () => {
    const scene = await resumed();
    await scene.deps.deliver();
    await scene.deps.minutes(5);
    expect(found(scene)).toBe(1);
    expect(looks(scene)).toBe(1);
    const event = scene.deps.bus.taken.find(({ type }) => type === 'AcceptedButNotJoined');
    expect(event?.detail).toMatchObject({ by: 'system', task: { workerSid: ALICE, status: 'assigned' } });
    expect(record(scene).task).toMatchObject({ status: 'assigned', workerSid: ALICE });
  });

  it('also where the webhooks are lost', async () => {
    const scene = await resumed();
    scene.deps.loseNews();
    await scene.deps.minutes(2);
    expect(found(scene)).toBe(1);
  });

  it('also where the accept is carried out, and its answer lost', async () => {
    const scene = await paused();
    scene.deps.platform.acceptJoins = false;
    scene.deps.twilio.fail('setReservation', 'unavailable-applied');
    await resumeIt(scene.conversationSid, scene.deps.nextRun());
    scene.deps.loseNews();
    await scene.deps.minutes(5);
    expect(found(scene)).toBe(1);
  });

  it('once, though reading fails at first, and nobody takes the event', async () => {
    const scene = await resumed();
    await scene.deps.deliver();
    scene.deps.twilio.fail('participants', 'unavailable', 2);
    await scene.deps.minutes(1);
    expect(found(scene)).toBe(0);
    scene.deps.bus.fail(1);
    await scene.deps.minutes(10);
    expect(found(scene)).toBe(1);
    expect(scene.deps.twilio.callsOf('participants')).toHaveLength(3);
  });

  it('and finds the channel closed by that', async () => {
    const scene = await resumed();
    await scene.deps.deliver();
    scene.deps.twilio.fail('participants', 'closed');
    await scene.deps.minutes(1);
    expect(record(scene).channelState).toBe('closed');
    expect(found(scene)).toBe(0);
  });
});

it('a conversation that was closed before the accept is found closed, and nobody is told as missing', async () => {
  const scene = await resumed();
  await scene.deps.deliver();
  scene.deps.platform.conversations.get(scene.conversationSid)!.state = 'closed';
  scene.deps.loseNews();
  await scene.deps.minutes(1);
  expect(found(scene)).toBe(0);
  expect(record(scene).channelState).toBe('closed');
});

describe('it is not read', () => {
  it('where the desk was first', async () => {
    const scene = await paused();
    scene.deps.platform.reservesAtOnce = false;
    await resumeIt(scene.conversationSid, scene.deps.nextRun());
    scene.deps.platform.acceptJoins = false;
    scene.deps.platform.accept(record(scene).task!.taskSid, ALICE);
    await scene.deps.hear(scene.deps.platform.news.find(({ kind }) => kind === 'accepted')!);
    scene.deps.twilio.calls.length = 0;
    await scene.deps.minutes(5);
    expect([looks(scene), found(scene)]).toEqual([0, 0]);
  });

  it('where the client accepts', async () => {
    const scene = await resumed({ settings: BY_CLIENT });
    scene.deps.platform.accept(record(scene).task!.taskSid, ALICE);
    await scene.deps.deliver();
    await scene.deps.minutes(5);
    expect([looks(scene), found(scene)]).toEqual([0, 0]);
  });

  it('as a loss where the task has ended meanwhile, and nobody has told us yet', async () => {
    const scene = await resumed({ joins: true });
    await scene.deps.deliver();
    const { platform } = scene.deps;
    const task = platform.task(record(scene).task!.taskSid);
    const channel = platform.channelOf(scene.conversationSid);
    platform.closeParticipant(channel, channel.participants.at(-1)!, task);
    scene.deps.loseNews();
    scene.deps.advance(20);
    await scene.deps.sweep();
    expect(found(scene)).toBe(0);
    expect(record(scene).pending).toEqual({});
  });

  it('where the agent has paused again', async () => {
    const scene = await resumed();
    await scene.deps.deliver();
    scene.deps.platform.join(scene.deps.platform.task(record(scene).task!.taskSid));
    await pauseIt(scene.conversationSid, scene.deps.nextRun(), { body: { timeLimit: 'PT4H' } });
    scene.deps.twilio.calls.length = 0;
    await scene.deps.minutes(5);
    expect([looks(scene), found(scene)]).toEqual([0, 0]);
  });
});
