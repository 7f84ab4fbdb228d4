import { completeIt, endIt, pauseIt, resumeIt } from '../doubles/commands';
import { testDeps } from '../doubles/deps';

async function held() {
  const deps = testDeps();
  return { deps, ...(await deps.heldConversation()) };
}

describe('a lost write', () => {
  it.each([1, 4])('is read and decided again: %d times', async (times) => {
    const { deps, conversationSid } = await held();
    deps.store.loseWrites(times);
    expect(await pauseIt(conversationSid, deps.nextRun())).toMatchObject({ kind: 'done', repeated: false });
    expect(deps.timer.running()).toHaveLength(1);
  });

  it('that is lost five times is refused as changed-meanwhile, and nothing was called', async () => {
    const { deps, conversationSid } = await held();
    deps.store.loseWrites(5);
    deps.store.calls.length = 0;
    expect(await pauseIt(conversationSid, deps.nextRun())).toMatchObject({ code: 'changed-meanwhile' });
    expect(deps.store.calls.filter((call) => call === 'replace')).toHaveLength(5);
    expect(deps.timer.list()).toEqual([]);
  });

  it('is not decided on the next task: what was asked twice is done once', async () => {
    const { deps, conversationSid } = await held();
    deps.store.beforeNextReplace(async () => {
      await pauseIt(conversationSid, deps.nextRun(), { body: { note: 'first' } });
      await completeIt(conversationSid, deps.nextRun());
      await resumeIt(conversationSid, deps.nextRun());
      await deps.deliver();
    });
    expect(await pauseIt(conversationSid, deps.nextRun())).toMatchObject({ code: 'changed-meanwhile' });
    expect(deps.store.record(conversationSid)).toMatchObject({ channelState: 'active', pause: null });
  });

  it('is decided on what the other has written: End wins, Pause is refused', async () => {
    const { deps, conversationSid } = await held();
    deps.store.beforeNextReplace(async () => void (await endIt(conversationSid, deps.nextRun())));
    const result = await pauseIt(conversationSid, deps.nextRun());
    expect(result).toMatchObject({ code: 'wrong-state', channelState: 'closed' });
    expect(deps.timer.list()).toEqual([]);
  });

  it('whose answer only was lost counts as written', async () => {
    const { deps, conversationSid } = await held();
    deps.store.loseAnswers(1);
    const result = await pauseIt(conversationSid, deps.nextRun());
    expect(result).toMatchObject({ kind: 'done', repeated: false, record: { pending: {} } });
    expect(deps.timer.running()).toHaveLength(1);
    expect(deps.store.record(conversationSid).version).toBe(3);
  });

  it('while striking off is made good on what the other has written', async () => {
    const { deps, conversationSid } = await held();
    const run = deps.nextRun();
    const slow: typeof run = {
      ...run,
      timer: {
        ...run.timer,
        start: async (name, input) => {
          await deps.timer.start(name, input);
          await endIt(conversationSid, deps.nextRun());
        },
        stop: (name) => deps.timer.stop(name),
      },
    };
    await pauseIt(conversationSid, slow);
    await deps.minutes(3);
    expect(deps.store.record(conversationSid)).toMatchObject({ channelState: 'closed', pending: {} });
    expect(deps.timer.running()).toEqual([]);
  });

  it('a table that fails while striking off leaves it to the sweep', async () => {
    const { deps, conversationSid } = await held();
    const run = deps.nextRun();
    deps.store.beforeNextReplace(() => deps.store.fail('replace', 1));
    expect(await pauseIt(conversationSid, run)).toMatchObject({ kind: 'done' });
    expect(Object.values(deps.store.record(conversationSid).pending).map(({ kind }) => kind)).toEqual([
      'start-timer',
      'wrap-up-task',
      'write-history',
      'publish-event',
    ]);
    await deps.minutes(1);
    expect(deps.store.record(conversationSid).pending).toEqual({});
    expect(deps.timer.running()).toHaveLength(1);
  });
});
