import { AS_SUPERVISOR, completeIt, endIt, patchIt, pauseIt, resumeIt } from '../doubles/commands';
import { PAUSE_ON, testDeps } from '../doubles/deps';
import { NOTHING } from '../doubles/nothing';

const OFF = { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, enabled: false } };

async function paused() {
  const deps = testDeps();
  const { conversationSid, taskSid } = await deps.heldConversation();
  await pauseIt(conversationSid, deps.nextRun());
  return { deps, conversationSid, taskSid };
}

describe('the same command again', () => {
  it('answers with the record and changes nothing, also when the option was turned off since', async () => {
    const { deps, conversationSid } = await paused();
    deps.store.set(OFF);
    const before = deps.store.record(conversationSid);
    const result = await pauseIt(conversationSid, deps.nextRun());
    expect(result).toMatchObject({ kind: 'done', repeated: true, record: { version: before.version } });
    expect(deps.store.record(conversationSid)).toBe(before);
  });

  it('is a repeat also after the wrap-up is over', async () => {
    const { deps, conversationSid, taskSid } = await paused();
    deps.platform.endTask(deps.platform.task(taskSid), 'completed');
    await deps.deliver();
    expect(await pauseIt(conversationSid, deps.nextRun())).toMatchObject({ kind: 'done', repeated: true });
  });

  it('of resume is a repeat also after the accept, and tells again where it went', async () => {
    const { deps, conversationSid } = await paused();
    await resumeIt(conversationSid, deps.nextRun());
    await deps.deliver();
    expect(deps.store.record(conversationSid).task?.status).toBe('assigned');
    expect(await resumeIt(conversationSid, deps.nextRun())).toMatchObject({
      repeated: true,
      routedTo: 'agent',
    });
  });

  it('carries out what has failed before', async () => {
    const { deps, conversationSid, taskSid } = await (async () => {
      const made = testDeps();
      const held = await made.heldConversation();
      made.timer.fail('start', 1);
      made.twilio.fail('setParticipant', 'unavailable');
      await pauseIt(held.conversationSid, made.nextRun());
      return { deps: made, ...held };
    })();
    expect(Object.keys(deps.store.record(conversationSid).pending)).toHaveLength(2);
    expect(await pauseIt(conversationSid, deps.nextRun())).toMatchObject({
      repeated: true,
      record: { pending: NOTHING },
    });
    expect(deps.timer.running()).toHaveLength(1);
    expect(deps.platform.task(taskSid).status).toBe('wrapping');
  });

  it('of end stops the timer that could not be stopped', async () => {
    const { deps, conversationSid } = await paused();
    deps.timer.fail('stop', 1);
    await endIt(conversationSid, deps.nextRun());
    await endIt(conversationSid, deps.nextRun());
    expect(deps.timer.running()).toEqual([]);
  });

  it('of resume never sends a second invite before its time', async () => {
    const { deps, conversationSid } = await paused();
    deps.twilio.fail('invite', 'unavailable');
    await resumeIt(conversationSid, deps.nextRun());
    await resumeIt(conversationSid, deps.nextRun());
    expect(deps.twilio.callsOf('invite')).toHaveLength(1);
  });

  it('leaves alone what the first is still at', async () => {
    const { deps, conversationSid } = await paused();
    const record = deps.store.record(conversationSid);
    const taken = { by: 'run-x', at: deps.now() };
    const pending = {
      stop: { kind: 'stop-timer', name: 'x', until: null, attempts: 1, taken, notBefore: null, after: [] },
    };
    deps.store.put({ ...record, pending } as typeof record);
    deps.timer.calls.length = 0;
    const before = deps.store.record(conversationSid);
    await pauseIt(conversationSid, deps.nextRun());
    expect(deps.timer.calls).toEqual([]);
    expect(deps.store.record(conversationSid)).toBe(before);
  });
});

describe('it is no repeat', () => {
  it('with another body', async () => {
    const { deps, conversationSid } = await paused();
    const result = await pauseIt(conversationSid, deps.nextRun(), { body: { reason: 'other' } });
    expect(result).toMatchObject({ code: 'wrong-state', channelState: 'active' });
  });

  it('by another caller', async () => {
    const { deps, conversationSid } = await paused();
    await resumeIt(conversationSid, deps.nextRun());
    const result = await resumeIt(conversationSid, deps.nextRun(), { caller: AS_SUPERVISOR });
    expect(result).toMatchObject({ code: 'wrong-state' });
  });

  it('after the deadline', async () => {
    const { deps, conversationSid } = await paused();
    deps.advance(14 * 86_400);
    await deps.fireTimers();
    expect(await pauseIt(conversationSid, deps.nextRun())).not.toMatchObject({ kind: 'done' });
  });

  it('after a task over that nobody asked for', async () => {
    const { deps, conversationSid } = await paused();
    await resumeIt(conversationSid, deps.nextRun());
    await deps.deliver();
    const { taskSid } = deps.store.record(conversationSid).task!;
    deps.platform.endTask(deps.platform.task(taskSid), 'completed');
    await deps.deliver();
    expect(await resumeIt(conversationSid, deps.nextRun())).toMatchObject({ code: 'wrong-state' });
  });

  it('after Twilio has closed the conversation', async () => {
    const { deps, conversationSid } = await paused();
    deps.platform.closeChannel(deps.platform.channelOf(conversationSid), true);
    await deps.deliver();
    expect(await pauseIt(conversationSid, deps.nextRun())).toMatchObject({ code: 'wrong-state' });
  });

  it('after another command', async () => {
    const { deps, conversationSid } = await paused();
    await patchIt(conversationSid, deps.nextRun(), { body: { note: 'x' } });
    expect(await pauseIt(conversationSid, deps.nextRun())).toMatchObject({ code: 'wrong-state' });
  });
});

describe('complete', () => {
  it('ends the wrap-up, and once more is a repeat', async () => {
    const { deps, conversationSid } = await paused();
    expect(await completeIt(conversationSid, deps.nextRun())).toMatchObject({
      record: { channelState: 'pause', pending: NOTHING },
    });
    expect(await completeIt(conversationSid, deps.nextRun())).toMatchObject({ repeated: true });
  });

  it('of a conversation that does not wrap up is refused', async () => {
    const deps = testDeps();
    const { conversationSid } = await deps.heldConversation();
    expect(await completeIt(conversationSid, deps.nextRun())).toMatchObject({ code: 'wrong-state' });
  });

  it('of a task that stays in wrap-up completes its reservation', async () => {
    const { deps, conversationSid, taskSid } = await paused();
    deps.platform.closingCompletesTask = false;
    await completeIt(conversationSid, deps.nextRun());
    expect(deps.platform.task(taskSid).status).toBe('completed');
    expect(deps.store.record(conversationSid).channelState).toBe('pause');
  });
});
