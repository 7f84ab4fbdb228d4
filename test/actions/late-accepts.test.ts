import { FORMER_TASKS_KEPT } from '../../lambda/domain/record';
import { completeIt, pauseIt, resumeIt } from '../doubles/commands';
import { AS_BOB } from '../doubles/commands';
import { BOB } from '../doubles/constants';
import type { News } from '../doubles/twilio-platform';
import { held, paused, type Scene } from './scenes';

const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);

/** Another agent accepts a task that Flex has made, a minute later, and nobody hears of it yet. */
function acceptOfAnother({ deps, conversationSid }: Scene): News {
  deps.advance(60);
  const { taskSid } = deps.platform.invite(deps.platform.channelOf(conversationSid), {
    ...{ workspace_sid: 'WS', workflow_sid: 'WW', attributes: {}, priority: 0, timeout: 3600 },
  });
  deps.platform.accept(taskSid, BOB);
  const news = deps.platform.news.findLast(({ kind }) => kind === 'accepted')!;
  deps.loseNews();
  return news;
}

/** Paused and resumed, again and again, and all news come. */
async function roundAndRound(scene: Scene, times: number): Promise<News[]> {
  const { deps, conversationSid } = scene;
  const told: News[] = [];
  const deliver = async () => {
    told.push(...deps.platform.news);
    await deps.deliver();
  };
  for (let time = 0; time < times; time++) {
    await resumeIt(conversationSid, deps.nextRun());
    await deliver();
    await pauseIt(conversationSid, deps.nextRun());
    await completeIt(conversationSid, deps.nextRun());
    await deliver();
    deps.advance(10);
  }
  return told;
}

describe('what was told, once more', () => {
  it('changes nothing, also of tasks that the record has forgotten', async () => {
    const scene = await paused();
    const told = await roundAndRound(scene, FORMER_TASKS_KEPT + 5);
    const before = record(scene);
    for (const news of told) await scene.deps.hear(news);
    expect(record(scene)).toEqual(before);
  });
});

describe('an accept that is told after a later one', () => {
  it('changes nothing where the server has made the later one', async () => {
    const scene = await paused();
    const late = acceptOfAnother(scene);
    scene.deps.advance(60);
    await resumeIt(scene.conversationSid, scene.deps.nextRun());
    await scene.deps.deliver();
    const { task } = record(scene);
    await scene.deps.hear(late);
    expect(record(scene).task).toEqual(task);
    expect(task).toMatchObject({ purpose: 'resume', status: 'assigned' });
  });

  it('changes nothing where the later one was found among the reservations', async () => {
    const scene = await paused();
    const late = acceptOfAnother(scene);
    scene.deps.advance(60);
    scene.deps.platform.reservesAtOnce = false;
    await resumeIt(scene.conversationSid, scene.deps.nextRun());
    const [next] = scene.deps.twilio.liveTasks(scene.conversationSid).slice(-1);
    scene.deps.platform.accept(next!.taskSid, record(scene).invite!.workerSid!);
    scene.deps.loseNews();
    scene.deps.advance(20);
    await scene.deps.sweep();
    await scene.deps.hear(late);
    expect(record(scene).task).toMatchObject({ taskSid: next!.taskSid, status: 'assigned' });
  });

  it('changes nothing where the later one was found by looking for a task', async () => {
    const scene = await held();
    const late = acceptOfAnother(scene);
    acceptOfAnother(scene);
    const { platform } = scene.deps;
    const newest = scene.deps.twilio.liveTasks(scene.conversationSid).at(-1)!;
    platform.endTask(platform.task(scene.taskSid), 'completed');
    platform.endTask(platform.task(late.kind === 'accepted' ? late.task.taskSid : ''), 'completed');
    await scene.deps.hear(platform.news.find(({ kind }) => kind === 'over')!);
    scene.deps.loseNews();
    await scene.deps.minutes(2);
    await scene.deps.hear(late);
    expect(record(scene).task).toMatchObject({ taskSid: newest.taskSid, workerSid: BOB });
  });

  it('changes nothing where the later one was brought by `taskSid`', async () => {
    const scene = await paused();
    const late = acceptOfAnother(scene);
    acceptOfAnother(scene);
    const newest = scene.deps.twilio.liveTasks(scene.conversationSid).at(-1)!;
    const wish = { caller: AS_BOB, body: { taskSid: newest.taskSid } };
    await pauseIt(scene.conversationSid, scene.deps.nextRun(), wish);
    const { pause } = record(scene);
    await scene.deps.hear(late);
    expect(record(scene)).toMatchObject({ pause, parkedBy: BOB, wrapUp: 'pause' });
    expect(pause).not.toBeNull();
  });
});

it('a task that was accepted before is brought by `taskSid` all the same: it is live now', async () => {
  const scene = await paused();
  const early = acceptOfAnother(scene);
  const last = acceptOfAnother(scene);
  await scene.deps.hear(last);
  const { platform } = scene.deps;
  platform.endTask(platform.task(last.kind === 'accepted' ? last.task.taskSid : ''), 'completed');
  await scene.deps.deliver();
  const taskSid = early.kind === 'accepted' ? early.task.taskSid : '';
  const wish = { caller: AS_BOB, body: { taskSid } };
  const answer = await pauseIt(scene.conversationSid, scene.deps.nextRun(), wish);
  expect(answer).toMatchObject({ kind: 'done', record: { parkedBy: BOB, task: { taskSid } } });
});
