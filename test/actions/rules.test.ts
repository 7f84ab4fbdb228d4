import { DEFAULT_SETTINGS, type Settings } from '../../lambda/domain/settings';
import { plusSeconds } from '../../lambda/domain/time';
import { completeIt, endIt, leaveIt, pauseIt } from '../doubles/commands';
import { ALICE, NOW } from '../doubles/constants';
import { BOTH_ON, testDeps } from '../doubles/deps';
import { FOUR_HOURS, held as heldBy, type Scene } from './scenes';
import { NOTHING } from '../doubles/nothing';

const held = (settings: Settings = BOTH_ON) => heldBy({ settings });
const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);

/** The newest page of messages has one more, of which no webhook has told. */
function writesUnheard({ deps, conversationSid }: Scene, author: string): void {
  deps.platform.write(conversationSid, author);
  deps.loseNews();
}

/** What holds for Pause and Leave alike. */
describe.each([
  {
    option: 'Pause',
    act: pauseIt,
    off: { ...BOTH_ON, pause: { ...BOTH_ON.pause, enabled: false } },
    isWritten: { channelState: 'pause', customerRepliedAt: expect.any(String) as string },
  },
  {
    option: 'Leave',
    act: leaveIt,
    off: { ...BOTH_ON, leave: { ...BOTH_ON.leave, enabled: false } },
    isWritten: { channelState: 'active', leave: null, task: { purpose: 'reply' } },
  },
])('$option', ({ option, act, off, isWritten }) => {
  const asks = ({ deps, conversationSid }: Scene, body = {}) =>
    act(conversationSid, deps.nextRun(), { body });

  /** It is asked for and refused, and nothing is changed, at Twilio neither. */
  async function expectRefused(scene: Scene, code: string, body = {}): Promise<void> {
    const before = record(scene);
    expect(await asks(scene, body)).toMatchObject({ kind: 'refuse', code });
    expect(record(scene)).toBe(before);
    expect(scene.deps.timer.list()).toEqual([]);
    expect(scene.deps.twilio.callsOf('setParticipant')).toEqual([]);
  }

  it('is off by default', async () => {
    await expectRefused(await held(DEFAULT_SETTINGS), 'option-off');
  });

  it('turned off, is refused, and End is all that an agent has', async () => {
    const scene = await held(off);
    await expectRefused(scene, 'option-off');
    expect(await endIt(scene.conversationSid, scene.deps.nextRun())).toMatchObject({ kind: 'done' });
    expect(record(scene).channelState).toBe('closed');
  });

  it('turned off since, goes on where it was made before', async () => {
    const scene = await held();
    const { deps, conversationSid } = scene;
    await asks(scene);
    deps.store.set(off);
    await completeIt(conversationSid, deps.nextRun());
    await deps.deliver();
    deps.platform.write(conversationSid, 'carol');
    await deps.deliver();
    expect(record(scene)).toMatchObject(isWritten);
  });

  it('reads the newest messages and the conversation’s timers first: neither readable is 503, and nothing changes', async () => {
    const scene = await held();
    scene.deps.twilio.fail('newestMessages', 'unavailable');
    scene.deps.twilio.fail('conversation', 'unavailable');
    await expectRefused(scene, 'twilio-unavailable');
  });

  it.each(['newestMessages', 'conversation'] as const)(
    'is possible where only %s cannot be read',
    async (call) => {
      const scene = await held();
      scene.deps.twilio.fail(call, 'unavailable');
      expect(await asks(scene)).toMatchObject({ kind: 'done' });
    },
  );

  it('with `seenIndex` is refused by a customer’s message above it, and not by one that was seen', async () => {
    const scene = await held();
    for (let count = 0; count < 3; count++) writesUnheard(scene, 'carol');
    await expectRefused(scene, 'customer-replied', { seenIndex: 1 });
    expect(await asks(scene, { seenIndex: 2 })).toMatchObject({ kind: 'done' });
  });

  it('without `seenIndex` asks for nothing of the kind, and remembers the newest index', async () => {
    const scene = await held();
    for (let count = 0; count < 3; count++) writesUnheard(scene, 'carol');
    expect(await asks(scene)).toMatchObject({ kind: 'done' });
    expect(record(scene).lastMessageIndex).toBe(2);
  });

  it('is refused where Twilio would close the conversation sooner', async () => {
    const scene = await held();
    scene.deps.platform.conversations.get(scene.conversationSid)!.closesAt = plusSeconds(NOW, 3600);
    await expectRefused(scene, 'conversation-timer');
  });

  it('looks again after a minute: a customer’s message above the remembered index counts as written now', async () => {
    const scene = await held();
    await asks(scene);
    await completeIt(scene.conversationSid, scene.deps.nextRun());
    await scene.deps.deliver();
    writesUnheard(scene, 'carol');
    await scene.deps.minutes(2);
    expect(record(scene)).toMatchObject(isWritten);
  });

  it.each([
    ['an agent who held it', 'alice', {}],
    ['a configured bot', 'faq-bot', { botIdentities: ['faq-bot'] }],
  ])('is not disturbed by what %s writes in that minute', async (_who, author, settings) => {
    const scene = await held({ ...BOTH_ON, ...settings });
    await asks(scene);
    await completeIt(scene.conversationSid, scene.deps.nextRun());
    await scene.deps.deliver();
    const before = record(scene);
    writesUnheard(scene, author);
    await scene.deps.minutes(2);
    expect(record(scene)).toMatchObject({ channelState: before.channelState, customerRepliedAt: null });
  });

  it('without wrap-up closes the task at once', async () => {
    const scene = await held({ ...BOTH_ON, wrapUp: false });
    await asks(scene);
    await scene.deps.deliver();
    expect(scene.deps.twilio.callsOf('setParticipant')).toEqual(['setParticipant closed']);
    expect(record(scene)).toMatchObject({ wrapUp: null, task: null, pending: NOTHING });
  });

  it.each(['web', 'chat', 'sms'])('under hipaa is possible on %s', async (channelType) => {
    const deps = testDeps({ settings: { ...BOTH_ON, hipaa: true } });
    const { conversationSid } = await deps.heldConversation(ALICE, { channelType });
    expect(await act(conversationSid, deps.nextRun())).toMatchObject({ kind: 'done' });
  });

  it.each(['whatsapp', 'messenger', 'email', 'gbm', 'voice', 'custom', 'WEB'])(
    'under hipaa is refused on %s, before Twilio is asked anything',
    async (channelType) => {
      const deps = testDeps({ settings: { ...BOTH_ON, hipaa: true } });
      const { conversationSid, taskSid } = await deps.heldConversation(ALICE, { channelType });
      const calls = deps.twilio.calls.length;
      await expectRefused({ deps, conversationSid, taskSid }, 'channel-not-eligible');
      expect(deps.twilio.calls).toHaveLength(calls);
    },
  );

  it('holds no capacity from the end of its wrap-up', async () => {
    const scene = await held();
    const { deps, conversationSid } = scene;
    await asks(scene, option === 'Pause' ? { timeLimit: 'PT4H' } : {});
    expect(deps.platform.tasksOf(ALICE)).toHaveLength(1);
    await completeIt(conversationSid, deps.nextRun());
    expect(deps.platform.tasksOf(ALICE)).toEqual([]);
    deps.advance(FOUR_HOURS - 60);
    await deps.sweep();
    expect(deps.platform.tasksOf(ALICE)).toEqual([]);
    expect(deps.platform.channelOf(conversationSid).status).toBe('active');
  });
});
