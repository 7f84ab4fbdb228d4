import { sweep } from '../../lambda/actions/sweep';
import { completeIt, pauseIt } from '../doubles/commands';
import { sid } from '../doubles/constants';
import { type TestDeps, testDeps } from '../doubles/deps';
import { FOUR_HOURS, held, paused, wrappingUp } from './scenes';
import { NOTHING } from '../doubles/nothing';

/** Paused conversations without a timer: what the sweep has to find. */
async function manyPaused(count: number): Promise<{ deps: TestDeps; sids: string[] }> {
  const deps = testDeps();
  const sids: string[] = [];
  for (let number = 0; number < count; number++) {
    const { conversationSid } = await deps.heldConversation();
    await pauseIt(conversationSid, deps.nextRun(), { body: { timeLimit: 'PT4H' } });
    await completeIt(conversationSid, deps.nextRun());
    sids.push(conversationSid);
  }
  deps.loseNews();
  return { deps, sids };
}

describe('the sweep', () => {
  it('has nothing to do when nothing is due', async () => {
    const { deps } = await paused();
    deps.store.calls.length = 0;
    expect(await deps.sweep()).toEqual({
      ...{ records: 0, failed: 0, owed: 0, oldestOwedSeconds: 0, handedOver: 0, events: 0, compared: 0 },
    });
    expect(deps.store.calls).not.toContain('replace');
  });

  it('asks once what is due, where that is not more than one page', async () => {
    const { deps } = await manyPaused(3);
    deps.advance(FOUR_HOURS + 60);
    deps.store.calls.length = 0;
    await deps.sweep();
    const compared = 1; // of which nothing is due
    expect(deps.store.calls.filter((call) => call === 'due')).toHaveLength(1 + compared);
  });

  it('takes a deadline that is one minute overdue, not sooner', async () => {
    const { deps, conversationSid } = await paused();
    deps.advance(FOUR_HOURS + 59);
    await deps.sweep();
    expect(deps.store.record(conversationSid).channelState).toBe('pause');
    deps.advance(1);
    await deps.sweep();
    expect(deps.store.record(conversationSid)).toMatchObject({
      task: { purpose: 'reassign' },
      pending: NOTHING,
    });
  });

  it('finds everything however long it was down', async () => {
    const { deps, sids } = await manyPaused(3);
    deps.advance(40 * 86_400);
    expect(await deps.sweep()).toMatchObject({ records: 3, failed: 0 });
    expect(sids.map((each) => deps.twilio.liveTasks(each).length)).toEqual([1, 1, 1]);
  });

  it('reads the record itself, not the index, which may be behind', async () => {
    const { deps, conversationSid } = await paused();
    deps.store.indexIsBehind('wake', [conversationSid, `CH${'0'.repeat(32)}`]);
    const before = deps.store.record(conversationSid);
    await deps.sweep();
    expect(deps.store.record(conversationSid)).toBe(before);
  });

  it('leaves alone what somebody is at, until that lease is over', async () => {
    const { deps, conversationSid } = await wrappingUp();
    const record = deps.store.record(conversationSid);
    const taken = { by: 'run-x', at: deps.now() };
    const owed = {
      kind: 'stop-timer',
      name: 'x',
      until: null,
      attempts: 1,
      notBefore: null,
      after: [],
      taken,
    };
    deps.store.put({ ...record, pending: { x: owed }, wakeAt: deps.in(60) } as typeof record);
    deps.timer.calls.length = 0;
    deps.advance(59);
    await deps.sweep();
    expect(deps.timer.calls).toEqual([]);
    deps.advance(1);
    await deps.sweep();
    expect(deps.timer.calls).toEqual(['stop x']);
  });

  it('twice at once does everything once', async () => {
    const { deps, sids } = await manyPaused(5);
    deps.advance(FOUR_HOURS + 60);
    await Promise.all([deps.sweep(), deps.sweep()]);
    expect(sids.map((each) => deps.twilio.liveTasks(each).length)).toEqual([1, 1, 1, 1, 1]);
    expect(deps.twilio.callsOf('invite')).toHaveLength(5);
  });

  it('is not stopped by a record that fails each time', async () => {
    const { deps, sids } = await manyPaused(3);
    deps.store.fail('read', 100, sids[0]);
    deps.advance(FOUR_HOURS + 60);
    expect(await deps.sweep()).toMatchObject({ records: 2, failed: 1 });
    expect(sids.map((each) => deps.twilio.liveTasks(each).length)).toEqual([0, 1, 1]);
    expect(deps.lines).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'sweep of a record failed' }),
    );
  });

  it('takes more records than one page has', async () => {
    const { deps, sids } = await manyPaused(130);
    deps.advance(FOUR_HOURS + 60);
    expect(await deps.sweep()).toMatchObject({ records: 130 });
    expect(deps.twilio.callsOf('invite')).toHaveLength(sids.length);
  });

  it('tries a record that fails once, however many pages there are', async () => {
    const { deps, sids } = await manyPaused(101);
    deps.store.fail('read', 100, sids[0]);
    deps.advance(FOUR_HOURS + 60);
    expect(await deps.sweep()).toMatchObject({ records: 100, failed: 1 });
  });

  it.each([
    [21_999, 1],
    [22_000, 0],
  ])('of %d ms begins with %d records more', async (milliseconds, records) => {
    const { deps } = await manyPaused(1);
    deps.advance(FOUR_HOURS + 60);
    expect(await sweep(deps.nextRun(), () => milliseconds)).toMatchObject({ records });
  });

  it.each([
    [29_999, 1],
    [30_000, 0],
  ])('of %d ms reads the event list %d times', async (milliseconds, times) => {
    const deps = testDeps();
    await sweep(deps.nextRun(), () => milliseconds);
    expect(deps.twilio.callsOf('events')).toHaveLength(times);
  });

  it('leaves alone what owes nothing any more, though the index is behind', async () => {
    const { deps, conversationSid } = await held();
    const before = deps.store.record(conversationSid);
    deps.store.indexIsBehind('wake', [conversationSid]);
    expect(await deps.sweep()).toMatchObject({ records: 1, failed: 0 });
    expect(deps.store.record(conversationSid)).toBe(before);
  });

  it('does not fail with a conversation whose record is gone, though the index is behind', async () => {
    const deps = testDeps();
    deps.store.indexIsBehind('wake', [sid('CH', 77)]);
    expect(await deps.sweep()).toMatchObject({ records: 1, failed: 0 });
  });

  it('begins nothing new when its time is up, and the next one goes on', async () => {
    const { deps } = await manyPaused(30);
    deps.advance(FOUR_HOURS + 60);
    let milliseconds = 0;
    const first = await sweep(deps.nextRun(), () => (milliseconds += 1000));
    expect(first.records).toBeLessThan(30);
    expect(first.compared).toBe(0);
    const second = await deps.sweep();
    expect(first.records + second.records).toBe(30);
  });

  it('tries what fails ever more rarely, and does not lose it', async () => {
    const { deps, conversationSid } = await wrappingUp();
    deps.twilio.fail('setParticipant', 'unavailable', 4);
    await completeIt(conversationSid, deps.nextRun());
    const tries = () => deps.twilio.callsOf('setParticipant').length;
    const seen: number[] = [];
    for (let minute = 0; minute < 16; minute++) {
      await deps.minutes(1);
      seen.push(tries());
    }
    expect(seen[0]).toBe(3);
    expect(seen[2]).toBe(4);
    expect(seen[6]).toBe(5);
    expect(seen[14]).toBe(6);
    expect(deps.store.record(conversationSid)).toMatchObject({ channelState: 'pause', pending: NOTHING });
  });
});
