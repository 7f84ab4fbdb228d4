import { deadline } from '../../lambda/actions/deadline';
import { completeIt, pauseIt, resumeIt } from '../doubles/commands';
import { type TestDeps, testDeps } from '../doubles/deps';
import { FOUR_HOURS } from './scenes';

/** Sixty at once, where Step Functions takes twenty-five stops. */
const RESUMED = 60;
const TAKEN = 25;

/** Many pauses are resumed at one moment, and most of their timers' stops are throttled. */
async function massResume(): Promise<{ deps: TestDeps; sids: string[] }> {
  const deps = testDeps();
  const sids: string[] = [];
  for (let number = 0; number < RESUMED; number++) {
    const { conversationSid } = await deps.heldConversation();
    await pauseIt(conversationSid, deps.nextRun(), { body: { timeLimit: 'PT4H' } });
    await completeIt(conversationSid, deps.nextRun());
    sids.push(conversationSid);
  }
  deps.loseNews();
  deps.timer.fail('stop', RESUMED - TAKEN);
  for (const each of sids) await resumeIt(each, deps.nextRun());
  return { deps, sids };
}

const owing = ({ store }: TestDeps, sids: readonly string[]) =>
  sids.filter((each) => Object.values(store.record(each).pending).some(({ kind }) => kind === 'stop-timer'));

describe('stops that Step Functions throttles', () => {
  it('keep no conversation from its agent, and stay owed', async () => {
    const { deps, sids } = await massResume();
    expect(sids.map((each) => deps.store.record(each).pause)).toEqual(sids.map(() => null));
    expect(sids.map((each) => deps.twilio.liveTasks(each).length)).toEqual(sids.map(() => 1));
    expect(owing(deps, sids)).toHaveLength(RESUMED - TAKEN);
  });

  it('are made up for by the sweep', async () => {
    const { deps, sids } = await massResume();
    await deps.minutes(2);
    expect(owing(deps, sids)).toEqual([]);
    expect(deps.timer.running()).toEqual([]);
  });

  it('leave timers that do nothing when they fire', async () => {
    const { deps, sids } = await massResume();
    const [late] = deps.timer.running();
    const before = deps.store.record(sids.at(0)!);
    deps.advance(FOUR_HOURS);
    await deadline(late!.input, deps.nextRun());
    expect(deps.twilio.liveTasks(late!.input.conversationSid)).toHaveLength(1);
    expect(deps.store.record(sids.at(0)!)).toBe(before);
  });
});
