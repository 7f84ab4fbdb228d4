import { completeIt, endIt, resumeIt } from '../doubles/commands';
import { BOTH_ON } from '../doubles/deps';
import { left, leftWrappingUp, paused, type Scene, wrappingUp } from './scenes';
import { NOTHING } from '../doubles/nothing';

const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const told = ({ deps }: Scene) =>
  deps.bus.types().filter((type) => ['ClosedByWrapUp', 'ConversationEnded'].includes(type));
const BOTH = ['ClosedByWrapUp', 'ConversationEnded'];

function closeChannel({ deps, conversationSid }: Scene): void {
  deps.platform.closeChannel(deps.platform.channelOf(conversationSid), true);
}

/** The agent completes in Flex, and Twilio closes the channel by that. */
function completedInFlex(scene: Scene): Scene {
  const { deps, taskSid } = scene;
  deps.platform.endTask(deps.platform.task(taskSid), 'completed');
  closeChannel(scene);
  return scene;
}

describe.each([
  ['paused', wrappingUp],
  ['left', leftWrappingUp],
] as const)('a conversation that was %s, and that Twilio closes with the wrap-up', (_how, begin) => {
  it('is told as ClosedByWrapUp, once, and ended', async () => {
    const scene = completedInFlex(await begin());
    await scene.deps.deliver();
    await scene.deps.minutes(3);
    expect(told(scene).sort()).toEqual(BOTH);
    expect(record(scene)).toMatchObject({ channelState: 'closed', pending: NOTHING, wakeAt: null });
  });

  it('also where Twilio tells of the closing first, and everything twice', async () => {
    const scene = completedInFlex(await begin());
    const { news } = scene.deps.platform;
    scene.deps.platform.news = [...news].reverse().flatMap((each) => [each, each]);
    await scene.deps.deliver();
    await scene.deps.minutes(3);
    expect(told(scene).sort()).toEqual(BOTH);
  });

  it('stands in the history as well', async () => {
    const scene = completedInFlex(await begin());
    await scene.deps.deliver();
    const types = scene.deps.history.of(scene.conversationSid).flatMap(({ events }) => events);
    expect(types.map(({ type }) => type)).toEqual(expect.arrayContaining(BOTH));
  });
});

it('is found by the comparison, where its webhook is lost', async () => {
  const scene = await wrappingUp();
  scene.deps.advance(55);
  completedInFlex(scene);
  scene.deps.platform.news = scene.deps.platform.news.filter(({ kind }) => kind !== 'closed');
  await scene.deps.deliver();
  scene.deps.advance(10);
  await scene.deps.sweep();
  expect(told(scene)).toEqual(BOTH);
});

it('is found by the invite of a Resume that ends the wrap-up', async () => {
  const scene = await wrappingUp();
  scene.deps.twilio.fail('invite', 'closed');
  await resumeIt(scene.conversationSid, scene.deps.nextRun());
  expect(told(scene)).toEqual(BOTH);
});

describe('nothing of the kind is told', () => {
  it('where somebody closes it later', async () => {
    const scene = await paused();
    scene.deps.advance(61);
    closeChannel(scene);
    await scene.deps.deliver();
    expect(told(scene)).toEqual(['ConversationEnded']);
  });

  it('of End, in the wrap-up and just after it', async () => {
    const scene = await wrappingUp();
    await endIt(scene.conversationSid, scene.deps.nextRun());
    await scene.deps.deliver();
    expect(told(scene)).toEqual(['ConversationEnded']);
    const later = await paused();
    await endIt(later.conversationSid, later.deps.nextRun());
    await later.deps.deliver();
    expect(told(later)).toEqual(['ConversationEnded']);
  });

  it('of a leave that expires within a minute of its wrap-up', async () => {
    const settings = { ...BOTH_ON, leave: { ...BOTH_ON.leave, expiresAfter: 'PT1H' } };
    const scene = await leftWrappingUp({ settings });
    scene.deps.advance(3600 - 10);
    await completeIt(scene.conversationSid, scene.deps.nextRun());
    await scene.deps.deliver();
    scene.deps.advance(20);
    await scene.deps.sweep();
    await scene.deps.deliver();
    expect(record(scene).channelState).toBe('closed');
    expect(told(scene)).toEqual(['ConversationEnded']);
  });

  it('of a left conversation that comes back and ends', async () => {
    const scene = await left();
    scene.deps.platform.write(scene.conversationSid, 'carol');
    await scene.deps.deliver();
    await endIt(scene.conversationSid, scene.deps.nextRun());
    await scene.deps.deliver();
    expect(told(scene)).toEqual(['ConversationEnded']);
  });
});
