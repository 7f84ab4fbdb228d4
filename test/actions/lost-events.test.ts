import { takeLostEvents } from '../../lambda/actions/lost-events';
import { TwilioError } from '../../lambda/actions/ports';
import { DAY, instant } from '../../lambda/domain/time';
import { AS_BOB, pauseIt, resumeIt } from '../doubles/commands';
import { ALICE, BOB } from '../doubles/constants';
import { testDeps } from '../doubles/deps';
import { NOTHING } from '../doubles/nothing';

/** Twilio keeps its event list, and every webhook gets lost. */
function withoutWebhooks() {
  const deps = testDeps();
  deps.platform.listsEvents = true;
  return deps;
}

async function minuteWithoutWebhooks(deps: ReturnType<typeof testDeps>): Promise<void> {
  deps.loseNews();
  deps.advance(60);
  await deps.sweep();
}

/** What is accepted while nothing is told and no sweep runs for days is found by the next sweep. */
async function expectFoundAfterDays(deps: ReturnType<typeof testDeps>): Promise<void> {
  const { conversationSid, taskSid } = deps.platform.startConversation();
  deps.platform.accept(taskSid, ALICE);
  deps.loseNews();
  deps.advance(3 * DAY);
  await deps.sweep();
  expect(deps.store.record(conversationSid).task).toMatchObject({ taskSid, status: 'assigned' });
}

