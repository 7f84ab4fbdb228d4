import { deadline } from '../../lambda/actions/deadline';
import { completeIt, resumeIt } from '../doubles/commands';
import { BOB, sid } from '../doubles/constants';
import { FOUR_HOURS, held, paused, type Scene, wrappingUp } from './scenes';

describe('how late a deadline was', () => {
  it('is measured where its timer takes it', async () => {
    const { deps } = await paused();
    deps.advance(FOUR_HOURS + 3.25);
    await deps.fireTimers();
    expect(deps.valuesOf('DeadlineLateness')).toEqual([3.25]);
  });

  it('is measured where the sweep takes it, because the timer did not', async () => {
    const { deps } = await paused();
    deps.advance(FOUR_HOURS + 70);
    await deps.sweep();
    expect(deps.valuesOf('DeadlineLateness')).toEqual([70]);
  });

  it('is measured once, whoever comes too', async () => {
    const { deps } = await paused();
    const [timer] = deps.timer.list();
    deps.advance(FOUR_HOURS + 60);
    await Promise.all([deps.sweep(), deadline(timer!.input, deps.nextRun())]);
    await deps.minutes(3);
    expect(deps.valuesOf('DeadlineLateness')).toEqual([60]);
  });

  it('is measured where others were faster with another write, and it is written the second time', async () => {
    const { deps } = await paused();
    deps.advance(FOUR_HOURS);
    deps.store.loseWrites(1);
    await deps.fireTimers();
    expect(deps.valuesOf('DeadlineLateness')).toEqual([0]);
  });

  it('is not measured for a pause that somebody has resumed', async () => {
    const { deps, conversationSid } = await paused();
    await resumeIt(conversationSid, deps.nextRun());
    deps.advance(FOUR_HOURS);
    await deps.minutes(2);
    expect(deps.valuesOf('DeadlineLateness')).toEqual([]);
  });
});

it('a timer of a conversation that the table does not know is counted', async () => {
  const { deps } = await paused();
  const [timer] = deps.timer.list();
  const input = { ...timer!.input, conversationSid: sid('CH', 77) };
  await expect(deadline(input, deps.nextRun())).rejects.toThrow();
  expect(deps.valuesOf('TimersWithoutRecord')).toEqual([1]);
});

it('an agent who takes a second task of a conversation is counted once, however often Twilio tells', async () => {
  const { deps, conversationSid } = await held();
  const { taskSid } = deps.platform.invite(deps.platform.channelOf(conversationSid), {
    ...{ workspace_sid: 'WS', workflow_sid: 'WW', attributes: {}, priority: 0, timeout: 3600 },
  });
  deps.advance(60);
  deps.platform.accept(taskSid, BOB);
  await deps.deliver();
  for (const news of deps.platform.allNews) await deps.hear(news);
  expect(deps.valuesOf('DoubleTasks')).toEqual([1]);
});

it('an invite that nobody took is counted as lost', async () => {
  const { deps, conversationSid } = await paused();
  deps.platform.reservesAtOnce = false;
  await resumeIt(conversationSid, deps.nextRun());
  await deps.minutes(3);
  expect(deps.valuesOf('InvitesLost')).toEqual([1]);
});

describe('what a sweep still owes', () => {
  /** The call that a Complete owes fails. */
  async function failing(times: number): Promise<Scene> {
    const scene = await wrappingUp();
    scene.deps.twilio.fail('setParticipant', 'unavailable', times);
    await completeIt(scene.conversationSid, scene.deps.nextRun());
    return scene;
  }

  it('is told with the time since when it is owed, not since it was last tried', async () => {
    const { deps } = await failing(3);
    deps.advance(60);
    expect(await deps.sweep()).toMatchObject({ owed: 1, oldestOwedSeconds: 60 });
    deps.advance(120);
    expect(await deps.sweep()).toMatchObject({ owed: 1, oldestOwedSeconds: 180 });
  });

  it('is nothing once it was carried out', async () => {
    const { deps } = await failing(1);
    deps.advance(60);
    expect(await deps.sweep()).toMatchObject({ records: 1, owed: 0, oldestOwedSeconds: 0 });
  });

  it('is nothing of what waits for its moment', async () => {
    const { deps, conversationSid, taskSid } = await held();
    deps.platform.endTask(deps.platform.task(taskSid), 'completed');
    await deps.deliver();
    expect(deps.store.record(conversationSid).pending).toHaveProperty('look-for-task');
    deps.store.indexIsBehind('wake', [conversationSid]);
    deps.advance(119);
    expect(await deps.sweep()).toMatchObject({ records: 1, owed: 0, oldestOwedSeconds: 0 });
  });
});
