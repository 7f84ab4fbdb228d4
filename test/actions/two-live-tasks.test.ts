import { BOB } from '../doubles/constants';
import { viewOf } from '../../lambda/domain/view';
import { PAUSE_ON } from '../doubles/deps';
import { held, type Scene } from './scenes';
import { NOTHING } from '../doubles/nothing';

const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const shown = (scene: Scene) => viewOf(record(scene), PAUSE_ON, scene.deps.now()).otherTasks;
const warnings = ({ deps }: Scene) => deps.lines.filter(({ message }) => message === 'two live tasks');

/** Bob has accepted a task that Flex has made for the conversation, while Alice still has hers. */
async function doubled(
  first: (scene: Scene) => void = () => undefined,
): Promise<Scene & { readonly second: string }> {
  const scene = await held();
  const { deps, conversationSid } = scene;
  deps.advance(60);
  const { taskSid: second } = deps.platform.invite(deps.platform.channelOf(conversationSid), {
    ...{ workspace_sid: 'WS', workflow_sid: 'WW', attributes: {}, priority: 0, timeout: 3600 },
  });
  deps.platform.accept(second, BOB);
  first(scene);
  await deps.deliver();
  return { ...scene, second };
}

describe('two live tasks of one conversation', () => {
  it('the one accepted last is current, the other is shown, and it is counted once', async () => {
    const scene = await doubled();
    expect(record(scene).task).toMatchObject({ taskSid: scene.second, workerSid: BOB });
    expect(shown(scene)).toEqual([scene.taskSid]);
    for (const news of scene.deps.platform.allNews) await scene.deps.hear(news);
    await scene.deps.minutes(5);
    expect(warnings(scene)).toEqual([
      { level: 'warn', message: 'two live tasks', fields: { conversationSid: scene.conversationSid } },
    ]);
    expect(scene.deps.twilio.liveTasks(scene.conversationSid)).toHaveLength(2);
  });

  it('the other leaves the list when it is over', async () => {
    const scene = await doubled();
    scene.deps.platform.endTask(scene.deps.platform.task(scene.taskSid), 'completed');
    await scene.deps.deliver();
    expect(shown(scene)).toBeUndefined();
    expect(record(scene).task?.taskSid).toBe(scene.second);
  });

  it('when the current one is over, the other is adopted, and no third is made', async () => {
    const scene = await doubled();
    scene.deps.platform.endTask(scene.deps.platform.task(scene.second), 'completed');
    await scene.deps.deliver();
    expect(record(scene).task).toBeNull();
    await scene.deps.minutes(3);
    expect(record(scene)).toMatchObject({
      task: { taskSid: scene.taskSid, status: 'assigned' },
      pending: NOTHING,
    });
    expect(shown(scene)).toBeUndefined();
    expect(scene.deps.twilio.callsOf('invite')).toEqual([]);
    expect(warnings(scene)).toHaveLength(1);
  });

  it('when both are over, the conversation goes to the next agent', async () => {
    const scene = await doubled();
    for (const taskSid of [scene.second, scene.taskSid])
      scene.deps.platform.endTask(scene.deps.platform.task(taskSid), 'completed');
    await scene.deps.deliver();
    await scene.deps.minutes(3);
    expect(shown(scene)).toBeUndefined();
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(1);
  });

  it.each([
    ['whose answer was lost', (scene: Scene) => scene.deps.store.loseAnswers(1)],
    ['that was lost and made again', (scene: Scene) => scene.deps.store.loseWrites(2)],
  ])('are counted once by a write %s', async (_how, loses) => {
    expect(warnings(await doubled(loses))).toHaveLength(1);
  });
});
