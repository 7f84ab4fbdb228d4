import { handover, type HandoverCommand } from '../../lambda/actions/handover';
import { sweep } from '../../lambda/actions/sweep';
import type { HandoverDeps } from '../../lambda/actions/ports';
import { AS_BOB, AS_SUPERVISOR, completeIt, leaveIt, pauseIt, resumeIt } from '../doubles/commands';
import { ALICE, BOB, sid } from '../doubles/constants';
import { runUntil } from '../doubles/crash';
import { BOTH_ON, type TestDeps, testDeps } from '../doubles/deps';
import { NOTHING } from '../doubles/nothing';

const toQueue: HandoverCommand = { fromWorkerSid: ALICE, caller: AS_SUPERVISOR };
const toBob: HandoverCommand = { ...toQueue, toWorkerSid: BOB };
const ask = (deps: TestDeps, command: HandoverCommand, run: HandoverDeps = deps.nextRun()) =>
  handover(command, run, () => true);

/** So many conversations that Alice has paused, each a second after the one before. */
async function pausedByAlice(count: number, deps = testDeps({ settings: BOTH_ON })) {
  const sids: string[] = [];
  for (let number = 0; number < count; number++) {
    deps.advance(1);
    const { conversationSid } = await deps.heldConversation();
    await pauseIt(conversationSid, deps.nextRun(), { body: { timeLimit: 'P9D' } });
    await completeIt(conversationSid, deps.nextRun());
    await deps.deliver();
    sids.push(conversationSid);
  }
  return { deps, sids };
}

const ownersOf = (deps: TestDeps, sids: readonly string[]) =>
  sids.map((each) => deps.store.record(each).pause?.workerSid ?? deps.store.record(each).task?.purpose);
const each = <T>(value: T, sids: readonly string[]) => sids.map(() => value);

describe('a handover to an agent', () => {
  it('gives each pause its new owner, with the same deadline, pause and timer', async () => {
    const { deps, sids } = await pausedByAlice(3);
    const before = sids.map((one) => deps.store.record(one));
    const timers = deps.timer.calls.length;
    expect(await ask(deps, toBob)).toEqual({ kind: 'done', accepted: 3, isWhole: true });
    for (const [index, one] of sids.entries()) {
      const { pause, parkedBy, workerName, pending } = deps.store.record(one);
      expect(pause).toEqual({
        ...before[index]!.pause,
        workerSid: BOB,
        handedOverBy: expect.any(Array) as unknown,
      });
      expect({ parkedBy, workerName, pending }).toEqual({ parkedBy: BOB, workerName: 'Bob', pending: {} });
    }
    expect(deps.timer.calls).toHaveLength(timers);
  });

  it('makes no call to Twilio but the one for the agent', async () => {
    const { deps } = await pausedByAlice(3);
    deps.twilio.calls.length = 0;
    await ask(deps, toBob);
    expect(deps.twilio.calls).toEqual([`worker ${BOB}`]);
  });

  it('takes what is still wrapped up, and leaves the wrap-up to who does it', async () => {
    const { deps } = await pausedByAlice(0);
    const { conversationSid } = await deps.heldConversation();
    await pauseIt(conversationSid, deps.nextRun());
    await deps.deliver();
    await ask(deps, toBob);
    expect(await completeIt(conversationSid, deps.nextRun())).toMatchObject({ kind: 'done' });
    expect(deps.store.record(conversationSid)).toMatchObject({
      channelState: 'pause',
      pause: { workerSid: BOB },
    });
  });

  it('tells who has asked for it, in an event of each', async () => {
    const { deps, sids } = await pausedByAlice(2);
    await ask(deps, toBob);
    const told = deps.bus.taken.filter(({ type }) => type === 'PauseChanged');
    expect(told.map(({ detail }) => detail.by)).toEqual(each(AS_SUPERVISOR.workerSid, sids));
    expect(told.map(({ detail }) => detail.pause?.workerSid)).toEqual(each(BOB, sids));
  });

  it('lets the new owner resume, and the old one no more', async () => {
    const { deps, sids } = await pausedByAlice(1);
    await ask(deps, toBob);
    expect(await resumeIt(sids[0]!, deps.nextRun())).toMatchObject({ code: 'not-authorized' });
    await resumeIt(sids[0]!, deps.nextRun(), { caller: AS_BOB });
    await deps.deliver();
    expect(deps.store.record(sids[0]!).task).toMatchObject({ workerSid: BOB, status: 'assigned' });
  });

  it('may be to one who is away', async () => {
    const { deps, sids } = await pausedByAlice(1);
    deps.platform.workers.get(BOB)!.available = false;
    await ask(deps, toBob);
    expect(ownersOf(deps, sids)).toEqual([BOB]);
  });
});

