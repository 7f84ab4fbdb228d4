import { capacityOf } from '../../lambda/actions/capacity';
import { resumeIt } from '../doubles/commands';
import { ALICE, BOB } from '../doubles/constants';
import { held, paused, type Scene, wrappingUp } from './scenes';
import { record, recordSays } from './tried';

const capacity = (scene: Scene, workerSid = ALICE) =>
  capacityOf(workerSid, record(scene), scene.deps.nextRun());

/** Each agent can have one task. */
async function withRoomForOne(begin: () => Promise<Scene>): Promise<Scene> {
  const scene = await begin();
  for (const worker of scene.deps.platform.workers.values()) worker.capacity = 1;
  return scene;
}

/** Alice's participant cannot be closed yet, so that she still wraps up what is brought back already. */
async function takenOutOfWrapUp(): Promise<Scene> {
  const scene = await wrappingUp();
  scene.deps.twilio.fail('setParticipant', 'unavailable');
  await resumeIt(scene.conversationSid, scene.deps.nextRun());
  return scene;
}

describe('an agent’s capacity', () => {
  it.each([
    ['the old task was', 'video', 'video'],
    ['Flex makes by default, where the old task’s was not told', null, 'chat'],
  ])('is asked for the kind of task that %s', async (_which, taskChannelUniqueName, asked) => {
    const scene = await paused();
    recordSays(scene, { routing: { ...record(scene).routing, taskChannelUniqueName } });
    await capacity(scene);
    expect(scene.deps.twilio.callsOf('capacity')).toEqual([`capacity ${ALICE} ${asked}`]);
  });

  it.each([
    ['who is not available', { available: false }],
    ['whose tasks are as many as the configured capacity', { capacity: 0 }],
  ])('is full of one %s', async (_who, change) => {
    const scene = await paused();
    Object.assign(scene.deps.platform.workers.get(ALICE)!, change);
    expect(await capacity(scene)).toBe('full');
  });

  it('is unreadable where Twilio fails, and not where the mistake is ours', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('capacity', 'unavailable');
    expect(await capacity(scene)).toBe('unreadable');
    Object.assign(scene.deps.twilio, { capacity: () => Promise.reject(new TypeError('ours')) });
    await expect(capacity(scene)).rejects.toThrow('ours');
  });
});

describe('this very conversation’s task', () => {
  it('counts while its agent works on it', async () => {
    expect(await capacity(await withRoomForOne(held))).toBe('full');
  });

  it.each([
    ['in its wrap-up', wrappingUp],
    ['taken out of that, until its task is seen over', takenOutOfWrapUp],
  ])('does not count %s, but for its own agent only', async (_when, begin) => {
    const scene = await withRoomForOne(begin);
    await scene.deps.heldConversation(BOB);
    expect(await capacity(scene)).toBe('room');
    expect(await capacity(scene, BOB)).toBe('full');
  });

  it('is not taken off once more when it is over, though its participant is still to be closed', async () => {
    const scene = await withRoomForOne(wrappingUp);
    scene.deps.twilio.fail('setParticipant', 'unavailable');
    scene.deps.platform.endTask(scene.deps.platform.task(scene.taskSid), 'completed');
    await scene.deps.deliver();
    await scene.deps.heldConversation(ALICE);
    expect(Object.keys(record(scene).pending)).toEqual([`close-participant:${scene.taskSid}`]);
    expect(await capacity(scene)).toBe('full');
  });
});