describe('events that got lost', () => {
  it('are found in the event list by the next sweep: an accept', async () => {
    const deps = withoutWebhooks();
    const { conversationSid, taskSid } = deps.platform.startConversation();
    deps.platform.accept(taskSid, ALICE);
    await minuteWithoutWebhooks(deps);
    expect(deps.store.record(conversationSid)).toMatchObject({
      agentIdentities: ['alice'],
      task: { taskSid, workerSid: ALICE, status: 'assigned' },
    });
  });

  it('carry a pause from its wrap-up to the invite through the workflow, and its accept', async () => {
    const deps = withoutWebhooks();
    const { conversationSid, taskSid } = deps.platform.startConversation();
    deps.platform.accept(taskSid, ALICE);
    await minuteWithoutWebhooks(deps);
    await pauseIt(conversationSid, deps.nextRun());
    deps.platform.endTask(deps.platform.task(taskSid), 'completed');
    await minuteWithoutWebhooks(deps);
    expect(deps.store.record(conversationSid)).toMatchObject({ channelState: 'pause', pending: NOTHING });
    deps.platform.workers.get(ALICE)!.available = false;
    await resumeIt(conversationSid, deps.nextRun());
    const next = deps.twilio.liveTasks(conversationSid)[0]!;
    deps.platform.accept(next.taskSid, ALICE);
    await minuteWithoutWebhooks(deps);
    expect(deps.store.record(conversationSid).task).toMatchObject({
      taskSid: next.taskSid,
      status: 'assigned',
    });
  });

  it('are read at first from one hour before, then from the last event less two minutes', async () => {
    const deps = withoutWebhooks();
    const first = deps.now();
    await deps.sweep();
    const { taskSid } = deps.platform.startConversation();
    deps.platform.accept(taskSid, ALICE);
    const last = Date.parse(deps.now());
    await deps.sweep();
    const readBefore = deps.twilio.callsOf('events').length;
    deps.advance(86_400);
    await deps.sweep();
    const since = deps.twilio.callsOf('events').map((call) => call.split(' ')[1]!);
    expect(instant(new Date(since[0]!))).toBe(instant(new Date(Date.parse(first) - 3_600_000)));
    expect(instant(new Date(since[readBefore]!))).toBe(instant(new Date(last - 120_000)));
  });

  it('are found after an outage of days, also where there had been none before it', async () => {
    const deps = withoutWebhooks();
    await deps.sweep();
    await expectFoundAfterDays(deps);
  });

  it('are found after an outage of days, also where the very first reading of the list had failed', async () => {
    const deps = withoutWebhooks();
    deps.twilio.fail('events', 'unavailable', 2);
    await deps.sweep();
    await expectFoundAfterDays(deps);
  });

  it('are read in windows that grow, where the whole list cannot be read in time', async () => {
    const deps = withoutWebhooks();
    const { conversationSid, taskSid } = deps.platform.startConversation();
    deps.platform.accept(taskSid, ALICE);
    await minuteWithoutWebhooks(deps);
    deps.advance(3 * 3600);
    deps.platform.endTask(deps.platform.task(taskSid), 'completed');
    deps.twilio.fail('events', 'unavailable');
    await minuteWithoutWebhooks(deps);
    expect(deps.store.record(conversationSid).task).toBeNull();
  });

  it('are asked for once only by a sweep that hears 429', async () => {
    const deps = withoutWebhooks();
    const run = deps.nextRun();
    const events = jest.fn(() => Promise.reject(new TwilioError('list events', 'unavailable', 429)));
    run.twilio.events = events;
    await takeLostEvents(run, () => true);
    expect(events).toHaveBeenCalledTimes(1);
  });

  it('are read by dates of Twilio alone, however far our clock is ahead', async () => {
    const deps = withoutWebhooks();
    const { conversationSid, taskSid } = deps.platform.startConversation();
    deps.platform.accept(taskSid, ALICE);
    await minuteWithoutWebhooks(deps);
    const accepted = Date.parse(deps.now());
    const ahead = { ...deps.nextRun(), now: () => new Date(accepted + 60 * 86_400_000) };
    await takeLostEvents(ahead, () => true);
    deps.platform.endTask(deps.platform.task(taskSid), 'completed');
    deps.loseNews();
    await takeLostEvents(ahead, () => true);
    expect(deps.store.record(conversationSid).task).toBeNull();
  });

  it('tell of an accept that is older than the last one: the conversation has moved on', async () => {
    const deps = withoutWebhooks();
    const { conversationSid, taskSid } = deps.platform.startConversation();
    const second = deps.platform.invite(deps.platform.channelOf(conversationSid), {
      ...{ workspace_sid: 'WS', workflow_sid: 'WW', attributes: {}, priority: 0, timeout: 3600 },
    });
    deps.platform.accept(taskSid, ALICE);
    deps.loseNews();
    deps.advance(1);
    deps.platform.accept(second.taskSid, BOB);
    await deps.deliver();
    await pauseIt(conversationSid, deps.nextRun(), { caller: AS_BOB });
    await minuteWithoutWebhooks(deps);
    const record = deps.store.record(conversationSid);
    expect(record).toMatchObject({ pause: { workerSid: BOB }, task: { taskSid: second.taskSid } });
    expect(record.formerTasks).toContainEqual({ taskSid, over: false });
  });

  it('that fail are read again by the next sweep', async () => {
    const deps = withoutWebhooks();
    const { conversationSid, taskSid } = deps.platform.startConversation();
    deps.platform.accept(taskSid, ALICE);
    deps.store.fail('read', 1, conversationSid);
    await minuteWithoutWebhooks(deps);
    expect(deps.store.has(conversationSid)).toBe(false);
    await minuteWithoutWebhooks(deps);
    expect(deps.store.record(conversationSid).task).toMatchObject({ taskSid });
  });

  it('that fail once after an outage of days are not given up', async () => {
    const deps = withoutWebhooks();
    await deps.heldConversation();
    await minuteWithoutWebhooks(deps);
    const missed = deps.platform.startConversation();
    deps.platform.accept(missed.taskSid, BOB);
    deps.advance(3 * 86_400);
    const later = deps.platform.startConversation();
    deps.platform.accept(later.taskSid, ALICE);
    deps.store.fail('read', 1, missed.conversationSid);
    await minuteWithoutWebhooks(deps);
    await minuteWithoutWebhooks(deps);
    expect(deps.store.has(missed.conversationSid)).toBe(true);
    expect(deps.store.has(later.conversationSid)).toBe(true);
  });

  it('that fail now and then, with hours between two sweeps, are not given up', async () => {
    const deps = withoutWebhooks();
    const { conversationSid, taskSid } = deps.platform.startConversation();
    deps.platform.accept(taskSid, ALICE);
    deps.store.fail('read', 5, conversationSid);
    for (let sweep = 0; sweep < 6; sweep++) {
      await minuteWithoutWebhooks(deps);
      deps.advance(2 * 3600);
    }
    expect(deps.store.has(conversationSid)).toBe(true);
  });

  it('that fail for an hour of sweeps that wrote others are given up, and those behind them taken', async () => {
    const deps = withoutWebhooks();
    const { conversationSid, taskSid } = deps.platform.startConversation();
    deps.platform.accept(taskSid, ALICE);
    deps.store.fail('read', 1_000, conversationSid);
    for (let minute = 0; minute < 59; minute++) {
      deps.platform.accept(deps.platform.startConversation().taskSid, BOB);
      await minuteWithoutWebhooks(deps);
    }
    expect((await deps.store.readEventCursor())?.failures).toBe(59);
    const next = deps.platform.startConversation();
    deps.platform.accept(next.taskSid, BOB);
    for (let minute = 0; minute < 3; minute++) {
      deps.platform.accept(deps.platform.startConversation().taskSid, BOB);
      await minuteWithoutWebhooks(deps);
    }
    expect(deps.lines).toContainEqual(expect.objectContaining({ message: 'event given up' }));
    expect(deps.valuesOf('EventsGivenUp')).toEqual([1]);
    deps.platform.endTask(deps.platform.task(next.taskSid), 'completed');
    await minuteWithoutWebhooks(deps);
    expect(deps.store.record(next.conversationSid).task).toBeNull();
  });

  it('that fail while no record can be written are not given up, however long that lasts', async () => {
    const deps = withoutWebhooks();
    await deps.heldConversation();
    await minuteWithoutWebhooks(deps);
    const missed: string[] = [];
    for (let minute = 0; minute < 150; minute++) {
      if (minute % 10 === 0) {
        const { conversationSid, taskSid } = deps.platform.startConversation();
        deps.store.fail('replace', 1_000, conversationSid);
        deps.platform.accept(taskSid, ALICE);
        missed.push(conversationSid);
      }
      await minuteWithoutWebhooks(deps);
    }
    for (const conversationSid of missed) deps.store.fail('replace', 0, conversationSid);
    await minuteWithoutWebhooks(deps);
    expect(missed.filter((conversationSid) => !deps.store.has(conversationSid))).toEqual([]);
  });

  it('that fail count as often as a sweep has written another record, whatever for', async () => {
    const deps = withoutWebhooks();
    const { conversationSid } = await deps.heldConversation();
    await pauseIt(conversationSid, deps.nextRun(), { body: { timeLimit: 'PT1M' } });
    const missed = deps.platform.startConversation();
    deps.platform.accept(missed.taskSid, BOB);
    deps.store.fail('read', 1_000, missed.conversationSid);
    await minuteWithoutWebhooks(deps);
    const failures = async () => (await deps.store.readEventCursor())?.failures;
    const before = await failures();
    await minuteWithoutWebhooks(deps); // the deadline is a minute overdue
    expect(await failures()).toBe(before! + 1);
  });

  it('do not stop the sweep when the list cannot be read', async () => {
    const deps = withoutWebhooks();
    deps.twilio.fail('events', 'unavailable', 2);
    expect(await deps.sweep()).toMatchObject({ events: 0 });
    expect(deps.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', message: 'event list not read' }),
    );
  });

  it('and those that came as webhooks too change nothing', async () => {
    const deps = withoutWebhooks();
    const { conversationSid } = await deps.heldConversation();
    const before = deps.store.record(conversationSid);
    expect(await deps.sweep()).toMatchObject({ events: 1 });
    expect(deps.store.record(conversationSid)).toBe(before);
  });

  it('cost one read for each conversation of which they tell, where they tell nothing new', async () => {
    const deps = withoutWebhooks();
    for (const workerSid of [ALICE, BOB]) {
      const { taskSid } = await deps.heldConversation(workerSid);
      const task = deps.platform.task(taskSid);
      deps.platform.wrapUp(task);
      deps.platform.endTask(task, 'completed');
      await deps.deliver();
    }
    deps.store.calls.length = 0;
    expect(await takeLostEvents(deps.nextRun(), () => true)).toBe(6);
    expect(deps.store.calls.filter((call) => call === 'read')).toHaveLength(2);
  });

  it('are decided on what the one before has changed', async () => {
    const deps = withoutWebhooks();
    const { conversationSid, taskSid } = deps.platform.startConversation();
    deps.platform.accept(taskSid, ALICE);
    deps.platform.wrapUp(deps.platform.task(taskSid));
    deps.loseNews();
    deps.store.calls.length = 0;
    await takeLostEvents(deps.nextRun(), () => true);
    expect(deps.store.record(conversationSid)).toMatchObject({ version: 2, task: { status: 'wrapping' } });
    expect(deps.store.calls.filter((call) => call === 'read')).toHaveLength(1);
  });
});
