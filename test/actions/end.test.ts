import { AS_BOB, AS_SUPERVISOR, completeIt, endIt, resumeIt } from '../doubles/commands';
import { ALICE } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { held, paused, type Scene, wrappingUp } from './scenes';

const end = ({ deps, conversationSid }: Scene, wish = {}) => endIt(conversationSid, deps.nextRun(), wish);
const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const over = { channelState: 'closed', wrapUp: null, task: null, pending: {} };

describe('end', () => {
  it('by the holder keeps the wrap-up, and Complete ends it', async () => {
    const scene = await held();
    await end(scene);
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({
      channelState: 'closed',
      wrapUp: 'end',
      task: { status: 'wrapping' },
    });
    expect(scene.deps.twilio.callsOf('closeChannel')).toEqual(['closeChannel false']);
    await completeIt(scene.conversationSid, scene.deps.nextRun());
    expect(scene.deps.platform.tasksOf(ALICE)).toEqual([]);
    expect(record(scene)).toMatchObject(over);
  });

  it('by the holder, completed in Flex: the wrap-up is over too', async () => {
    const scene = await held();
    await end(scene);
    scene.deps.platform.endTask(scene.deps.platform.task(scene.taskSid), 'completed');
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject(over);
  });

  it('by the holder without wrap-up ends the task', async () => {
    const scene = await held({ settings: { ...PAUSE_ON, wrapUp: false } });
    await end(scene);
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject(over);
    expect(scene.deps.twilio.liveTasks(scene.conversationSid)).toEqual([]);
  });

  it('by a supervisor ends the task', async () => {
    const scene = await held();
    await end(scene, { caller: AS_SUPERVISOR });
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject(over);
    expect(scene.deps.twilio.callsOf('closeChannel')).toEqual(['closeChannel true']);
  });

  it('by another agent is refused', async () => {
    expect(await end(await held(), { caller: AS_BOB })).toMatchObject({ code: 'not-authorized' });
  });

  it('of a pause stops the timer and closes the channel', async () => {
    const scene = await paused();
    await end(scene);
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({ ...over, pause: null });
    expect(scene.deps.timer.running()).toEqual([]);
    expect(scene.deps.platform.channelOf(scene.conversationSid).status).toBe('closed');
  });

  it('from the wrap-up closes the participant, then the channel', async () => {
    const scene = await wrappingUp();
    scene.deps.twilio.calls.length = 0;
    await end(scene);
    await scene.deps.deliver();
    const calls = scene.deps.twilio.calls;
    expect(calls.indexOf('setParticipant closed')).toBeGreaterThan(-1);
    expect(calls.indexOf('closeChannel true')).toBeGreaterThan(calls.indexOf('setParticipant closed'));
    expect(record(scene)).toMatchObject(over);
  });

  it('while an invite is owed: nobody is invited any more', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('invite', 'unavailable');
    await resumeIt(scene.conversationSid, scene.deps.nextRun());
    await end(scene);
    await scene.deps.minutes(5);
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(1);
    expect(record(scene)).toMatchObject(over);
  });

  it('while an invite waits for an agent ends its task', async () => {
    const scene = await paused();
    scene.deps.platform.workers.get(ALICE)!.available = false;
    await resumeIt(scene.conversationSid, scene.deps.nextRun());
    await end(scene);
    await scene.deps.deliver();
    expect(scene.deps.twilio.liveTasks(scene.conversationSid)).toEqual([]);
    expect(record(scene)).toMatchObject(over);
  });

  it.each(['closed', 'unavailable', 'unavailable-applied'] as const)(
    'is done in the end when closing the channel fails: %s',
    async (how) => {
      const scene = await paused();
      scene.deps.twilio.fail('closeChannel', how);
      await end(scene);
      await scene.deps.minutes(2);
      expect(record(scene)).toMatchObject(over);
    },
  );

  it('of a channel that is gone is done', async () => {
    const scene = await paused();
    scene.deps.platform.channels.delete(scene.deps.platform.channelOf(scene.conversationSid).channelSid);
    await end(scene);
    expect(record(scene)).toMatchObject(over);
    expect(record(scene).pending).toEqual({});
  });

  it('while Pause is off is possible', async () => {
    const scene = await held();
    scene.deps.store.set({ ...PAUSE_ON, pause: { ...PAUSE_ON.pause, enabled: false } });
    expect(await end(scene)).toMatchObject({ kind: 'done' });
  });

  it('of what has ended is refused', async () => {
    const scene = await paused();
    await end(scene);
    expect(await end(scene, { caller: AS_SUPERVISOR })).toMatchObject({
      code: 'wrong-state',
      channelState: 'closed',
    });
  });
});
