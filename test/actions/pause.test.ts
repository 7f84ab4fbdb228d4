import { plusSeconds } from '../../lambda/domain/time';
import { AS_ALICE, AS_BOB, AS_SUPERVISOR, pauseIt } from '../doubles/commands';
import { ALICE, NOW } from '../doubles/constants';
import { PAUSE_ON, testDeps } from '../doubles/deps';
import { NOTHING } from '../doubles/nothing';

const FOUR_HOURS = { body: { timeLimit: 'PT4H' } };

async function held(options?: Parameters<typeof testDeps>[0]) {
  const deps = testDeps(options);
  return { deps, ...(await deps.heldConversation()) };
}

describe('pause', () => {
  it('starts the timer, puts the task into wrap-up, and owes nothing', async () => {
    const { deps, conversationSid, taskSid } = await held();
    const result = await pauseIt(conversationSid, deps.nextRun(), FOUR_HOURS);
    expect(result).toMatchObject({
      kind: 'done',
      repeated: false,
      record: { channelState: 'active', wrapUp: 'pause', task: { status: 'wrapping' }, pending: NOTHING },
    });
    const { pauseId } = deps.store.record(conversationSid).pause!;
    const deadline = plusSeconds(NOW, 4 * 3600);
    expect(deps.timer.running()).toEqual([
      {
        name: `${conversationSid}-${pauseId}-1`,
        status: 'RUNNING',
        input: { v: 1, conversationSid, pauseId, deadline },
      },
    ]);
    expect(deps.platform.task(taskSid).status).toBe('wrapping');
  });

  it('is paused once the agent has completed the task, by whatever way', async () => {
    const { deps, conversationSid, taskSid } = await held();
    await pauseIt(conversationSid, deps.nextRun());
    deps.platform.endTask(deps.platform.task(taskSid), 'completed');
    await deps.deliver();
    expect(deps.store.record(conversationSid)).toMatchObject({
      channelState: 'pause',
      task: null,
      pending: NOTHING,
    });
    expect(deps.platform.channelOf(conversationSid)).toMatchObject({
      status: 'active',
      participants: [{ type: 'customer' }],
    });
  });

  it('makes no call that could be spared', async () => {
    const { deps, conversationSid } = await held();
    deps.store.calls.length = 0;
    deps.twilio.calls.length = 0;
    await pauseIt(conversationSid, deps.nextRun());
    expect(deps.store.calls).toEqual(['read', 'replace', 'replace']);
    expect(deps.timer.calls).toHaveLength(1);
    expect(deps.twilio.calls.map((call) => call.split(' ')[0]).sort()).toEqual([
      'conversation',
      'newestMessages',
      'participants',
      'setParticipant',
    ]);
  });

  it('without wrap-up goes straight to pause, and the capacity is free', async () => {
    const { deps, conversationSid } = await held({ settings: { ...PAUSE_ON, wrapUp: false } });
    await pauseIt(conversationSid, deps.nextRun());
    expect(deps.store.record(conversationSid)).toMatchObject({
      channelState: 'pause',
      wrapUp: null,
      pending: NOTHING,
    });
    expect(deps.platform.tasksOf(ALICE)).toEqual([]);
  });

  it('without wrap-up completes a task that wraps up all the same', async () => {
    const { deps, conversationSid, taskSid } = await held({ settings: { ...PAUSE_ON, wrapUp: false } });
    deps.platform.closingCompletesTask = false;
    await pauseIt(conversationSid, deps.nextRun());
    expect(deps.platform.task(taskSid).status).toBe('completed');
    expect(deps.store.record(conversationSid).channelState).toBe('pause');
  });

  it('remembers the newest message index', async () => {
    const { deps, conversationSid } = await held();
    deps.platform.conversations
      .get(conversationSid)!
      .messages.push(
        { index: 4, author: 'carol', participantSid: 'MB1' },
        { index: 3, author: 'alice', participantSid: 'MB2' },
      );
    await pauseIt(conversationSid, deps.nextRun());
    expect(deps.store.record(conversationSid).lastMessageIndex).toBe(4);
  });

  it('whose wrap-up fails at Twilio is recorded, and the sweep goes on', async () => {
    const { deps, conversationSid, taskSid } = await held();
    deps.twilio.fail('setParticipant', 'unavailable');
    const result = await pauseIt(conversationSid, deps.nextRun());
    expect(result).toMatchObject({ kind: 'done', record: { wrapUp: 'pause', task: { status: 'assigned' } } });
    expect(Object.keys(deps.store.record(conversationSid).pending)).toEqual([`wrap-up-task:${taskSid}`]);
    await deps.minutes(1);
    expect(deps.platform.task(taskSid).status).toBe('wrapping');
    expect(deps.store.record(conversationSid).pending).toEqual({});
  });

  it('of a task that was completed in the same moment is paused', async () => {
    const { deps, conversationSid, taskSid } = await held();
    deps.platform.endTask(deps.platform.task(taskSid), 'completed');
    await pauseIt(conversationSid, deps.nextRun());
    expect(deps.store.record(conversationSid).channelState).toBe('pause');
  });
});

