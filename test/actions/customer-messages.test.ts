import type { Settings } from '../../lambda/domain/settings';
import { patchIt } from '../doubles/commands';
import { ALICE } from '../doubles/constants';
import { BOTH_ON } from '../doubles/deps';
import { left, paused, type Scene } from './scenes';
import { record } from './tried';

const onReply = (onCustomerReply: Settings['pause']['onCustomerReply']): Settings => ({
  ...BOTH_ON,
  pause: { ...BOTH_ON.pause, onCustomerReply },
});
const RESUMES = onReply('resume');
const newest = ({ deps, conversationSid }: Scene) => deps.twilio.liveTasks(conversationSid).at(-1)!;
const capacityCalls = ({ deps }: Scene) => deps.twilio.callsOf('capacity');

async function writes(scene: Scene, author = 'carol'): Promise<void> {
  scene.deps.platform.write(scene.conversationSid, author);
  await scene.deps.deliver();
}

describe('a reply that resumes a pause', () => {
  it('goes to the agent who paused, where there is room', async () => {
    const scene = await paused({ settings: RESUMES });
    await writes(scene);
    expect(newest(scene).target).toBe(ALICE);
    expect(capacityCalls(scene)).toHaveLength(1);
  });

  it('goes through the workflow, where that agent is at capacity', async () => {
    const scene = await paused({ settings: RESUMES });
    scene.deps.platform.workers.get(ALICE)!.capacity = 0;
    await writes(scene);
    expect(newest(scene).target).toBeNull();
  });

  it('goes through the workflow, where Twilio does not tell whether there is room', async () => {
    const scene = await paused({ settings: RESUMES });
    scene.deps.twilio.fail('capacity', 'unavailable');
    await writes(scene);
    expect(newest(scene).target).toBeNull();
  });

  it('goes through the workflow, where it only resumes since a moment ago, and nobody was asked for room', async () => {
    const scene = await paused({ settings: BOTH_ON });
    const { deps, conversationSid } = scene;
    deps.store.beforeNextReplace(async () => {
      deps.store.set(RESUMES);
      await patchIt(conversationSid, deps.nextRun(), { body: { note: 'calls back' } });
    });
    await writes(scene);
    expect(newest(scene).target).toBeNull();
  });
});

describe('no agent’s capacity is asked for', () => {
  it.each(['notify', 'queue'] as const)('where a reply to a pause is to `%s`', async (onCustomerReply) => {
    const scene = await paused({ settings: onReply(onCustomerReply) });
    await writes(scene);
    expect(record(scene).customerRepliedAt).toBe(scene.deps.now());
    expect(capacityCalls(scene)).toEqual([]);
  });

  it('where it is the agent who writes to what is paused', async () => {
    const scene = await paused({ settings: RESUMES });
    await writes(scene, 'alice');
    expect(capacityCalls(scene)).toEqual([]);
  });

  it('where what the customer replies to was left: it comes back to anyone', async () => {
    const scene = await left({ settings: RESUMES });
    await writes(scene);
    expect(newest(scene).target).toBeNull();
    expect(record(scene).task).toMatchObject({ purpose: 'reply' });
    expect(capacityCalls(scene)).toEqual([]);
  });
});

it('a message that is told twice at the same time counts once', async () => {
  const scene = await paused();
  const { deps, conversationSid } = scene;
  deps.platform.write(conversationSid, 'carol');
  const [news] = deps.platform.news;
  deps.store.beforeNextReplace(() => deps.hear(news!));
  await deps.deliver();
  expect(record(scene)).toMatchObject({ channelState: 'pause', lastMessageIndex: 0 });
});
