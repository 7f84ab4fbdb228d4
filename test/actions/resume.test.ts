import { markerIn } from '../../lambda/domain/invite-routing';
import { AS_SUPERVISOR, completeIt, pauseIt, resumeIt } from '../doubles/commands';
import { ALICE } from '../doubles/constants';
import { PAUSE_ON, testDeps } from '../doubles/deps';
import { paused, type Scene, wrappingUp } from './scenes';
import { NOTHING } from '../doubles/nothing';

const REFUSE = { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, whenAtCapacity: 'refuse' as const } };
const byClient = { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, acceptBy: 'client' as const } };
const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const resume = ({ deps, conversationSid }: Scene, wish = {}) =>
  resumeIt(conversationSid, deps.nextRun(), wish);
const newest = ({ deps, conversationSid }: Scene) => deps.twilio.liveTasks(conversationSid).at(-1)!;

describe('resume from pause', () => {
  it('invites the agent who paused, accepts for that agent, and stops the timer', async () => {
    const scene = await paused();
    expect(await resume(scene)).toMatchObject({ kind: 'done', routedTo: 'agent' });
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({
      channelState: 'active',
      pause: null,
      invite: null,
      pending: NOTHING,
      task: { status: 'assigned', workerSid: ALICE, purpose: 'resume' },
    });
    expect(scene.deps.twilio.liveTasks(scene.conversationSid)).toHaveLength(1);
    expect(scene.deps.timer.running()).toEqual([]);
  });

  it('by a supervisor goes to the agent who paused', async () => {
    const scene = await paused();
    await resume(scene, { caller: AS_SUPERVISOR });
    expect(newest(scene).target).toBe(ALICE);
  });

  it('needs no webhook: the action reads the reservation itself', async () => {
    const scene = await paused();
    await resume(scene);
    scene.deps.loseNews();
    expect(record(scene).task).toMatchObject({ status: 'assigned', workerSid: ALICE });
  });

  it('looks again at the reservation 15 s later, where it was not there yet', async () => {
    const scene = await paused();
    scene.deps.platform.reservesAtOnce = false;
    await resume(scene);
    scene.deps.platform.reserve(newest(scene), ALICE);
    scene.deps.loseNews();
    scene.deps.advance(14);
    await scene.deps.sweep();
    expect(record(scene).task?.status).toBe('pending');
    scene.deps.advance(1);
    await scene.deps.sweep();
    expect(record(scene)).toMatchObject({ pending: NOTHING, task: { status: 'assigned', workerSid: ALICE } });
  });
});

describe('at capacity', () => {
  it('is what an agent is whose tasks fill the configured capacity: through the workflow, named in the marker', async () => {
    const scene = await paused();
    scene.deps.platform.workers.get(ALICE)!.capacity = 0;
    expect(await resume(scene)).toMatchObject({ routedTo: 'workflow' });
    expect(newest(scene)).toMatchObject({ target: null, timeout: 1_209_600, status: 'pending' });
    expect(markerIn(newest(scene).attributes)).toMatchObject({ workerSid: ALICE });
  });

  it('is what an agent is who is not available', async () => {
    const scene = await paused();
    scene.deps.platform.workers.get(ALICE)!.available = false;
    expect(await resume(scene)).toMatchObject({ routedTo: 'workflow' });
  });

  it('is what an agent is whom the workspace does not know any more', async () => {
    const scene = await paused();
    scene.deps.platform.workers.delete(ALICE);
    expect(await resume(scene)).toMatchObject({ routedTo: 'workflow' });
  });

  it('is refused where the settings say so, and the conversation stays paused', async () => {
    const scene = await paused({ settings: REFUSE });
    scene.deps.platform.workers.get(ALICE)!.capacity = 0;
    const before = record(scene);
    expect(await resume(scene)).toMatchObject({ kind: 'refuse', code: 'at-capacity' });
    expect(record(scene)).toBe(before);
    expect(scene.deps.timer.running()).toHaveLength(1);
  });

  it("does not count this conversation's own task that still wraps up", async () => {
    const scene = await wrappingUp({ settings: REFUSE });
    scene.deps.platform.workers.get(ALICE)!.capacity = 1;
    expect(await resume(scene)).toMatchObject({ kind: 'done', routedTo: 'agent' });
  });

  it("counts another conversation's task", async () => {
    const scene = await wrappingUp({ settings: REFUSE });
    await scene.deps.heldConversation();
    scene.deps.platform.workers.get(ALICE)!.capacity = 1;
    expect(await resume(scene)).toMatchObject({ code: 'at-capacity' });
  });

  it('that cannot be read is 503, and nothing changes', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('capacity', 'unavailable');
    const before = record(scene);
    expect(await resume(scene)).toMatchObject({ code: 'twilio-unavailable' });
    expect(record(scene)).toBe(before);
  });
});

