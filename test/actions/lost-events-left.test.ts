import { takeLostEvents } from '../../lambda/actions/lost-events';
import { DAY } from '../../lambda/domain/time';
import { ALICE, BOB } from '../doubles/constants';
import { type TestDeps, testDeps } from '../doubles/deps';

let deps: TestDeps;
beforeEach(() => {
  deps = testDeps();
  deps.platform.listsEvents = true;
});

/** An agent accepts, and only the event list tells. */
function accepted() {
  const task = deps.platform.startConversation();
  deps.platform.accept(task.taskSid, ALICE);
  deps.loseNews();
  return task;
}

/** An agent is deleted, and only the event list tells. */
function deleted(workerSid: string): void {
  deps.platform.deleteWorker(workerSid);
  deps.loseNews();
}

const complaints = () => deps.lines.filter(({ level }) => level !== 'info');

describe('events of the list', () => {
  it('for which there is no time are left, and found by a sweep days later', async () => {
    const { conversationSid, taskSid } = accepted();
    await takeLostEvents(deps.nextRun(), () => false);
    expect(deps.store.has(conversationSid)).toBe(false);
    deps.advance(3 * DAY);
    await deps.sweep();
    expect(deps.store.record(conversationSid).task).toMatchObject({ taskSid });
  });

  it('that tell of a deleted agent are taken, and the list goes on behind them', async () => {
    deleted(BOB);
    await deps.sweep();
    expect(complaints()).toEqual([]);
    expect(await deps.store.readEventCursor()).toEqual({ at: Date.parse(deps.now()), failures: 0 });
  });

  it('that fail are logged with the conversation that they are about', async () => {
    const { conversationSid } = accepted();
    deps.store.fail('read', 1, conversationSid);
    await deps.sweep();
    const fields = { about: conversationSid, error: 'Error' };
    expect(complaints()).toEqual([{ level: 'error', message: 'event not taken', fields }]);
  });

  it('that fail are logged with the agent whom they are about', async () => {
    deleted(BOB);
    deps.handovers.fail('read', 1);
    await deps.sweep();
    const fields = { about: BOB, error: 'Error' };
    expect(complaints()).toEqual([{ level: 'error', message: 'event not taken', fields }]);
  });
});

describe('the event list', () => {
  it('that is empty is nothing to complain about', async () => {
    expect(await deps.sweep()).toMatchObject({ events: 0 });
    expect(complaints()).toEqual([]);
  });

  it('that cannot be read in time, and has nothing in any window, is nothing to complain about', async () => {
    deps.twilio.fail('events', 'unavailable');
    expect(await deps.sweep()).toMatchObject({ events: 0 });
    expect(complaints()).toEqual([]);
  });

  it.each(['credentials', 'refused', 'not-found'] as const)(
    'is asked for once only by a sweep where Twilio fails as %s, and that is logged',
    async (how) => {
      deps.twilio.fail('events', how);
      await deps.sweep();
      expect(deps.twilio.callsOf('events')).toHaveLength(1);
      const fields = { error: 'TwilioError' };
      expect(complaints()).toEqual([{ level: 'warn', message: 'event list not read', fields }]);
    },
  );
});
