import { compareWithTwilio } from '../../lambda/actions/compare';
import { TwilioError } from '../../lambda/actions/ports';
import type { Settings } from '../../lambda/domain/settings';
import { completeIt, pauseIt } from '../doubles/commands';
import { ALICE } from '../doubles/constants';
import { PAUSE_ON, type TestDeps, testDeps } from '../doubles/deps';
import { left, paused, type Scene } from './scenes';
import { NOTHING } from '../doubles/nothing';

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

/** Alice has paused five, one after the other; no sweep has been there yet. */
async function fivePaused(settings: Settings): Promise<TestDeps> {
  const deps = testDeps({ settings });
  for (let number = 1; number <= 5; number++) {
    const { conversationSid } = await deps.heldConversation();
    await pauseIt(conversationSid, deps.nextRun());
    await completeIt(conversationSid, deps.nextRun());
    await deps.deliver();
  }
  deps.twilio.calls.length = 0;
  return deps;
}

describe('the comparison with Twilio', () => {
  it('is made one minute after the pause, then at intervals that double from 15 minutes', async () => {
    expect(await minutesOfComparisons(await justPaused(), 130)).toEqual([1, 16, 32, 64, 128]);
  });

  it('finds a conversation that was closed without our hearing', async () => {
    const scene = await justPaused();
    scene.deps.platform.conversations.get(scene.conversationSid)!.state = 'closed';
    await scene.deps.minutes(1);
    expect(record(scene)).toMatchObject({ channelState: 'closed', pending: NOTHING });
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

  it('keeps to the calls a minute that the settings allow, and goes on with the next ones', async () => {
    const deps = await fivePaused({ ...PAUSE_ON, compareCallsPerMinute: 4 });
    const made = [];
    for (let minute = 1; minute <= 4; minute++) {
      deps.twilio.calls.length = 0;
      await deps.minutes(1);
      made.push(deps.twilio.calls.map((each) => each.split(' ')[0]));
    }
    const one = ['conversation', 'newestMessages'];
    const allAsk = 'events';
    expect(made).toEqual([[allAsk, ...one, ...one], [allAsk, ...one, ...one], [allAsk, ...one], [allAsk]]);
  });

  it('is made at least once a minute, unless it is turned off', async () => {
    const deps = await fivePaused({ ...PAUSE_ON, compareCallsPerMinute: 1 });
    await deps.minutes(2);
    expect(deps.twilio.callsOf('conversation')).toHaveLength(2);
    deps.store.set({ ...PAUSE_ON, compareCallsPerMinute: 0 });
    await deps.minutes(3);
    expect(deps.twilio.callsOf('conversation')).toHaveLength(2);
  });

  it('ends for this minute where Twilio answers 429, and all are made in the next', async () => {
    const deps = await fivePaused(PAUSE_ON);
    const { twilio } = deps;
    const told = twilio.conversation.bind(twilio);
    twilio.conversation = (sid) =>
      told(sid).then(() => Promise.reject(new TwilioError('read', 'unavailable', 429)));
    await deps.minutes(1);
    expect(deps.twilio.callsOf('conversation')).toHaveLength(1);
    twilio.conversation = told;
    await deps.minutes(1);
    expect(deps.twilio.callsOf('conversation')).toHaveLength(1 + 5);
  });

  it('of another conversation is made where one fails for another reason', async () => {
    const deps = await fivePaused(PAUSE_ON);
    deps.twilio.fail('conversation', 'credentials', 2);
    await deps.minutes(1);
    expect(deps.twilio.callsOf('conversation')).toHaveLength(5);
  });

  it('is counted by the sweep where it did not fail', async () => {
    const deps = await fivePaused(PAUSE_ON);
    deps.twilio.fail('conversation', 'unavailable', 2);
    deps.advance(60);
    expect(await deps.sweep()).toMatchObject({ compared: 3 });
  });

  it('is not begun when the time of the sweep is up', async () => {
    const deps = await fivePaused(PAUSE_ON);
    deps.advance(60);
    expect(await compareWithTwilio(PAUSE_ON, deps.nextRun(), () => false)).toBe(0);
    expect(deps.twilio.calls).toEqual([]);
  });

  it('of another conversation is made where the table fails with one, and that is logged', async () => {
    const deps = await fivePaused(PAUSE_ON);
    deps.advance(60);
    const [conversationSid] = await deps.store.due('compare', deps.now(), 1);
    deps.store.fail('read', 1, conversationSid);
    expect(await deps.sweep()).toMatchObject({ compared: 4 });
    const fields = { conversationSid, error: 'Error' };
    expect(deps.lines).toContainEqual({ level: 'warn', message: 'comparison not taken', fields });
  });
});