describe('resume from the wrap-up', () => {
  it('closes the participant, sees the task over, and only then invites', async () => {
    const scene = await wrappingUp();
    scene.deps.twilio.calls.length = 0;
    await resume(scene);
    const at = (call: string) => scene.deps.twilio.calls.findIndex((each) => each.startsWith(call));
    expect(at('setParticipant closed')).toBeGreaterThan(-1);
    expect(at('task ')).toBeGreaterThan(at('setParticipant closed'));
    expect(at('invite ')).toBeGreaterThan(at('task '));
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({ wrapUp: null, pending: NOTHING, task: { purpose: 'resume' } });
  });

  it('waits with the invite while the participant cannot be closed', async () => {
    const scene = await wrappingUp();
    scene.deps.twilio.fail('setParticipant', 'unavailable');
    await resume(scene);
    expect(scene.deps.twilio.callsOf('invite')).toEqual([]);
    await scene.deps.minutes(1);
    expect(record(scene)).toMatchObject({
      pending: NOTHING,
      task: { status: 'assigned', purpose: 'resume' },
    });
  });

  it('goes on when Twilio refuses to close a participant whose task is over', async () => {
    const scene = await wrappingUp();
    scene.deps.platform.task(scene.taskSid).status = 'completed';
    scene.deps.twilio.fail('setParticipant', 'refused', 9);
    await resume(scene);
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({
      pending: NOTHING,
      task: { status: 'assigned', purpose: 'resume' },
    });
  });

  it('waits when Twilio refuses to close a participant whose task goes on', async () => {
    const scene = await wrappingUp();
    scene.deps.platform.task(scene.taskSid).status = 'assigned';
    scene.deps.twilio.fail('setParticipant', 'refused');
    await resume(scene);
    expect(scene.deps.twilio.callsOf('invite')).toEqual([]);
    await scene.deps.minutes(1);
    expect(record(scene)).toMatchObject({
      pending: NOTHING,
      task: { status: 'assigned', purpose: 'resume' },
    });
  });

  it('completes a task that still wraps up although its participant is refused as closed already', async () => {
    const scene = await wrappingUp();
    scene.deps.twilio.fail('setParticipant', 'refused', 9);
    await resume(scene);
    expect(scene.deps.twilio.callsOf('setReservation')[0]).toContain('completed');
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({
      pending: NOTHING,
      task: { status: 'assigned', purpose: 'resume' },
    });
  });

  it('waits with the invite while the task does not end, and goes on at its webhook', async () => {
    const scene = await wrappingUp();
    scene.deps.platform.closingCompletesTask = false;
    scene.deps.twilio.fail('setReservation', 'refused');
    await resume(scene);
    expect(scene.deps.twilio.callsOf('invite')).toEqual([]);
    scene.deps.platform.endTask(scene.deps.platform.task(scene.taskSid), 'completed');
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({
      pending: NOTHING,
      task: { status: 'assigned', purpose: 'resume' },
    });
  });
});

async function overAMinuteLater({ deps }: Scene): Promise<void> {
  deps.advance(61);
  await deps.sweep();
}

