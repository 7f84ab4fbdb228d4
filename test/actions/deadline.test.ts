import { deadline, InviteStillOwed, NoSuchRecord, TooEarly } from '../../lambda/actions/deadline';
import { ChangedMeanwhile } from '../../lambda/actions/change-and-settle';
import type { TimerInput } from '../../lambda/actions/ports';
import { endIt, patchIt, resumeIt } from '../doubles/commands';
import { sid } from '../doubles/constants';
import { testDeps } from '../doubles/deps';
import { recordSays } from './tried';
import { FOUR_HOURS, paused, type Scene, wrappingUp } from './scenes';
import { NOTHING } from '../doubles/nothing';

const input = ({ deps }: Scene): TimerInput => deps.timer.list()[0]!.input;
const fire = (scene: Scene, change: Partial<TimerInput> = {}) =>
  deadline({ ...input(scene), ...change }, scene.deps.nextRun());
const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);

describe('the deadline', () => {
  it('brings the conversation back to the queue it came from', async () => {
    const scene = await paused();
    scene.deps.advance(FOUR_HOURS);
    await fire(scene);
    expect(record(scene)).toMatchObject({
      channelState: 'active',
      pause: null,
      pending: NOTHING,
      task: { status: 'pending', purpose: 'reassign', workerSid: null },
    });
    expect(scene.deps.twilio.liveTasks(scene.conversationSid)).toMatchObject([
      { target: null, timeout: 1_209_600, queueSid: record(scene).routing.queueSid },
    ]);
  });

  it('fails when it is up to 5 s early, so that it is tried again', async () => {
    const scene = await paused();
    scene.deps.advance(FOUR_HOURS - 5);
    await expect(fire(scene)).rejects.toThrow(TooEarly);
    scene.deps.advance(4.9);
    await expect(fire(scene)).rejects.toThrow(TooEarly);
    expect(record(scene).channelState).toBe('pause');
  });

  it('of an old timer, more than 5 s early, does nothing', async () => {
    const scene = await paused();
    scene.deps.advance(FOUR_HOURS - 6);
    const before = record(scene);
    await fire(scene);
    expect(record(scene)).toBe(before);
  });

  it('that is early or without a record names its error and its conversation', async () => {
    const scene = await paused();
    scene.deps.advance(FOUR_HOURS - 5);
    await expect(fire(scene)).rejects.toMatchObject({
      name: 'TooEarly',
      message: `${scene.conversationSid} is due in 5000 ms`,
    });
    await expect(fire(scene, { conversationSid: sid('CH', 77) })).rejects.toMatchObject({
      name: 'NoSuchRecord',
      message: `No record of ${sid('CH', 77)}`,
    });
  });

  it('of another pause does nothing', async () => {
    const scene = await paused();
    scene.deps.advance(FOUR_HOURS);
    const before = record(scene);
    await fire(scene, { pauseId: 'another' });
    expect(record(scene)).toBe(before);
  });

  it('of a conversation without a record is an error', async () => {
    const scene = await paused();
    await expect(fire(scene, { conversationSid: sid('CH', 77) })).rejects.toThrow(NoSuchRecord);
  });

  it.each([
    ['resume', resumeIt],
    ['end', endIt],
  ] as const)('after %s does nothing', async (_name, act) => {
    const scene = await paused();
    await act(scene.conversationSid, scene.deps.nextRun());
    await scene.deps.deliver();
    scene.deps.advance(FOUR_HOURS);
    const before = record(scene);
    await fire(scene);
    expect(record(scene)).toBe(before);
  });

  it('that fires twice brings one task', async () => {
    const scene = await paused();
    scene.deps.advance(FOUR_HOURS);
    const [first] = await Promise.allSettled([fire(scene), fire(scene)]);
    expect(first.status).toBe('fulfilled');
    expect(scene.deps.twilio.liveTasks(scene.conversationSid)).toHaveLength(1);
  });

  it('from the wrap-up closes the participant first', async () => {
    const scene = await wrappingUp();
    scene.deps.advance(FOUR_HOURS);
    await fire(scene);
    expect(scene.deps.platform.task(scene.taskSid).status).toBe('completed');
    expect(record(scene)).toMatchObject({ wrapUp: null, pending: NOTHING, task: { purpose: 'reassign' } });
  });

  it('that loses five writes fails, and is tried again', async () => {
    const scene = await paused();
    scene.deps.advance(FOUR_HOURS);
    scene.deps.store.loseWrites(5);
    const failed = fire(scene);
    await expect(failed).rejects.toThrow(ChangedMeanwhile);
    await expect(failed).rejects.toMatchObject({
      name: 'ChangedMeanwhile',
      message: expect.stringContaining(scene.conversationSid) as unknown,
    });
  });

  it('and resume at once: exactly one wins, and there is one task', async () => {
    const scene = await paused();
    scene.deps.advance(FOUR_HOURS);
    const [, resumed] = await Promise.all([
      fire(scene),
      resumeIt(scene.conversationSid, scene.deps.nextRun()),
    ]);
    await scene.deps.minutes(2);
    expect(scene.deps.twilio.liveTasks(scene.conversationSid)).toHaveLength(1);
    expect(record(scene).task?.purpose).toBe(resumed.kind === 'done' ? 'resume' : 'reassign');
  });
});

