import type { Deps } from '../../lambda/actions/ports';
import { endIt, pauseIt, resumeIt } from '../doubles/commands';
import type { TestDeps } from '../doubles/deps';
import { held, paused } from './scenes';

/** A run whose timer starts are carried out only when the other has been. */
function slowStart(deps: TestDeps, other: () => Promise<unknown>): Deps {
  const run = deps.nextRun();
  const start: Deps['timer']['start'] = async (name, input) => {
    await other();
    await deps.timer.start(name, input);
  };
  return { ...run, timer: { start, stop: (name) => deps.timer.stop(name) } };
}

describe('a timer whose start is still under way', () => {
  it.each([
    ['resume', resumeIt],
    ['end', endIt],
  ] as const)('when %s stops it is stopped again 60 s later', async (_name, act) => {
    const { deps, conversationSid } = await held();
    const slow = slowStart(deps, () => act(conversationSid, deps.nextRun()));
    await pauseIt(conversationSid, slow);
    expect(deps.timer.running()).toHaveLength(1);
    await deps.minutes(1);
    expect(deps.timer.running()).toEqual([]);
    expect(deps.store.record(conversationSid).pending).toEqual({});
  });
});

describe('at once', () => {
  it('resume and end: exactly one wins, and no task is left after an end', async () => {
    const { deps, conversationSid } = await paused();
    const results = await Promise.all([
      resumeIt(conversationSid, deps.nextRun()),
      endIt(conversationSid, deps.nextRun()),
    ]);
    await deps.minutes(2);
    const { channelState } = deps.store.record(conversationSid);
    const live = deps.twilio.liveTasks(conversationSid).length;
    expect(results.some(({ kind }) => kind === 'done')).toBe(true);
    expect(live).toBe(channelState === 'closed' ? 0 : 1);
    expect(deps.timer.running()).toEqual([]);
  });

  it('two resumes of the same agent make one task', async () => {
    const { deps, conversationSid } = await paused();
    const both = [resumeIt(conversationSid, deps.nextRun()), resumeIt(conversationSid, deps.nextRun())];
    expect(await Promise.all(both)).toMatchObject([{ kind: 'done' }, { kind: 'done' }]);
    await deps.minutes(2);
    expect(deps.twilio.callsOf('invite')).toHaveLength(1);
  });

  it('two pauses of the same agent make one pause', async () => {
    const { deps, conversationSid } = await held();
    const both = [pauseIt(conversationSid, deps.nextRun()), pauseIt(conversationSid, deps.nextRun())];
    expect(await Promise.all(both)).toMatchObject([{ kind: 'done' }, { kind: 'done' }]);
    expect(deps.timer.list()).toHaveLength(1);
  });
});