describe('an invite whose answer is not known', () => {
  it('is not repeated before 60 s, and is then read back by its marker', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('invite', 'unavailable-applied');
    await resume(scene);
    scene.deps.loseNews();
    scene.deps.advance(60); // the moment it was sent is cut to seconds
    await scene.deps.sweep();
    expect(scene.deps.twilio.callsOf('invites')).toEqual([]);
    scene.deps.advance(1);
    await scene.deps.sweep();
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(1);
    expect(record(scene)).toMatchObject({ pending: NOTHING, task: { status: 'assigned', workerSid: ALICE } });
  });

  it('and that Twilio has not carried out is sent again', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('invite', 'unavailable');
    await resume(scene);
    await overAMinuteLater(scene);
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(2);
    expect(record(scene).task).toMatchObject({ status: 'assigned' });
  });

  it('and whose webhook comes is known by that', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('invite', 'unavailable-applied');
    await resume(scene);
    await scene.deps.deliver();
    await scene.deps.minutes(3);
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(1);
    expect(record(scene)).toMatchObject({ pending: NOTHING, task: { status: 'assigned' } });
  });

  it('is not mistaken for an older task without a marker that the record never knew', async () => {
    const scene = await paused();
    const channel = scene.deps.platform.channelOf(scene.conversationSid);
    channel.invites.unshift({ taskSid: `WT${'9'.repeat(32)}`, attributes: {} });
    scene.deps.twilio.fail('invite', 'unavailable-applied');
    await resume(scene);
    scene.deps.loseNews();
    await overAMinuteLater(scene);
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(1);
    expect(record(scene)).toMatchObject({ pending: NOTHING, task: { status: 'assigned', workerSid: ALICE } });
  });

  it('without room for a marker is any whose task the record does not know', async () => {
    const scene = await paused();
    const before = record(scene);
    const routing = { ...before.routing, attributes: { text: 'x'.repeat(3880) } };
    scene.deps.store.put({ ...before, routing });
    scene.deps.twilio.fail('invite', 'unavailable-applied');
    await resume(scene);
    scene.deps.loseNews();
    expect(newest(scene).attributes).not.toHaveProperty('leavePause');
    await overAMinuteLater(scene);
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(1);
    expect(record(scene).task).toMatchObject({ status: 'assigned', workerSid: ALICE });
  });

  it('that is over when it is read back is followed by the next', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('invite', 'unavailable-applied');
    await resume(scene);
    scene.deps.platform.endTask(newest(scene), 'canceled');
    scene.deps.loseNews();
    await overAMinuteLater(scene);
    expect(record(scene).invite).toMatchObject({ lost: 1, workerSid: null });
    await overAMinuteLater(scene);
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(2);
  });
});

describe('an invite that is refused', () => {
  it('for good goes through the default workflow, with an alarm', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('invite', 'refused');
    await resume(scene);
    expect(newest(scene)).toMatchObject({
      workflowSid: expect.stringMatching(/^WW0+9$/) as string,
      queueSid: null,
    });
    expect(scene.deps.lines).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'invite refused for good' }),
    );
    expect(scene.deps.valuesOf('InvitesRefused')).toEqual([1]);
  });

  it('because the channel is closed ends the conversation', async () => {
    const scene = await paused();
    scene.deps.platform.channelOf(scene.conversationSid).status = 'closed';
    expect(await resume(scene)).toMatchObject({
      kind: 'done',
      routedTo: 'agent',
      record: { channelState: 'closed' },
    });
    expect(record(scene)).toMatchObject({ channelState: 'closed', pending: NOTHING, invite: null });
  });

  it('with a 404 that the channel does not confirm is only refused', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('invite', 'not-found');
    await resume(scene);
    expect(record(scene)).toMatchObject({ channelState: 'active', invite: { toDefaultWorkflow: true } });
  });
});

