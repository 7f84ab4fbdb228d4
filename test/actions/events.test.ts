import { AS_ADMIN, AS_SUPERVISOR, endIt, leaveIt, patchIt, pauseIt, resumeIt } from '../doubles/commands';
import { ALICE, sid } from '../doubles/constants';
import { BOTH_ON, PAUSE_ON, type TestDeps, testDeps } from '../doubles/deps';
import { FOUR_HOURS, held, paused } from './scenes';
import { NOTHING } from '../doubles/nothing';

const HOUR = 3600;
const DAY = 24 * HOUR;
const REPLY_RESUMES = { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, onCustomerReply: 'resume' as const } };

/** Who did what, as the history has it. */
function told(deps: TestDeps, conversationSid: string): string[] {
  return deps.history
    .of(conversationSid)
    .flatMap(({ events, by }) => events.map(({ type }) => `${type} by ${by}`));
}

describe('what happens is published and written down', () => {
  it('by the action itself, in one call each, and nothing more is owed', async () => {
    const { deps, conversationSid } = await held();
    deps.store.calls.length = 0;
    const result = await pauseIt(conversationSid, deps.nextRun(), { body: { note: 'waits' } });
    expect(result).toMatchObject({ kind: 'done', record: { pending: NOTHING } });
    expect(deps.bus.calls).toBe(1);
    expect(deps.history.calls).toEqual(['write']);
    expect(deps.store.calls).toEqual(['read', 'replace', 'replace']);
  });

  it('as the conversation was then', async () => {
    const { deps, conversationSid } = await held();
    await pauseIt(conversationSid, deps.nextRun(), { body: { note: 'waits' } });
    const [{ type, at, detail } = { type: '', at: '', detail: undefined }, ...others] = deps.bus.taken;
    expect(others).toEqual([]);
    expect({ type, at }).toEqual({ type: 'ConversationPaused', at: deps.now() });
    expect(detail).toMatchObject({
      conversationSid,
      version: 2,
      wrapUp: 'pause',
      pause: { note: 'waits', mark: 'later' },
      at: deps.now(),
      by: ALICE,
    });
    const [entry] = deps.history.of(conversationSid);
    expect(entry).toMatchObject({ version: 2, events: [{ eventId: detail?.eventId, type }] });
  });

  it('with its cause', async () => {
    const { deps, conversationSid } = await paused({ settings: REPLY_RESUMES });
    await patchIt(conversationSid, deps.nextRun(), { caller: AS_SUPERVISOR, body: { note: 'asked' } });
    deps.platform.write(conversationSid, 'carol');
    await deps.deliver();
    await pauseIt(conversationSid, deps.nextRun(), { body: { timeLimit: 'PT4H' } });
    deps.advance(FOUR_HOURS);
    await deps.fireTimers();
    await endIt(conversationSid, deps.nextRun(), { caller: AS_ADMIN });
    expect(told(deps, conversationSid)).toEqual([
      `ConversationPaused by ${ALICE}`,
      `PauseChanged by ${AS_SUPERVISOR.workerSid}`,
      'CustomerReplied by customer',
      'ConversationResumed by customer',
      `ConversationPaused by ${ALICE}`,
      'ConversationReassigned by deadline',
      'ConversationEnded by system', // a person without a worker: an identity may be an address
    ]);
    expect(deps.bus.types()).toHaveLength(7);
  });

  it('by the deadline also where the sweep takes it', async () => {
    const { deps, conversationSid } = await paused();
    deps.advance(FOUR_HOURS + 60);
    await deps.sweep();
    expect(told(deps, conversationSid).at(-1)).toBe('ConversationReassigned by deadline');
  });

  it('by the system where nobody did it: an invite that is lost, a leave that expires, a channel found closed', async () => {
    const deps = testDeps({ settings: BOTH_ON });
    const left = await deps.heldConversation();
    await leaveIt(left.conversationSid, deps.nextRun());
    await deps.deliver();
    deps.advance(90 * DAY);
    await deps.sweep();
    expect(told(deps, left.conversationSid)).toEqual([
      `ConversationLeft by ${ALICE}`,
      'ConversationEnded by system',
    ]);
    const scene = await paused();
    scene.deps.platform.workers.get(ALICE)!.available = false;
    await resumeIt(scene.conversationSid, scene.deps.nextRun());
    scene.deps.platform.endTask(scene.deps.twilio.liveTasks(scene.conversationSid)[0]!, 'canceled');
    await scene.deps.deliver();
    scene.deps.platform.closeChannel(scene.deps.platform.channelOf(scene.conversationSid), true);
    await scene.deps.deliver();
    expect(told(scene.deps, scene.conversationSid).slice(2)).toEqual([
      'InviteLost by system',
      'ConversationEnded by system',
    ]);
  });
});