describe('a deadline whose invite Twilio has too many calls for', () => {
  /** The timer has fired; its invite is answered 429 so many times in all. */
  async function throttled(times: number): Promise<Scene> {
    const scene = await paused();
    scene.deps.advance(FOUR_HOURS);
    scene.deps.twilio.fail('invite', 'throttled', times);
    await expect(fire(scene)).rejects.toMatchObject({
      name: 'InviteStillOwed',
      message: `${scene.conversationSid} has no task yet`,
    });
    return scene;
  }

  it('is taken all the same, and fails, so that its timer calls again and sends it', async () => {
    const scene = await throttled(1);
    expect(record(scene)).toMatchObject({ channelState: 'active', pause: null, task: null });
    scene.deps.advance(5);
    await fire(scene);
    expect(record(scene)).toMatchObject({ task: { purpose: 'reassign' }, pending: NOTHING });
  });

  it('fails as often as Twilio refuses', async () => {
    const scene = await throttled(3);
    for (let times = 2; times <= 3; times++) {
      scene.deps.advance(5);
      await expect(fire(scene)).rejects.toThrow(InviteStillOwed);
    }
    scene.deps.advance(5);
    await fire(scene);
    expect(scene.deps.twilio.liveTasks(scene.conversationSid)).toHaveLength(1);
  });

  it('is left as it is while the invite is put off', async () => {
    const scene = await throttled(1);
    scene.deps.advance(4);
    const before = record(scene);
    await expect(fire(scene)).rejects.toThrow(InviteStillOwed);
    expect(record(scene)).toBe(before);
  });

  it('is left to the sweep after ten minutes', async () => {
    const scene = await throttled(3);
    scene.deps.advance(600);
    await expect(fire(scene)).rejects.toThrow(InviteStillOwed);
    scene.deps.advance(5);
    await expect(fire(scene)).resolves.toBeUndefined();
    expect(record(scene).task).toBeNull();
    await scene.deps.minutes(1);
    expect(record(scene).task).toMatchObject({ purpose: 'reassign' });
  });

  it('calls again while another run is at it, whatever else waits', async () => {
    const scene = await throttled(1);
    const { invite, pending } = record(scene);
    const id = `invite:${invite!.inviteId}`;
    const taken = { by: 'another run', at: scene.deps.in(0) };
    const putOff = {
      ...pending[id]!,
      kind: 'look-for-task',
      taken: null,
      notBefore: scene.deps.in(3_600),
    } as const;
    recordSays(scene, {
      pending: { [id]: { ...pending[id]!, taken, notBefore: null }, 'look-for-task': putOff },
      wakeAt: scene.deps.in(120),
    });
    const before = record(scene);
    await expect(fire(scene)).rejects.toThrow(InviteStillOwed);
    expect(record(scene)).toBe(before);
  });

  it('leaves one that has failed otherwise to the sweep', async () => {
    const scene = await paused();
    scene.deps.advance(FOUR_HOURS);
    scene.deps.twilio.fail('invite', 'unavailable', 1);
    await expect(fire(scene)).resolves.toBeUndefined();
    expect(record(scene).task).toBeNull();
  });

  it('has nothing more to do once the sweep has sent it', async () => {
    const scene = await throttled(1);
    await scene.deps.minutes(1);
    const before = record(scene);
    await fire(scene);
    expect(record(scene)).toBe(before);
  });

  it('is not another one’s: the invite of a resume is left alone', async () => {
    const scene = await paused();
    const old = input(scene);
    scene.deps.twilio.fail('invite', 'throttled', 1);
    await resumeIt(scene.conversationSid, scene.deps.nextRun());
    scene.deps.advance(FOUR_HOURS);
    const before = record(scene);
    await deadline(old, scene.deps.nextRun());
    expect(record(scene)).toBe(before);
  });
});

describe('a deadline that was changed', () => {
  it('to later: the old timer is gone, and an old one that fires all the same does nothing', async () => {
    const scene = await paused();
    const old = input(scene);
    await patchIt(scene.conversationSid, scene.deps.nextRun(), { body: { timeLimit: 'PT5H' } });
    scene.deps.advance(FOUR_HOURS);
    await deadline(old, scene.deps.nextRun());
    expect(record(scene).channelState).toBe('pause');
    scene.deps.advance(3600);
    await scene.deps.fireTimers();
    expect(record(scene).channelState).toBe('active');
  });

  it('to earlier is kept', async () => {
    const scene = await paused();
    await patchIt(scene.conversationSid, scene.deps.nextRun(), { body: { timeLimit: 'PT1H' } });
    scene.deps.advance(3600);
    await scene.deps.fireTimers();
    expect(record(scene)).toMatchObject({ channelState: 'active', task: { purpose: 'reassign' } });
  });
});

describe('a table that cannot be read', () => {
  it('fails the timer, so that it is tried again', async () => {
    const deps = testDeps();
    deps.store.fail('read', 1);
    const timer = { v: 1 as const, conversationSid: sid('CH', 1), pauseId: 'p', deadline: deps.now() };
    await expect(deadline(timer, deps.nextRun())).rejects.toThrow('does not answer');
  });
});