describe('pause is refused, and nothing changes', () => {
  const refusals: [string, (deps: ReturnType<typeof testDeps>, sid: string) => void, object, string][] = [
    [
      'when the agent has as many pauses as the settings allow',
      (deps) => deps.store.set({ ...PAUSE_ON, pause: { ...PAUSE_ON.pause, maxPerAgent: 0 } }),
      {},
      'pause-limit',
    ],
    [
      'when the reason is not among those of the settings',
      (deps) => deps.store.set({ ...PAUSE_ON, pause: { ...PAUSE_ON.pause, reasons: ['research'] } }),
      { body: { reason: 'lunch' } },
      'invalid-request',
    ],
    [
      'when a reason is required and missing',
      (deps) => deps.store.set({ ...PAUSE_ON, pause: { ...PAUSE_ON.pause, requireReason: true } }),
      {},
      'invalid-request',
    ],
    [
      'with a note, under hipaa',
      (deps) => deps.store.set({ ...PAUSE_ON, hipaa: true }),
      { body: { note: 'x' } },
      'invalid-request',
    ],
    ['by another agent', () => undefined, { caller: AS_BOB }, 'not-authorized'],
    ["by a supervisor in the agent's name", () => undefined, { caller: AS_SUPERVISOR }, 'not-authorized'],
    ['with a body that is not right', () => undefined, { problem: 'the body' }, 'invalid-request'],
  ];

  it.each(refusals)('%s', async (_when, arrange, wish, code) => {
    const { deps, conversationSid } = await held();
    arrange(deps, conversationSid);
    const before = deps.store.record(conversationSid);
    expect(await pauseIt(conversationSid, deps.nextRun(), wish)).toMatchObject({ kind: 'refuse', code });
    expect(deps.store.record(conversationSid)).toBe(before);
    expect(deps.timer.list()).toEqual([]);
    expect(deps.twilio.callsOf('setParticipant')).toEqual([]);
  });

  it('of a conversation that nobody knows', async () => {
    const deps = testDeps();
    const result = await pauseIt(`CH${'0'.repeat(32)}`, deps.nextRun());
    expect(result).toMatchObject({ code: 'not-found' });
  });
});

describe('pause is allowed', () => {
  it("when what the agent has not seen is an agent's or a bot's", async () => {
    const { deps, conversationSid } = await held({ settings: { ...PAUSE_ON, botIdentities: ['bot'] } });
    deps.platform.conversations
      .get(conversationSid)!
      .messages.push(
        { index: 9, author: 'bot', participantSid: 'MB1' },
        { index: 8, author: 'alice', participantSid: 'MB2' },
        { index: 7, author: 'carol', participantSid: null },
        { index: 6, author: 'carol', participantSid: 'MB3' },
      );
    const result = await pauseIt(conversationSid, deps.nextRun(), { body: { seenIndex: 6 } });
    expect(result).toMatchObject({ kind: 'done' });
  });
});

describe('pause of a conversation that Twilio has closed', () => {
  it('is found out: closed, and refused as wrong-state', async () => {
    const { deps, conversationSid } = await held();
    deps.platform.conversations.get(conversationSid)!.state = 'closed';
    const result = await pauseIt(conversationSid, deps.nextRun());
    expect(result).toMatchObject({ code: 'wrong-state', channelState: 'closed' });
    expect(deps.store.record(conversationSid).channelState).toBe('closed');
  });

  it('or that is gone, and whose channel is too', async () => {
    const { deps, conversationSid } = await held();
    deps.platform.conversations.delete(conversationSid);
    deps.platform.channelOf(conversationSid).status = 'closed';
    const result = await pauseIt(conversationSid, deps.nextRun());
    expect(result).toMatchObject({ code: 'wrong-state', channelState: 'closed' });
  });

  it('is not believed of a 404 that reading the channel does not confirm', async () => {
    const { deps, conversationSid } = await held();
    deps.platform.conversations.delete(conversationSid);
    await pauseIt(conversationSid, deps.nextRun());
    expect(deps.store.record(conversationSid)).toMatchObject({ channelState: 'active', wrapUp: 'pause' });
  });
});

describe('the order of refusals', () => {
  const OFF = { ...PAUSE_ON, hipaa: true, pause: { ...PAUSE_ON.pause, enabled: false } };

  it('is 403, 400, option-off, channel-not-eligible, wrong-state, and then the rest', async () => {
    const deps = testDeps({ settings: OFF });
    const { conversationSid } = await deps.heldConversation(ALICE, { channelType: 'whatsapp' });
    const tooLong = { body: { timeLimit: 'P15D' } };
    const code = async (wish: object) => {
      const result = await pauseIt(conversationSid, deps.nextRun(), wish);
      return result.kind === 'refuse' ? result.code : result.kind;
    };
    expect(await code({ ...tooLong, caller: AS_BOB, problem: 'x' })).toBe('not-authorized');
    expect(await code({ caller: AS_ALICE, problem: 'x' })).toBe('invalid-request');
    expect(await code(tooLong)).toBe('invalid-request');
    expect(await code({})).toBe('option-off');
    deps.store.set({ ...OFF, pause: PAUSE_ON.pause });
    expect(await code({})).toBe('channel-not-eligible');
    deps.store.set(PAUSE_ON);
    await pauseIt(conversationSid, deps.nextRun());
    deps.twilio.fail('newestMessages', 'unavailable');
    deps.twilio.fail('conversation', 'unavailable');
    expect(await code({ body: { reason: 'another' } })).toBe('wrong-state');
  });
});
