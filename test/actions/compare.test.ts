import { PAUSE_ON } from '../doubles/deps';
import { paused, type Scene } from './scenes';

const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const comparisons = ({ deps }: Scene) => deps.twilio.callsOf('conversation').length;

async function justPaused(): Promise<Scene> {
  const scene = await paused();
  scene.deps.twilio.calls.length = 0;
  return scene;
}

describe('the comparison with Twilio', () => {
  it('is made one minute after the pause, then at intervals that double from 15 minutes', async () => {
    const scene = await justPaused();
    const at: number[] = [];
    for (let minute = 1; minute <= 130; minute++) {
      const before = comparisons(scene);
      await scene.deps.minutes(1);
      if (comparisons(scene) > before) at.push(minute);
    }
    expect(at).toEqual([1, 16, 32, 64, 128]);
  });

  it('finds a conversation that was closed without our hearing', async () => {
    const scene = await justPaused();
    scene.deps.platform.conversations.get(scene.conversationSid)!.state = 'closed';
    await scene.deps.minutes(1);
    expect(record(scene)).toMatchObject({ channelState: 'closed', pending: {} });
    expect(scene.deps.timer.running()).toEqual([]);
  });

  it('finds one that is gone, where the channel confirms it', async () => {
    const scene = await justPaused();
    scene.deps.platform.conversations.delete(scene.conversationSid);
    scene.deps.platform.channelOf(scene.conversationSid).status = 'closed';
    await scene.deps.minutes(1);
    expect(record(scene).channelState).toBe('closed');
  });

  it('does not believe a 404 that the channel does not confirm', async () => {
    const scene = await justPaused();
    scene.deps.platform.conversations.delete(scene.conversationSid);
    await scene.deps.minutes(1);
    expect(record(scene).channelState).toBe('pause');
  });

  it('that fails is logged, and made again at its next moment', async () => {
    const scene = await justPaused();
    scene.deps.twilio.fail('conversation', 'unavailable');
    await scene.deps.minutes(16);
    expect(scene.deps.lines).toContainEqual(expect.objectContaining({ message: 'comparison failed' }));
    expect(comparisons(scene)).toBe(2);
  });

  it('is made by one of two sweeps', async () => {
    const scene = await justPaused();
    scene.deps.advance(60);
    await Promise.all([scene.deps.sweep(), scene.deps.sweep()]);
    expect(comparisons(scene)).toBe(1);
  });

  it('keeps to the calls a minute that the settings allow', async () => {
    const scene = await justPaused();
    scene.deps.store.set({ ...PAUSE_ON, compareCallsPerMinute: 0 });
    await scene.deps.minutes(3);
    expect(comparisons(scene)).toBe(0);
  });
});
