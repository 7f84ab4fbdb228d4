import { plusSeconds } from '../../lambda/domain/time';
import { AS_BOB, AS_SUPERVISOR, patchIt, resumeIt } from '../doubles/commands';
import { NOW } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { held, paused, type Scene, wrappingUp } from './scenes';
import { NOTHING } from '../doubles/nothing';

const patch = ({ deps, conversationSid }: Scene, body: object, wish = {}) =>
  patchIt(conversationSid, deps.nextRun(), { body: body as never, ...wish });
const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const running = ({ deps }: Scene) => deps.timer.running().map(({ input }) => input.deadline);

describe('another deadline', () => {
  it.each(['PT1H', 'PT9H'])(
    'of %s from pausedAt: the new timer first, then the old one stopped',
    async (timeLimit) => {
      const scene = await paused();
      scene.deps.timer.calls.length = 0;
      await patch(scene, { timeLimit });
      const { pauseId } = record(scene).pause!;
      const name = `${scene.conversationSid}-${pauseId}`;
      expect(scene.deps.timer.calls).toEqual([`start ${name}-2`, `stop ${name}-1`]);
      const hours = Number(timeLimit.slice(2, -1));
      expect(running(scene)).toEqual([plusSeconds(NOW, hours * 3600)]);
      expect(record(scene)).toMatchObject({ channelState: 'pause', pending: NOTHING });
    },
  );

  it('whose timer cannot be started keeps the old timer', async () => {
    const scene = await paused();
    scene.deps.timer.fail('start', 1);
    await patch(scene, { timeLimit: 'PT1H' });
    expect(running(scene)).toEqual([plusSeconds(NOW, 4 * 3600)]);
    await scene.deps.minutes(1);
    expect(running(scene)).toEqual([plusSeconds(NOW, 3600)]);
  });

  it('twice, while timers cannot be started, ends with one timer at the last deadline', async () => {
    const scene = await paused();
    scene.deps.timer.fail('start', 2);
    await patch(scene, { timeLimit: 'PT1H' });
    await patch(scene, { timeLimit: 'PT2H' });
    expect(running(scene)).toEqual([plusSeconds(NOW, 4 * 3600)]);
    await scene.deps.minutes(3);
    expect(running(scene)).toEqual([plusSeconds(NOW, 2 * 3600)]);
    expect(record(scene).pending).toEqual({});
  });

  it('during the wrap-up is kept through it', async () => {
    const scene = await wrappingUp();
    await patch(scene, { timeLimit: 'PT1H' });
    scene.deps.platform.endTask(scene.deps.platform.task(scene.taskSid), 'completed');
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({
      channelState: 'pause',
      pause: { deadline: plusSeconds(NOW, 3600), timers: 2 },
    });
  });

  it('that is the one it has changes nothing, also when it is no repeat as the customer has written', async () => {
    const scene = await paused();
    scene.deps.platform.write(scene.conversationSid, 'carol');
    await scene.deps.deliver();
    const before = record(scene);
    expect(await patch(scene, { timeLimit: 'PT4H' })).toMatchObject({ kind: 'done', repeated: false });
    expect(record(scene)).toBe(before);
  });

  it('in the past is invalid also where nothing is paused', async () => {
    const scene = await held();
    expect(await patch(scene, { until: '2020-01-01T00:00:00Z' }, { caller: AS_SUPERVISOR })).toMatchObject({
      code: 'invalid-request',
    });
  });

  it('of an agent keeps to the limit that held when the pause began', async () => {
    const scene = await paused();
    scene.deps.store.set({ ...PAUSE_ON, pause: { ...PAUSE_ON.pause, timeLimit: 'PT1H' } });
    expect(await patch(scene, { timeLimit: 'P14D' })).toMatchObject({ kind: 'done' });
    expect(await patch(scene, { timeLimit: 'P15D' })).toMatchObject({ code: 'invalid-request' });
  });

  it('of a supervisor may be 90 days from pausedAt', async () => {
    const scene = await paused();
    const wish = { caller: AS_SUPERVISOR };
    expect(await patch(scene, { timeLimit: 'P90D' }, wish)).toMatchObject({ kind: 'done' });
    expect(await patch(scene, { timeLimit: 'P91D' }, wish)).toMatchObject({ code: 'invalid-request' });
  });

  it('is possible while the option is off: what is paused goes on', async () => {
    const scene = await paused();
    scene.deps.store.set({ ...PAUSE_ON, pause: { ...PAUSE_ON.pause, enabled: false } });
    expect(await patch(scene, { timeLimit: 'PT1H' })).toMatchObject({ kind: 'done' });
  });
});

describe('a note', () => {
  it('alone owes no timer', async () => {
    const scene = await paused();
    scene.deps.timer.calls.length = 0;
    await patch(scene, { note: 'calls back' });
    expect(scene.deps.timer.calls).toEqual([]);
    expect(record(scene).pause).toMatchObject({ note: 'calls back', timers: 1 });
  });

  it('is refused under hipaa', async () => {
    const scene = await paused();
    scene.deps.store.set({ ...PAUSE_ON, hipaa: true });
    expect(await patch(scene, { note: 'x' })).toMatchObject({ code: 'invalid-request' });
  });
});

describe('a change is refused', () => {
  it('to others than who paused it, and supervisors', async () => {
    expect(await patch(await paused(), { note: 'x' }, { caller: AS_BOB })).toMatchObject({
      code: 'not-authorized',
    });
  });

  it('where nothing is paused', async () => {
    const scene = await paused();
    await resumeIt(scene.conversationSid, scene.deps.nextRun());
    expect(await patch(scene, { note: 'x' })).toMatchObject({ code: 'wrong-state', channelState: 'active' });
    expect(await patch(await held(), { note: 'x' }, { caller: AS_SUPERVISOR })).toMatchObject({
      code: 'wrong-state',
    });
  });
});