describe('two agents who are to have each other’s pauses', () => {
  it('have them once, and do not pass them to and fro', async () => {
    const { deps, sids } = await pausedByAlice(2);
    await ask(deps, toBob);
    await ask(deps, { fromWorkerSid: BOB, toWorkerSid: ALICE, caller: AS_SUPERVISOR });
    await deps.minutes(90);
    expect(ownersOf(deps, sids)).toEqual(each(ALICE, sids));
    expect(deps.bus.taken.filter(({ type }) => type === 'PauseChanged')).toHaveLength(4);
  });

  it('have them again, when it is asked for again', async () => {
    const { deps, sids } = await pausedByAlice(1);
    await ask(deps, toBob);
    await ask(deps, { fromWorkerSid: BOB, toWorkerSid: ALICE, caller: AS_SUPERVISOR });
    await ask(deps, toBob);
    await deps.minutes(5);
    expect(ownersOf(deps, sids)).toEqual([BOB]);
  });
});

describe('a handover to nobody', () => {
  it('reassigns each pause to its queue', async () => {
    const { deps, sids } = await pausedByAlice(3);
    expect(await ask(deps, toQueue)).toEqual({ kind: 'done', accepted: 3, isWhole: true });
    for (const one of sids)
      expect(deps.store.record(one)).toMatchObject({
        channelState: 'active',
        pause: null,
        pending: NOTHING,
        lastCommand: null,
        task: { purpose: 'reassign', status: 'pending' },
      });
    expect(deps.twilio.callsOf('invite')).toEqual(each('invite workflow', sids));
    expect(deps.timer.running()).toEqual([]);
  });

  it('may be from one who is gone from the workspace already', async () => {
    const { deps, sids } = await pausedByAlice(2);
    deps.platform.workers.delete(ALICE);
    await ask(deps, toQueue);
    expect(ownersOf(deps, sids)).toEqual(each('reassign', sids));
  });
});

describe('a handover does not touch', () => {
  it('what another agent has paused, what is left, and what is worked on', async () => {
    const deps = testDeps({ settings: BOTH_ON });
    const bobs = await deps.heldConversation(BOB);
    await pauseIt(bobs.conversationSid, deps.nextRun(), { caller: AS_BOB });
    const left = await deps.heldConversation();
    await leaveIt(left.conversationSid, deps.nextRun());
    const held = await deps.heldConversation();
    await deps.deliver();
    const all = [bobs, left, held].map(({ conversationSid }) => conversationSid);
    const before = all.map((one) => deps.store.record(one));
    expect(await ask(deps, toQueue)).toMatchObject({ accepted: 0, isWhole: true });
    await deps.sweep();
    expect(all.map((one) => deps.store.record(one))).toEqual(before);
  });

  it('what the agent pauses after it was asked for', async () => {
    const { deps, sids } = await pausedByAlice(25);
    await ask(deps, toQueue);
    deps.advance(2);
    const { sids: later } = await pausedByAlice(2, deps);
    await deps.minutes(130);
    expect(ownersOf(deps, sids)).toEqual(each('reassign', sids));
    expect(ownersOf(deps, later)).toEqual([ALICE, ALICE]);
    expect(deps.handovers.all()).toMatchObject([{ wakeAt: null }]);
  });
});

