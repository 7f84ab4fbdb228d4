import { AS_ALICE, AS_BOB, endIt, pauseIt, resumeIt } from '../doubles/commands';
import { ALICE, BOB, sid } from '../doubles/constants';
import { PAUSE_ON, testDeps } from '../doubles/deps';
import { paused } from './scenes';
import { anotherTask } from './tried';

const deps = () => {
  const made = testDeps();
  const task = made.platform.startConversation();
  return { made, task, ...task };
};

describe('pause with taskSid', () => {
  it('of a conversation that began before we were connected, by who holds its task', async () => {
    const { made, conversationSid, taskSid } = deps();
    made.platform.accept(taskSid, ALICE);
    made.loseNews();
    const result = await pauseIt(conversationSid, made.nextRun(), { body: { taskSid } });
    expect(result).toMatchObject({ kind: 'done', record: { version: 2, wrapUp: 'pause' } });
    expect(made.store.record(conversationSid)).toMatchObject({
      channelSid: made.platform.channelOf(conversationSid).channelSid,
      agentIdentities: ['alice'],
      task: { taskSid, workerSid: ALICE },
    });
  });

  it.each([
    ['by somebody else', BOB],
    ['while nobody has accepted it', null],
  ])('%s changes nothing', async (_who, holder) => {
    const { made, conversationSid, taskSid } = deps();
    if (holder !== null) made.platform.accept(taskSid, holder);
    made.loseNews();
    const result = await pauseIt(conversationSid, made.nextRun(), { body: { taskSid } });
    expect(result).toMatchObject({ code: holder === null ? 'not-found' : 'not-authorized' });
    expect(made.store.has(conversationSid)).toBe(false);
  });

  it("of another conversation's task is not found", async () => {
    const { made, conversationSid } = deps();
    const other = made.platform.startConversation();
    made.platform.accept(other.taskSid, ALICE);
    made.loseNews();
    const result = await pauseIt(conversationSid, made.nextRun(), { body: { taskSid: other.taskSid } });
    expect(result).toMatchObject({ code: 'not-found' });
  });

  it('of a task of another channel, into which an agent has written this conversation, takes nothing', async () => {
    const made = testDeps();
    const { conversationSid, taskSid } = await made.heldConversation(ALICE);
    await pauseIt(conversationSid, made.nextRun());
    made.platform.endTask(made.platform.task(taskSid), 'completed');
    await made.deliver();
    const own = made.platform.startConversation();
    made.platform.accept(own.taskSid, BOB);
    await made.deliver();
    const task = made.platform.task(own.taskSid);
    Object.assign(task, { attributes: { ...task.attributes, conversationSid } });
    const wish = { caller: AS_BOB, body: { taskSid: own.taskSid } };
    expect(await pauseIt(conversationSid, made.nextRun(), wish)).toMatchObject({ code: 'not-authorized' });
    expect(made.store.record(conversationSid)).toMatchObject({ channelState: 'pause', parkedBy: ALICE });
  });

  it('of a task that TaskRouter does not know is not found', async () => {
    const { made, conversationSid } = deps();
    const result = await pauseIt(conversationSid, made.nextRun(), { body: { taskSid: sid('WT', 99) } });
    expect(result).toMatchObject({ code: 'not-found' });
  });

  it('takes the place of a lost accept in a record without a live task', async () => {
    const made = testDeps();
    const { conversationSid, taskSid } = await made.heldConversation();
    made.platform.endTask(made.platform.task(taskSid), 'completed');
    await made.deliver();
    const channel = made.platform.channelOf(conversationSid);
    const next = made.platform.invite(channel, {
      ...{
        workspace_sid: sid('WS', 1),
        workflow_sid: sid('WW', 1),
        attributes: {},
        priority: 0,
        timeout: 60,
      },
    });
    made.platform.accept(next.taskSid, ALICE);
    made.loseNews();
    const result = await pauseIt(conversationSid, made.nextRun(), { body: { taskSid: next.taskSid } });
    expect(result).toMatchObject({
      kind: 'done',
      record: { wrapUp: 'pause', task: { taskSid: next.taskSid } },
    });
  });

  it('takes the place of a lost accept while the record says paused: a new pause, the old timer stopped', async () => {
    const made = testDeps();
    const { conversationSid, taskSid } = await made.heldConversation();
    await pauseIt(conversationSid, made.nextRun());
    made.platform.endTask(made.platform.task(taskSid), 'completed');
    await made.deliver();
    const first = made.store.record(conversationSid).pause!;
    const next = made.platform.invite(made.platform.channelOf(conversationSid), {
      ...{
        workspace_sid: sid('WS', 1),
        workflow_sid: sid('WW', 1),
        attributes: {},
        priority: 0,
        timeout: 60,
      },
    });
    made.platform.accept(next.taskSid, ALICE);
    made.loseNews();
    await pauseIt(conversationSid, made.nextRun(), { body: { taskSid: next.taskSid } });
    const { pause } = made.store.record(conversationSid);
    expect(pause?.pauseId).not.toBe(first.pauseId);
    expect(made.timer.running().map(({ name }) => name)).toEqual([`${conversationSid}-${pause?.pauseId}-1`]);
  });

  it('under hipaa, on a channel that is not eligible, reads the task and who holds it, and nothing else', async () => {
    const made = testDeps({ settings: { ...PAUSE_ON, hipaa: true } });
    const { conversationSid, taskSid } = made.platform.startConversation({ channelType: 'whatsapp' });
    made.platform.accept(taskSid, ALICE);
    made.loseNews();
    const ask = (caller = AS_ALICE) =>
      pauseIt(conversationSid, made.nextRun(), { caller, body: { taskSid } });
    expect(await ask()).toMatchObject({ code: 'channel-not-eligible' });
    expect(made.twilio.calls).toEqual([`task ${taskSid}`, `reservations ${taskSid}`]);
    expect(await ask(AS_BOB)).toMatchObject({ code: 'not-authorized' });
    expect(made.store.has(conversationSid)).toBe(false);
  });

  it('is not read while a task is live', async () => {
    const made = testDeps();
    const { conversationSid, taskSid } = await made.heldConversation();
    made.twilio.calls.length = 0;
    await pauseIt(conversationSid, made.nextRun(), { body: { taskSid } });
    expect(made.twilio.callsOf('task')).toEqual([]);
  });

  it('is not read of a conversation that is closed', async () => {
    const { deps: made, conversationSid } = await paused();
    await endIt(conversationSid, made.nextRun());
    const wish = { body: { taskSid: sid('WT', 99) } };
    expect(await pauseIt(conversationSid, made.nextRun(), wish)).toMatchObject({ code: 'wrong-state' });
    expect(made.twilio.calls).not.toContain(`task ${sid('WT', 99)}`);
  });

  it('is not taken where another agent has another task by the time of the write', async () => {
    const { made, conversationSid, taskSid } = deps();
    made.platform.accept(taskSid, ALICE);
    made.loseNews();
    made.store.beforeNextReplace(async () => {
      const { taskSid: next } = anotherTask({ deps: made, conversationSid, taskSid });
      made.platform.accept(next, BOB);
      await made.deliver();
    });
    const result = await pauseIt(conversationSid, made.nextRun(), { body: { taskSid } });
    expect(result).toMatchObject({ code: 'not-authorized' });
    expect(made.store.record(conversationSid).task).toMatchObject({ workerSid: BOB, status: 'assigned' });
  });

  it('is not taken where it only mentions the conversation and its channel, as a callback may', async () => {
    const scene = await paused();
    const { deps: made, conversationSid } = scene;
    const callback = anotherTask(scene);
    made.platform.accept(callback.taskSid, ALICE);
    made.loseNews();
    Object.assign(callback, { attributes: { ...callback.attributes, flexInteractionSid: undefined } });
    const wish = { body: { taskSid: callback.taskSid } };
    const refused = { code: 'wrong-state', channelState: 'pause' };
    expect(await pauseIt(conversationSid, made.nextRun(), wish)).toMatchObject(refused);
  });

  it.each(['assigned', 'wrapping'] as const)('is taken as it is: %s', async (status) => {
    const { made, task, conversationSid, taskSid } = deps();
    made.platform.accept(taskSid, ALICE);
    if (status === 'wrapping') made.platform.wrapUp(task);
    made.loseNews();
    made.twilio.fail('setParticipant', 'unavailable'); // or it would be put into wrap-up
    await pauseIt(conversationSid, made.nextRun(), { body: { taskSid } });
    expect(made.store.record(conversationSid).task).toMatchObject({ taskSid, status });
  });

  it('is known as the task of an invite whose answer got lost', async () => {
    const scene = await paused();
    const { deps: made, conversationSid } = scene;
    made.platform.workers.get(ALICE)!.available = false;
    made.twilio.fail('invite', 'unavailable-applied');
    await resumeIt(conversationSid, made.nextRun());
    const [invited] = made.twilio.liveTasks(conversationSid);
    const { taskSid } = invited!;
    made.platform.accept(taskSid, ALICE);
    made.loseNews();
    await pauseIt(conversationSid, made.nextRun(), { body: { taskSid } });
    expect(made.store.record(conversationSid).task).toMatchObject({ taskSid, purpose: 'resume' });
  });

  it('under hipaa, on a channel that is eligible, brings who its agent is in the conversation', async () => {
    const made = testDeps({ settings: { ...PAUSE_ON, hipaa: true } });
    const { conversationSid, taskSid } = made.platform.startConversation({ channelType: 'web' });
    made.platform.accept(taskSid, ALICE);
    made.loseNews();
    const caller = { ...AS_ALICE, identity: 'alice-by-token' };
    await pauseIt(conversationSid, made.nextRun(), { caller, body: { taskSid } });
    expect(made.store.record(conversationSid).agentIdentities).toContain('alice');
  });
});

it('pause without taskSid, of a conversation that nobody knows, asks Twilio for nothing', async () => {
  const { made, conversationSid } = deps();
  expect(await pauseIt(conversationSid, made.nextRun())).toMatchObject({ code: 'not-found' });
  expect(made.twilio.calls).toEqual([]);
});
