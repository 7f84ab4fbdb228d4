import { completeIt, endIt, leaveIt, pauseIt } from '../doubles/commands';
import { BOTH_ON } from '../doubles/deps';
import { FOUR_HOURS, held, type Scene } from './scenes';
import { record } from './tried';

/** What others do at the same time, for Pause and Leave alike. */
describe.each([
  { option: 'Pause', act: pauseIt, length: { timeLimit: 'PT4H' }, seconds: FOUR_HOURS, place: 'pause' },
  { option: 'Leave', act: leaveIt, length: {}, seconds: 90 * 86_400, place: 'inactive' },
])('$option', ({ act, length, seconds, place }) => {
  const begin = () => held({ settings: BOTH_ON });
  const ask = ({ deps, conversationSid }: Scene) => act(conversationSid, deps.nextRun(), { body: length });

  function closesAtTwilio({ deps, conversationSid }: Scene): void {
    deps.platform.conversations.get(conversationSid)!.state = 'closed';
  }

  it.each([
    [-1, 'conversation-timer'],
    [0, undefined],
    [1, undefined],
  ])('of what Twilio would close %d s after its end is refused as %s', async (after, code) => {
    const scene = await begin();
    const { conversations } = scene.deps.platform;
    conversations.get(scene.conversationSid)!.closesAt = scene.deps.in(seconds + after);
    const { kind, ...refusal } = await ask(scene);
    expect(kind).toBe(code === undefined ? 'done' : 'refuse');
    expect('code' in refusal ? refusal.code : undefined).toBe(code);
  });

  it('is wrong-state of what somebody has ended in the same moment', async () => {
    const scene = await begin();
    const { deps, conversationSid } = scene;
    deps.store.beforeNextReplace(async () => void (await endIt(conversationSid, deps.nextRun())));
    expect(await ask(scene)).toMatchObject({ code: 'wrong-state', channelState: 'closed' });
  });

  it('is wrong-state of what the agent has just put aside otherwise, wrap-up and all', async () => {
    const scene = await begin();
    const { deps, conversationSid } = scene;
    deps.store.beforeNextReplace(async () => {
      await act(conversationSid, deps.nextRun(), { body: { reason: 'first' } });
      await completeIt(conversationSid, deps.nextRun());
      await deps.deliver();
    });
    expect(await ask(scene)).toMatchObject({ code: 'wrong-state', channelState: place });
  });

  it('is changed-meanwhile where the closing that it has found cannot be written for others', async () => {
    const scene = await begin();
    closesAtTwilio(scene);
    scene.deps.store.loseWrites(5);
    expect(await ask(scene)).toMatchObject({ kind: 'refuse', code: 'changed-meanwhile' });
    expect(record(scene).channelState).toBe('active');
  });

  it('fails where that cannot be written as the table does not answer', async () => {
    const scene = await begin();
    closesAtTwilio(scene);
    scene.deps.store.fail('replace', 1);
    await expect(ask(scene)).rejects.toThrow('the table does not answer');
  });
});