describe('a bus that fails', () => {
  it('leaves the event owed, and keeps nothing else back', async () => {
    const { deps, conversationSid, taskSid } = await held();
    deps.bus.fail(1);
    const result = await pauseIt(conversationSid, deps.nextRun());
    expect(result).toMatchObject({ kind: 'done', record: { wrapUp: 'pause' } });
    const { pending } = deps.store.record(conversationSid);
    expect(Object.values(pending).map(({ kind }) => kind)).toEqual(['publish-event']);
    expect(deps.platform.task(taskSid).status).toBe('wrapping');
    expect(deps.timer.running()).toHaveLength(1);
  });

  it('hears it later, as it was then and under the same id', async () => {
    const { deps, conversationSid } = await held();
    deps.bus.fail(1);
    await pauseIt(conversationSid, deps.nextRun());
    const [entry] = deps.history.of(conversationSid);
    deps.bus.fail(1);
    await patchIt(conversationSid, deps.nextRun(), { body: { note: 'another' } });
    await deps.minutes(3);
    expect(deps.bus.types().sort()).toEqual(['ConversationPaused', 'PauseChanged']);
    const late = deps.bus.taken.find(({ type }) => type === 'ConversationPaused');
    expect(late?.detail).toMatchObject({
      eventId: entry?.events[0]?.eventId,
      at: entry?.at,
      version: 2,
      pause: { note: null },
    });
    expect(deps.store.record(conversationSid).pending).toEqual({});
  });

  it('hears an event again whose answer was lost, under the same id', async () => {
    const { deps, conversationSid } = await held();
    deps.bus.loseAnswers(1);
    await pauseIt(conversationSid, deps.nextRun());
    await deps.minutes(2);
    expect(deps.bus.types()).toEqual(['ConversationPaused', 'ConversationPaused']);
    expect(new Set(deps.bus.taken.map(({ detail }) => JSON.stringify(detail))).size).toBe(1);
  });

  it('for days is asked ever more rarely, and misses nothing', async () => {
    const { deps, conversationSid } = await paused();
    deps.bus.fail(Infinity);
    await resumeIt(conversationSid, deps.nextRun());
    await deps.deliver();
    const before = deps.bus.calls;
    await deps.minutes(6 * 60);
    const asked = deps.bus.calls - before;
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThan(20);
    deps.bus.fail(0);
    await deps.minutes(60);
    expect(deps.bus.types()).toContain('ConversationResumed');
    expect(deps.store.record(conversationSid).pending).toEqual({});
  });

  it('is logged without what it was to hear', async () => {
    const { deps, conversationSid } = await held();
    deps.bus.fail(1);
    await pauseIt(conversationSid, deps.nextRun(), { body: { note: 'a secret of Carol' } });
    const effect = { conversationSid, effect: 'publish-event', attempts: 1, error: 'Error' };
    expect(deps.lines).toContainEqual({
      level: 'warn',
      message: 'effect stays owed',
      fields: { ...effect, effectId: expect.stringMatching(/^publish-event:/) as string, run: 'run-3' },
    });
    expect(JSON.stringify(deps.lines)).not.toContain('Carol');
  });
});

describe('a history that fails', () => {
  it('leaves the entry owed, and the event goes out', async () => {
    const { deps, conversationSid } = await held();
    deps.history.fail('write', 1);
    await pauseIt(conversationSid, deps.nextRun());
    expect(deps.bus.types()).toEqual(['ConversationPaused']);
    expect(Object.keys(deps.store.record(conversationSid).pending)).toEqual(['write-history:2']);
    await deps.minutes(2);
    expect(told(deps, conversationSid)).toEqual([`ConversationPaused by ${ALICE}`]);
  });

  it('when a late event reads what it tells leaves the event owed', async () => {
    const { deps, conversationSid } = await held();
    deps.bus.fail(1);
    await pauseIt(conversationSid, deps.nextRun());
    deps.history.fail('read', 1);
    await deps.minutes(10);
    expect(deps.history.calls).toEqual(['write', 'read', 'read']);
    expect(deps.bus.types()).toEqual(['ConversationPaused']);
    expect(deps.store.record(conversationSid).pending).toEqual({});
  });
});

