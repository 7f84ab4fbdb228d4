import { TwilioError } from '../../lambda/actions/ports';
import { resumeIt } from '../doubles/commands';
import { sid } from '../doubles/constants';
import { held, paused, type Scene } from './scenes';
import { NOTHING } from '../doubles/nothing';

const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const complaints = ({ deps }: Scene) => deps.lines.filter(({ level }) => level !== 'info');

/** Flex's own Leave or Pause has put the conversation aside, a day ago. */
async function heldByFlex(status: string): Promise<Scene> {
  const scene = await held();
  const { deps, conversationSid, taskSid } = scene;
  deps.platform.endTask(deps.platform.task(taskSid), 'completed');
  deps.platform.channelOf(conversationSid).status = status;
  await deps.deliver();
  await deps.minutes(2);
  deps.advance(86_400);
  return scene;
}

describe('the comparison with Twilio leaves alone', () => {
  it.each(['pause', 'inactive'])('what Flex still holds with the status %s', async (status) => {
    const scene = await heldByFlex(status);
    expect(await scene.deps.sweep()).toMatchObject({ compared: 1 });
    expect(record(scene)).toMatchObject({ heldBy: 'flex', pending: NOTHING });
  });

  it('what is not put aside any more, though the index is behind', async () => {
    const scene = await held();
    const before = record(scene);
    scene.deps.store.indexIsBehind('compare', [scene.conversationSid]);
    expect(await scene.deps.sweep()).toMatchObject({ compared: 0 });
    expect(record(scene)).toBe(before);
    expect(scene.deps.twilio.callsOf('conversation')).toEqual([]);
  });

  it('a conversation whose record is gone, though the index is behind', async () => {
    const scene = await held();
    scene.deps.store.indexIsBehind('compare', [sid('CH', 77)]);
    expect(await scene.deps.sweep()).toMatchObject({ compared: 0 });
    expect(complaints(scene)).toEqual([]);
  });

  it('what the index does not show yet, until it does', async () => {
    const scene = await paused();
    scene.deps.store.indexIsBehind('compare', []);
    scene.deps.advance(60);
    expect(await scene.deps.sweep()).toMatchObject({ compared: 0 });
    scene.deps.store.indexIsBehind('compare', [scene.conversationSid]);
    expect(await scene.deps.sweep()).toMatchObject({ compared: 1 });
  });

  it('what is resumed while it fails: that is not compared again', async () => {
    const scene = await paused();
    const { deps, conversationSid } = scene;
    deps.twilio.conversation = async () => {
      await resumeIt(conversationSid, deps.nextRun());
      throw new TwilioError('read conversation', 'unavailable');
    };
    deps.advance(60);
    expect(await deps.sweep()).toMatchObject({ compared: 0 });
    expect(record(scene)).toMatchObject({ channelState: 'active', compareAt: null, comparisonsFailed: 0 });
  });
});