describe('the accept', () => {
  it('is done by the server at the webhook', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('reservations', 'unavailable');
    await resume(scene);
    expect(newest(scene).status).toBe('reserved');
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({ pending: NOTHING, task: { status: 'assigned' } });
  });

  it('is done by the server after reading, when the webhook was lost', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('reservations', 'unavailable');
    await resume(scene);
    scene.deps.loseNews();
    await scene.deps.minutes(1);
    expect(record(scene)).toMatchObject({ pending: NOTHING, task: { status: 'assigned' } });
  });

  it('is left to the client where the settings say so', async () => {
    const scene = await paused({ settings: byClient });
    await resume(scene);
    await scene.deps.deliver();
    expect(scene.deps.twilio.callsOf('setReservation')).toEqual([]);
    expect(record(scene).task?.status).toBe('reserved');
    scene.deps.platform.accept(newest(scene).taskSid, ALICE);
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({ pending: NOTHING, task: { status: 'assigned', workerSid: ALICE } });
  });

  it('that the client was first with does no harm', async () => {
    const scene = await paused();
    scene.deps.twilio.fail('reservations', 'unavailable');
    await resume(scene);
    scene.deps.platform.accept(newest(scene).taskSid, ALICE);
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({ pending: NOTHING, task: { status: 'assigned' } });
  });
});

describe('the old task', () => {
  it('is gone from TaskRouter five minutes after its end, and the next one is as it was all the same', async () => {
    const deps = testDeps();
    const { conversationSid, taskSid } = await deps.heldConversation(ALICE, { topic: 'invoice' });
    const { workflowSid, queueSid, taskChannelUniqueName, priority } = deps.platform.task(taskSid);
    const scene = { deps, conversationSid, taskSid };
    await pauseIt(conversationSid, deps.nextRun());
    await completeIt(conversationSid, deps.nextRun());
    await deps.deliver();
    deps.platform.tasks.delete(taskSid);
    deps.advance(600);
    await resume(scene);
    expect(newest(scene)).toMatchObject({
      ...{ conversationSid, workflowSid, queueSid, taskChannelUniqueName, priority },
      attributes: { topic: 'invoice', channelType: 'web', customerName: 'Carol' },
    });
    expect(newest(scene).taskSid).not.toBe(taskSid);
  });
});

describe('a named invite that its agent does not take', () => {
  it('ends by itself, and the next goes through the workflow after one minute, then five', async () => {
    const scene = await paused({ settings: byClient });
    await resume(scene);
    await scene.deps.minutes(2);
    expect(record(scene).invite).toMatchObject({ lost: 1, direct: false, workerSid: null });
    await scene.deps.minutes(1);
    expect(newest(scene)).toMatchObject({ target: null, priority: 1, timeout: 1_209_600 });
    scene.deps.platform.endTask(newest(scene), 'canceled');
    await scene.deps.minutes(4);
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(2);
    await scene.deps.minutes(2);
    expect(newest(scene)).toMatchObject({ priority: 2 });
  });

  it('is followed by others after 1, 5, 15 and 60 minutes, then each hour, each with one more priority', async () => {
    const scene = await paused({ settings: byClient });
    await resume(scene);
    await scene.deps.minutes(2); // it ends after 100 s
    let priority = 0;
    for (const minutes of [1, 5, 15, 60, 60, 60]) {
      const invites = scene.deps.twilio.callsOf('invite').length;
      await scene.deps.minutes(minutes - 1);
      expect(scene.deps.twilio.callsOf('invite')).toHaveLength(invites);
      await scene.deps.minutes(1);
      expect(scene.deps.twilio.callsOf('invite')).toHaveLength(invites + 1);
      expect(newest(scene)).toMatchObject({ target: null, priority: (priority += 1) });
      scene.deps.platform.endTask(newest(scene), 'canceled');
      await scene.deps.deliver();
    }
  });

  it('is found out although the webhook of its end was lost', async () => {
    const scene = await paused({ settings: byClient });
    await resume(scene);
    for (let minute = 0; minute < 4; minute++) {
      scene.deps.advance(60);
      scene.deps.loseNews();
      await scene.deps.sweep();
    }
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(2);
  });
});
