import { ChangedMeanwhile } from '../../lambda/actions/change-and-settle';
import { taskEvent } from '../../lambda/actions/task-event';
import { endIt, pauseIt, resumeIt } from '../doubles/commands';
import { ALICE, BOB } from '../doubles/constants';
import { testDeps } from '../doubles/deps';
import type { News } from '../doubles/twilio-platform';
import { held, paused, type Scene } from './scenes';
import { NOTHING } from '../doubles/nothing';

const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);

/** Everything Twilio has told so far of a conversation that was paused, resumed and paused again. */
async function longLife(): Promise<{ scene: Scene; news: readonly News[] }> {
  const scene = await paused();
  await resumeIt(scene.conversationSid, scene.deps.nextRun());
  await scene.deps.deliver();
  await pauseIt(scene.conversationSid, scene.deps.nextRun());
  await scene.deps.deliver();
  return { scene, news: [...scene.deps.platform.allNews] };
}

describe('TaskRouter events', () => {
  it('that come late, doubled and in another order change nothing', async () => {
    const { scene, news } = await longLife();
    const before = record(scene);
    expect(news.length).toBeGreaterThan(6);
    for (const each of [...news].reverse()) await scene.deps.hear(each);
    for (const each of news) await scene.deps.hear(each);
    expect(record(scene)).toBe(before);
  });

  it('of a conversation without a record do nothing, but for an accept', async () => {
    const deps = testDeps();
    const { conversationSid, taskSid } = deps.platform.startConversation();
    deps.platform.accept(taskSid, ALICE);
    deps.platform.wrapUp(deps.platform.task(taskSid));
    deps.platform.endTask(deps.platform.task(taskSid), 'completed');
    for (const news of deps.platform.allNews.filter(({ kind }) => kind !== 'accepted')) await deps.hear(news);
    expect(deps.store.has(conversationSid)).toBe(false);
  });

  it('that cost no write cost one read', async () => {
    const { scene, news } = await longLife();
    scene.deps.store.calls.length = 0;
    await scene.deps.hear(news[0]!);
    expect(scene.deps.store.calls).toEqual(['read']);
  });

  it('of a transfer: the new agent holds it, the old task is over without more ado', async () => {
    const scene = await held();
    const { deps } = scene;
    const channel = deps.platform.channelOf(scene.conversationSid);
    const next = deps.platform.invite(channel, {
      ...{ workspace_sid: 'WS', workflow_sid: 'WW', attributes: {}, priority: 0, timeout: 60 },
    });
    deps.platform.accept(next.taskSid, BOB);
    deps.platform.endTask(deps.platform.task(scene.taskSid), 'completed');
    await deps.deliver();
    expect(record(scene)).toMatchObject({ task: { workerSid: BOB }, pending: NOTHING });
  });

  it('that lose five writes fail, so that Twilio sends them again', async () => {
    const scene = await held();
    scene.deps.store.loseWrites(5);
    const event = {
      kind: 'wrapping',
      conversationSid: scene.conversationSid,
      taskSid: scene.taskSid,
    } as const;
    await expect(taskEvent(event, scene.deps.nextRun())).rejects.toThrow(ChangedMeanwhile);
  });

  it('after the end change nothing but the wrap-up', async () => {
    const scene = await paused();
    await endIt(scene.conversationSid, scene.deps.nextRun());
    await scene.deps.deliver();
    const before = record(scene);
    for (const news of scene.deps.platform.allNews) await scene.deps.hear(news);
    expect(record(scene)).toBe(before);
  });
});

describe('a closed conversation', () => {
  it('without a record stays without', async () => {
    const deps = testDeps();
    const { conversationSid } = deps.platform.startConversation();
    await deps.hear({ kind: 'closed', conversationSid });
    expect(deps.store.has(conversationSid)).toBe(false);
  });

  it('that was paused has no timer any more', async () => {
    const scene = await paused();
    scene.deps.platform.closeChannel(scene.deps.platform.channelOf(scene.conversationSid), true);
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({ channelState: 'closed', pending: NOTHING });
    expect(scene.deps.timer.running()).toEqual([]);
  });

  it('whose news loses five writes fails', async () => {
    const scene = await paused();
    scene.deps.store.loseWrites(5);
    const news = { kind: 'closed', conversationSid: scene.conversationSid } as const;
    await expect(scene.deps.hear(news)).rejects.toThrow(ChangedMeanwhile);
  });
});
