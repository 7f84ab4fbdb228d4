import type { Settings } from '../../lambda/domain/settings';
import { endIt, leaveIt, pauseIt } from '../doubles/commands';
import { BOTH_ON, PAUSE_ON } from '../doubles/deps';
import { held, paused, type Scene } from './scenes';

const withLimit = (maxPerAgent: number, settings = PAUSE_ON): Settings => ({
  ...settings,
  pause: { ...settings.pause, maxPerAgent },
});
const pause = ({ deps, conversationSid }: Scene, body = {}) =>
  pauseIt(conversationSid, deps.nextRun(), { body });

/** Alice may have one pause and has it, and another conversation besides. */
async function full(settings = withLimit(1)): Promise<Scene> {
  const { deps } = await paused({ settings });
  return { deps, ...(await deps.heldConversation()) };
}

describe('the limit of pauses per agent', () => {
  it('allows so many', async () => {
    expect(await pause(await held({ settings: withLimit(1) }))).toMatchObject({ kind: 'done' });
  });

  it('allows no more', async () => {
    expect(await pause(await full())).toMatchObject({ code: 'pause-limit' });
  });

  it('is none of Leave’s: nobody’s pauses are counted for it', async () => {
    const { deps, conversationSid } = await full(withLimit(1, BOTH_ON));
    deps.store.calls.length = 0;
    expect(await leaveIt(conversationSid, deps.nextRun())).toMatchObject({ kind: 'done' });
    expect(deps.store.calls).not.toContain('countPausedBy');
  });

  it('is told after a customer’s message that the agent has not seen', async () => {
    const scene = await full();
    scene.deps.platform.write(scene.conversationSid, 'carol');
    expect(await pause(scene, { seenIndex: -1 })).toMatchObject({ code: 'customer-replied' });
  });

  it('is told before the timer by which Twilio would close the conversation', async () => {
    const scene = await full();
    const { conversations } = scene.deps.platform;
    conversations.get(scene.conversationSid)!.closesAt = scene.deps.in(60);
    expect(await pause(scene)).toMatchObject({ code: 'pause-limit' });
  });

  it('is told after wrong-state, also where both have come about in the same moment', async () => {
    const scene = await held();
    const { deps, conversationSid } = scene;
    deps.store.beforeNextReplace(async () => {
      deps.store.set(withLimit(0));
      await endIt(conversationSid, deps.nextRun());
    });
    expect(await pause(scene)).toMatchObject({ code: 'wrong-state', channelState: 'closed' });
  });
});