describe('a handover is refused', () => {
  it.each([
    ['to the agent whose pauses they are', { ...toBob, toWorkerSid: ALICE }],
    ['to a worker whom the workspace does not know', { ...toBob, toWorkerSid: sid('WK', 77) }],
  ])('%s', async (_, command) => {
    const { deps, sids } = await pausedByAlice(1);
    expect(await ask(deps, command)).toMatchObject({ kind: 'refuse', code: 'invalid-request' });
    expect(deps.handovers.all()).toEqual([]);
    expect(ownersOf(deps, sids)).toEqual([ALICE]);
  });

  it('while Twilio does not tell of the agent, and nothing is written down', async () => {
    const { deps } = await pausedByAlice(1);
    deps.twilio.fail('worker', 'unavailable');
    await expect(ask(deps, toBob)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(deps.handovers.all()).toEqual([]);
  });

  it('when others ask for the same five times in between', async () => {
    const { deps, sids } = await pausedByAlice(1);
    deps.handovers.loseWrites(5);
    expect(await ask(deps, toBob)).toMatchObject({ code: 'changed-meanwhile' });
    expect(ownersOf(deps, sids)).toEqual([ALICE]);
  });
});

describe('a handover of many', () => {
  it('to the queue begins with twenty, and each sweep goes on with sixty', async () => {
    const { deps, sids } = await pausedByAlice(110);
    expect(await ask(deps, toQueue)).toEqual({ kind: 'done', accepted: 110, isWhole: false });
    const done = () => ownersOf(deps, sids).filter((owner) => owner === 'reassign').length;
    expect(done()).toBe(20);
    const after: number[] = [];
    for (let minute = 0; minute < 2; minute++) {
      deps.advance(60);
      expect(await deps.sweep()).toMatchObject({ handedOver: minute === 0 ? 60 : 30 });
      after.push(done());
    }
    expect(after).toEqual([80, 110]);
  });

  it('of several agents reassigns sixty in all', async () => {
    const { deps } = await pausedByAlice(60);
    const bobs = await Promise.all(Array.from({ length: 50 }, () => deps.heldConversation(BOB)));
    for (const { conversationSid } of bobs)
      await pauseIt(conversationSid, deps.nextRun(), { caller: AS_BOB });
    await deps.deliver();
    await ask(deps, toQueue);
    await ask(deps, { ...toQueue, fromWorkerSid: BOB });
    deps.advance(60);
    expect(await deps.sweep()).toMatchObject({ handedOver: 60 });
    deps.advance(60);
    expect(await deps.sweep()).toMatchObject({ handedOver: 10 });
  });

  it('to an agent is done at once', async () => {
    const { deps, sids } = await pausedByAlice(110);
    expect(await ask(deps, toBob)).toEqual({ kind: 'done', accepted: 110, isWhole: true });
    expect(ownersOf(deps, sids)).toEqual(each(BOB, sids));
  });

  it('begins nothing new when its time is up, and the sweep goes on', async () => {
    const { deps, sids } = await pausedByAlice(30);
    let started = 0;
    const result = await handover(toBob, deps.nextRun(), () => ++started <= 12);
    expect(result).toMatchObject({ accepted: 30, isWhole: false });
    expect(ownersOf(deps, sids).filter((owner) => owner === BOB)).toHaveLength(12);
    deps.advance(60);
    await deps.sweep();
    expect(ownersOf(deps, sids)).toEqual(each(BOB, sids));
  });

  it('in a sweep without time for it waits for the next one', async () => {
    const { deps } = await pausedByAlice(30);
    await ask(deps, toQueue);
    deps.advance(60);
    expect(await sweep(deps.nextRun(), () => 25_000)).toMatchObject({ handedOver: 0 });
    expect(await deps.sweep()).toMatchObject({ handedOver: 10 });
  });
});

describe('the same handover again', () => {
  it('while it goes on is no second one, and takes what was paused since', async () => {
    const { deps, sids } = await pausedByAlice(25);
    await ask(deps, toQueue);
    const { sids: later } = await pausedByAlice(2, deps);
    expect(await ask(deps, toQueue)).toMatchObject({ accepted: 7, isWhole: true });
    expect(deps.handovers.all()).toHaveLength(1);
    expect(ownersOf(deps, [...sids, ...later])).toEqual(each('reassign', [...sids, ...later]));
  });

  it('when it is long over begins anew', async () => {
    const { deps } = await pausedByAlice(1);
    await ask(deps, toBob);
    await deps.minutes(90);
    expect(deps.handovers.all()).toMatchObject([{ wakeAt: null }]);
    const { sids: later } = await pausedByAlice(1, deps);
    expect(await ask(deps, toBob)).toMatchObject({ accepted: 1 });
    expect(ownersOf(deps, later)).toEqual([BOB]);
  });

  it('at once moves each pause once', async () => {
    const { deps, sids } = await pausedByAlice(5);
    await Promise.all([ask(deps, toBob), ask(deps, toBob)]);
    expect(ownersOf(deps, sids)).toEqual(each(BOB, sids));
    expect(deps.bus.types().filter((type) => type === 'PauseChanged')).toHaveLength(5);
    expect(deps.handovers.all()).toHaveLength(1);
  });
});

describe('what fails', () => {
  it('of one pause does not stop the others, and is tried again', async () => {
    const { deps, sids } = await pausedByAlice(3);
    deps.store.fail('read', 2, sids[1]);
    expect(await ask(deps, toBob)).toMatchObject({ accepted: 3, isWhole: false });
    expect(ownersOf(deps, sids)).toEqual([BOB, ALICE, BOB]);
    await deps.minutes(2);
    expect(ownersOf(deps, sids)).toEqual([BOB, BOB, BOB]);
    expect(deps.lines).toContainEqual(expect.objectContaining({ message: 'pause not handed over' }));
  });

  it('of the first page leaves it to the sweep, once its lease is over', async () => {
    const { deps, sids } = await pausedByAlice(3);
    deps.store.fail('parked', 1);
    expect(await ask(deps, toBob)).toEqual({ kind: 'done', accepted: 3, isWhole: false });
    deps.advance(59);
    await deps.sweep();
    expect(ownersOf(deps, sids)).toEqual(each(ALICE, sids));
    deps.advance(1);
    await deps.sweep();
    expect(ownersOf(deps, sids)).toEqual(each(BOB, sids));
  });

  it('of Twilio in a sweep leaves it to the next one', async () => {
    const { deps, sids } = await pausedByAlice(3);
    deps.store.fail('parked', 1);
    await ask(deps, toBob);
    deps.twilio.fail('worker', 'unavailable');
    await deps.minutes(1);
    expect(ownersOf(deps, sids)).toEqual(each(ALICE, sids));
    expect(deps.lines).toContainEqual(expect.objectContaining({ message: 'handover failed' }));
    await deps.minutes(1);
    expect(ownersOf(deps, sids)).toEqual(each(BOB, sids));
  });

  it('of Twilio at an invite leaves that owed, and the pause is on its way all the same', async () => {
    const { deps, sids } = await pausedByAlice(2);
    deps.twilio.fail('invite', 'unavailable', 2);
    expect(await ask(deps, toQueue)).toMatchObject({ isWhole: true });
    expect(sids.map((one) => Object.keys(deps.store.record(one).pending).length)).toEqual([1, 1]);
    await deps.minutes(2);
    expect(ownersOf(deps, sids)).toEqual(each('reassign', sids));
  });
});

describe('an agent who was to have them and is deleted meanwhile', () => {
  it('gets no more: the rest goes to the queue', async () => {
    const { deps, sids } = await pausedByAlice(3);
    let started = 0;
    await handover(toBob, deps.nextRun(), () => ++started <= 1);
    deps.platform.workers.delete(BOB);
    await deps.minutes(1);
    expect(ownersOf(deps, sids)).toEqual([BOB, 'reassign', 'reassign']);
  });
});

describe('an index that is behind', () => {
  it('shows a pause only later, which is found then', async () => {
    const { deps, sids } = await pausedByAlice(2);
    jest
      .spyOn(deps.store, 'parked')
      .mockResolvedValueOnce({ places: [], position: [], hasMore: false })
      .mockResolvedValueOnce({ places: [], position: [], hasMore: false });
    expect(await ask(deps, toBob)).toMatchObject({ isWhole: true });
    await deps.minutes(1);
    expect(ownersOf(deps, sids)).toEqual([ALICE, ALICE]);
    await deps.minutes(2);
    expect(ownersOf(deps, sids)).toEqual([BOB, BOB]);
  });

  it('shows one that was resumed since, which is left alone', async () => {
    const { deps, sids } = await pausedByAlice(1);
    const run = deps.nextRun();
    const stale = await run.lists.parked({ parking: 'pause', of: 'all', after: null, upTo: null }, [], 10);
    await resumeIt(sids[0]!, deps.nextRun());
    await deps.deliver();
    const before = deps.store.record(sids[0]!);
    jest.spyOn(deps.store, 'parked').mockResolvedValueOnce(stale);
    await ask(deps, toQueue, run);
    expect(deps.store.record(sids[0]!)).toBe(before);
  });
});

describe('two sweeps at once', () => {
  it('hand each pause over once', async () => {
    const { deps, sids } = await pausedByAlice(5);
    deps.store.fail('parked', 1);
    await ask(deps, toQueue);
    deps.advance(60);
    const swept = await Promise.all([deps.sweep(), deps.sweep()]);
    expect(swept.map(({ handedOver }) => handedOver).sort()).toEqual([0, 5]);
    expect(deps.twilio.callsOf('invite')).toEqual(each('invite workflow', sids));
  });
});

describe.each(['before', 'after'] as const)('a crash %s each call', (when) => {
  it.each([
    ['to an agent', toBob, BOB],
    ['to the queue', toQueue, 'reassign'],
  ])('of a handover %s: all of it comes, or it was never asked for', async (_, command, owner) => {
    for (let call = 1; ; call++) {
      const { deps, sids } = await pausedByAlice(2);
      const diedAt = await runUntil({ call, when }, deps.nextRun(), (run) => ask(deps, command, run));
      if (diedAt === undefined) return expect(call).toBeGreaterThan(8);
      const isAsked = deps.handovers.all().length > 0;
      await deps.minutes(4);
      const owners = each(isAsked ? owner : ALICE, sids);
      expect({ call, diedAt, owners: ownersOf(deps, sids) }).toEqual({ call, diedAt, owners });
      for (const one of sids) expect(deps.twilio.liveTasks(one).length).toBeLessThanOrEqual(1);
    }
  });

  it('of the sweep that goes on with it is made good by the next ones', async () => {
    for (let call = 1; ; call++) {
      const { deps, sids } = await pausedByAlice(2);
      deps.store.fail('parked', 1);
      await ask(deps, toQueue);
      deps.advance(60);
      const diedAt = await runUntil({ call, when }, deps.nextRun(), (run) => sweep(run, () => 0));
      if (diedAt === undefined) return expect(call).toBeGreaterThan(8);
      await deps.minutes(4);
      expect({ call, diedAt, owners: ownersOf(deps, sids) }).toEqual({
        call,
        diedAt,
        owners: each('reassign', sids),
      });
      for (const one of sids) expect(deps.twilio.liveTasks(one)).toHaveLength(1);
    }
  });
});