describe('a conversation that is closed', () => {
  it('gives all of its history the end of its record', async () => {
    const { deps, conversationSid } = await paused();
    await endIt(conversationSid, deps.nextRun());
    const { closedAt } = deps.store.record(conversationSid);
    expect(closedAt).not.toBeNull();
    expect(deps.history.closings(conversationSid)).toEqual([closedAt, closedAt]);
  });

  it('also what is still to be written of it then', async () => {
    const { deps, conversationSid } = await held();
    deps.history.fail('write', 1);
    await pauseIt(conversationSid, deps.nextRun());
    await endIt(conversationSid, deps.nextRun());
    await deps.minutes(3);
    const { closedAt } = deps.store.record(conversationSid);
    expect(told(deps, conversationSid)).toHaveLength(2);
    expect(deps.history.closings(conversationSid)).toEqual([closedAt, closedAt]);
    expect(deps.store.record(conversationSid).pending).toEqual({});
  });

  it('also where that fails at first', async () => {
    const { deps, conversationSid } = await paused();
    deps.history.fail('expire', 1);
    await endIt(conversationSid, deps.nextRun());
    await deps.minutes(3);
    const { closedAt } = deps.store.record(conversationSid);
    expect(deps.history.closings(conversationSid)).toEqual([closedAt, closedAt]);
  });
});

describe('the marks of a pause', () => {
  const marksOf = (deps: TestDeps) =>
    deps.bus.taken
      .filter(({ type }) => type === 'PauseMarkReached')
      .map(({ at, detail }) => ({ at, mark: detail.pause?.mark }));

  it('are told when they are reached, once each', async () => {
    const { deps, conversationSid } = await held();
    await pauseIt(conversationSid, deps.nextRun(), { body: { timeLimit: 'P2D' } });
    const marks = [
      { at: deps.in(DAY), mark: 'within-24-hours' },
      { at: deps.in(DAY + 23 * HOUR), mark: 'within-1-hour' },
    ];
    for (let hour = 0; hour < 49; hour++) {
      deps.advance(HOUR);
      await deps.sweep();
      await deps.sweep();
    }
    expect(marksOf(deps)).toEqual(marks);
  });

  it('are told late where the sweep was away, and then only the nearest', async () => {
    const { deps, conversationSid } = await held();
    await pauseIt(conversationSid, deps.nextRun(), { body: { timeLimit: 'P2D' } });
    deps.advance(DAY + 23 * HOUR + 60);
    await deps.sweep();
    expect(marksOf(deps)).toEqual([{ at: deps.now(), mark: 'within-1-hour' }]);
  });

  it('are not told of a pause that is over', async () => {
    const { deps, conversationSid } = await paused();
    await resumeIt(conversationSid, deps.nextRun());
    await deps.deliver();
    deps.advance(FOUR_HOURS - HOUR);
    await deps.sweep();
    deps.advance(2 * HOUR);
    await deps.sweep();
    expect(marksOf(deps)).toEqual([]);
  });

  it('cost no write when none is reached', async () => {
    const { deps, conversationSid } = await paused();
    const { version } = deps.store.record(conversationSid);
    deps.store.indexIsBehind('wake', [conversationSid]);
    deps.advance(60);
    await deps.sweep();
    expect(deps.store.record(conversationSid).version).toBeLessThanOrEqual(version + 1); // the comparison
    expect(marksOf(deps)).toEqual([]);
  });
});

it('a task that another makes behind our back tells nothing of its own', async () => {
  const { deps, conversationSid } = await paused();
  const another = deps.platform.invite(deps.platform.channelOf(conversationSid), {
    ...{ workspace_sid: sid('WS'), workflow_sid: sid('WW'), attributes: {}, priority: 0, timeout: HOUR },
  });
  deps.platform.accept(another.taskSid, ALICE);
  await deps.deliver();
  expect(deps.store.record(conversationSid)).toMatchObject({ channelState: 'active', pause: null });
  expect(told(deps, conversationSid)).toEqual([`ConversationPaused by ${ALICE}`]);
});
