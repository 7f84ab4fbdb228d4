import { pauseIt } from '../doubles/commands';
import { ALICE } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { left, paused, type Scene } from './scenes';

const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const comparisons = ({ deps }: Scene) => deps.twilio.callsOf('conversation').length;

async function justPaused(): Promise<Scene> {
  const scene = await paused();
  scene.deps.twilio.calls.length = 0;
  return scene;
}

/** Of the next so many minutes, those in which Twilio was asked. */
async function minutesOfComparisons(scene: Scene, minutes: number): Promise<number[]> {
  const at: number[] = [];
  for (let minute = 1; minute <= minutes; minute++) {
    const before = comparisons(scene);
    await scene.deps.minutes(1);
    if (comparisons(scene) > before) at.push(minute);
  }
  return at;
}

describe('the comparison with Twilio', () => {
  it('is made one minute after the pause, then at intervals that double from 15 minutes', async () => {
    expect(await minutesOfComparisons(await justPaused(), 130)).toEqual([1, 16, 32, 64, 128]);
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

  it('that fails is logged, and made again after a minute, then ever more rarely', async () => {
    const scene = await justPaused();
    scene.deps.twilio.fail('conversation', 'unavailable', 3);
    expect(await minutesOfComparisons(scene, 25)).toEqual([1, 2, 4, 8, 23]);
    expect(scene.deps.lines).toContainEqual(expect.objectContaining({ message: 'comparison failed' }));
  });

  it('that fails again and again is made no more rarely than others', async () => {
    const scene = await justPaused();
    scene.deps.twilio.fail('conversation', 'unavailable', 1_000);
    expect(await minutesOfComparisons(scene, 130)).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
  });

  it('that fails after one that did not is made again after a minute', async () => {
    const scene = await justPaused();
    scene.deps.twilio.fail('conversation', 'unavailable', 2);
    await scene.deps.minutes(4);
    scene.deps.twilio.fail('conversation', 'unavailable');
    expect(await minutesOfComparisons(scene, 17)).toEqual([15, 16]);
  });

  it('that fails keeps to the calls a minute that the settings allow', async () => {
    const scene = await justPaused();
    await scene.deps
      .heldConversation(ALICE)
      .then((held) => pauseIt(held.conversationSid, scene.deps.nextRun()));
    scene.deps.store.set({ ...PAUSE_ON, compareCallsPerMinute: 2 });
    scene.deps.twilio.calls.length = 0;
    scene.deps.twilio.fail('conversation', 'unavailable', 1_000);
    const at = await minutesOfComparisons(scene, 20);
    expect(comparisons(scene)).toBe(at.length);
    expect(at.length).toBeGreaterThan(6);
  });

  it('finds a reply of the very second of a Leave, though its webhook was lost and the first comparison failed', async () => {
    const { deps, conversationSid } = await left();
    deps.platform.write(conversationSid, 'carol');
    deps.loseNews();
    deps.twilio.fail('newestMessages', 'unavailable');
    await deps.minutes(2);
    expect(deps.store.record(conversationSid)).toMatchObject({ channelState: 'active', leave: null });
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
