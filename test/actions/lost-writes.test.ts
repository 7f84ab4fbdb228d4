import type { Deps } from '../../lambda/actions/ports';
import type { Conversation } from '../../lambda/domain/record';
import { completeIt, endIt, patchIt, pauseIt, resumeIt } from '../doubles/commands';
import { type TestDeps, testDeps } from '../doubles/deps';
import { NOTHING } from '../doubles/nothing';
import { held, paused } from './scenes';

/** A run for which so much happens, once, between a timer's start and the answer to it. */
function whileStarting(deps: TestDeps, happens: () => unknown): Deps {
  let isFirst = true;
  const start: Deps['timer']['start'] = async (name, input) => {
    await deps.timer.start(name, input);
    if (isFirst) await happens();
    isFirst = false;
  };
  return { ...deps.nextRun(), timer: { start, stop: (name) => deps.timer.stop(name) } };
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
    expect(result).toMatchObject({ kind: 'done', repeated: false, record: { pending: NOTHING } });
    expect(deps.timer.running()).toHaveLength(1);
    expect(deps.store.record(conversationSid).version).toBe(3);
  });

  describe('whose answer only was lost, and which others have overtaken', () => {
    it('is carried out', async () => {
      const { deps, conversationSid } = await held();
      deps.store.loseAnswers(1, async () => {
        deps.platform.write(conversationSid, 'carol');
        await deps.deliver();
      });
      expect(await pauseIt(conversationSid, deps.nextRun())).toMatchObject({ kind: 'done', repeated: false });
      expect(deps.timer.running()).toHaveLength(1);
      expect(deps.store.record(conversationSid)).toMatchObject({
        customerRepliedAt: deps.now(),
        pending: NOTHING,
      });
    });

    it('is granted, though it would be refused by now', async () => {
      const { deps, conversationSid } = await held();
      deps.store.loseAnswers(1, async () => {
        await patchIt(conversationSid, deps.nextRun(), { body: { note: 'first' } });
      });
      expect(await pauseIt(conversationSid, deps.nextRun())).toMatchObject({ kind: 'done', repeated: false });
      expect(deps.timer.running()).toHaveLength(1);
    });

    it('is carried out where it is news: the accept that a reservation makes ready', async () => {
      const { deps, conversationSid } = await paused();
      const run = deps.nextRun();
      let heard: Promise<void> | undefined;
      const invite: Deps['twilio']['invite'] = async (...given) => {
        const sent = await run.twilio.invite(...given);
        const written = new Promise<void>((resolve) =>
          deps.store.loseAnswers(1, async () => {
            resolve();
            await resumed;
          }),
        );
        heard = deps.deliver();
        await written;
        return sent;
      };
      const twilio = Object.assign(Object.create(run.twilio) as typeof run.twilio, { invite });
      const resumed = resumeIt(conversationSid, { ...run, twilio });
      await resumed;
      await heard;
      expect(deps.store.record(conversationSid)).toMatchObject({
        task: { status: 'assigned' },
        pending: NOTHING,
      });
    });

    it('gives way where they have ended the conversation', async () => {
      const { deps, conversationSid } = await held();
      deps.store.loseAnswers(1, async () => void (await endIt(conversationSid, deps.nextRun())));
      await pauseIt(conversationSid, deps.nextRun());
      await deps.minutes(3);
      expect(deps.store.record(conversationSid)).toMatchObject({ channelState: 'closed', pending: NOTHING });
      expect(deps.timer.running()).toEqual([]);
    });
  });

  it('while striking off is made good on what the other has written', async () => {
    const { deps, conversationSid } = await held();
    const slow = whileStarting(deps, () => endIt(conversationSid, deps.nextRun()));
    await pauseIt(conversationSid, slow);
    await deps.minutes(3);
    expect(deps.store.record(conversationSid)).toMatchObject({ channelState: 'closed', pending: NOTHING });
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

  it('of the first record of a conversation is made again', async () => {
    const deps = testDeps();
    deps.store.loseWrites(1);
    const { conversationSid, taskSid } = await deps.heldConversation();
    expect(deps.store.record(conversationSid)).toMatchObject({ version: 1, task: { taskSid } });
  });

  it('while striking off is made again, though the version before is by the same run', async () => {
    const { deps, conversationSid } = await held();
    await pauseIt(
      conversationSid,
      whileStarting(deps, () => deps.store.loseWrites(1)),
    );
    expect(deps.store.record(conversationSid).pending).toEqual({});
  });

  it('that is lost five times while striking off leaves it to the sweep, and nothing is carried out again', async () => {
    const { deps, conversationSid } = await held();
    await pauseIt(
      conversationSid,
      whileStarting(deps, () => deps.store.loseWrites(5)),
    );
    expect(deps.timer.calls).toHaveLength(1);
    expect(Object.keys(deps.store.record(conversationSid).pending)).toHaveLength(4);
  });

  it('is not made again where the sweep has struck off everything meanwhile', async () => {
    const { deps, conversationSid } = await held();
    let swept: Conversation | undefined;
    const sweepIt = async () => {
      deps.advance(60);
      await deps.sweep();
      swept = deps.store.record(conversationSid);
    };
    await pauseIt(conversationSid, whileStarting(deps, sweepIt));
    expect(swept).toMatchObject({ channelState: 'active', wrapUp: 'pause', pending: NOTHING });
    expect(deps.store.record(conversationSid)).toBe(swept);
  });
});
