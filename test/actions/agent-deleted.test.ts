import { agentDeleted } from '../../lambda/actions/agent-deleted';
import { handover } from '../../lambda/actions/handover';
import type { Caller } from '../../lambda/domain/authority';
import { placeOf } from '../../lambda/domain/record';
import { AS_ALICE, AS_BOB, AS_SUPERVISOR, completeIt, endIt, leaveIt, pauseIt } from '../doubles/commands';
import { ALICE, BOB } from '../doubles/constants';
import { runUntil } from '../doubles/crash';
import { BOTH_ON, type TestDeps, testDeps } from '../doubles/deps';
import { held, left, leftWrappingUp, type Scene, wrappingUp } from './scenes';
import { NOTHING } from '../doubles/nothing';

/** What an agent has paused, and completed. */
async function pausedBy(deps: TestDeps, count: number, workerSid = ALICE): Promise<string[]> {
  const caller = workerSid === BOB ? AS_BOB : undefined;
  const sids: string[] = [];
  for (let number = 0; number < count; number++) {
    const { conversationSid } = await deps.heldConversation(workerSid);
    await pauseIt(conversationSid, deps.nextRun(), { body: { timeLimit: 'P9D' }, ...(caller && { caller }) });
    await completeIt(conversationSid, deps.nextRun(), caller && { caller });
    await deps.deliver();
    sids.push(conversationSid);
  }
  return sids;
}

async function ended(caller: Caller): Promise<Scene> {
  const scene = await held();
  await endIt(scene.conversationSid, scene.deps.nextRun(), { caller });
  await scene.deps.deliver();
  return scene;
}

const isBackInQueue = {
  channelState: 'active',
  pause: null,
  task: { purpose: 'reassign', status: 'pending' },
};
const records = (deps: TestDeps, sids: readonly string[]) => sids.map((one) => deps.store.record(one));

describe('an agent who is deleted from the workspace', () => {
  it('has no pauses any more: each is back in its queue at once, as at its deadline', async () => {
    const deps = testDeps();
    const sids = await pausedBy(deps, 3);
    deps.platform.deleteWorker(ALICE);
    await deps.deliver();
    for (const record of records(deps, sids))
      expect(record).toMatchObject({ ...isBackInQueue, pending: NOTHING });
    expect(deps.twilio.callsOf('invite')).toEqual(sids.map(() => 'invite workflow'));
    expect(deps.timer.running()).toEqual([]);
    const told = deps.bus.taken.filter(({ type }) => type === 'ConversationReassigned');
    expect(told.map(({ detail }) => detail.by)).toEqual(sids.map(() => 'system'));
  });

  it('keeps what was left: it goes to any agent anyway; and others keep all of theirs', async () => {
    const deps = testDeps({ settings: BOTH_ON });
    const bobs = await pausedBy(deps, 1, BOB);
    const left = await deps.heldConversation();
    await leaveIt(left.conversationSid, deps.nextRun());
    await completeIt(left.conversationSid, deps.nextRun());
    await deps.deliver();
    const all = [...bobs, left.conversationSid];
    const before = records(deps, all);
    deps.platform.deleteWorker(ALICE);
    await deps.deliver();
    expect(records(deps, all)).toEqual(before);
  });

  it('has what was still wrapped up back in its queue too, once the participant is closed', async () => {
    const { deps, conversationSid, taskSid } = await wrappingUp();
    deps.platform.deleteWorker(ALICE);
    await deps.deliver();
    expect(deps.store.record(conversationSid)).toMatchObject({
      ...isBackInQueue,
      wrapUp: null,
      pending: NOTHING,
    });
    expect(deps.twilio.calls.filter((call) => /^(setParticipant|invite) /.test(call)).slice(-2)).toEqual([
      'setParticipant closed',
      'invite workflow',
    ]);
    expect(deps.twilio.liveTasks(conversationSid).map((task) => task.taskSid)).not.toContain(taskSid);
  });

  it.each<[string, () => Promise<Scene>]>([
    ['active', () => held({ settings: BOTH_ON })],
    ['inactive, wrapping up', leftWrappingUp],
    ['inactive', left],
    ['closed', () => ended(AS_SUPERVISOR)],
    ['closed, wrapping up', () => ended(AS_ALICE)],
  ])('has nothing to lose where the conversation is "%s": it stays as it is', async (place, begin) => {
    const { deps, conversationSid } = await begin();
    const before = deps.store.record(conversationSid);
    expect(placeOf(before)).toBe(place);
    deps.platform.deleteWorker(ALICE);
    await deps.deliver();
    expect(deps.store.record(conversationSid)).toBe(before);
  });

  it('of many pauses has the rest brought back by the sweeps, sixty each', async () => {
    const deps = testDeps();
    const sids = await pausedBy(deps, 90);
    deps.platform.deleteWorker(ALICE);
    await deps.deliver();
    const left = () => records(deps, sids).filter(({ pause }) => pause !== null).length;
    expect(left()).toBe(70);
    await deps.minutes(1);
    expect(left()).toBe(10);
    await deps.minutes(1);
    expect(left()).toBe(0);
  });

  it('whatever was paused, and by whatever clock: also a pause that seems to begin later', async () => {
    const deps = testDeps();
    const [sid] = await pausedBy(deps, 1);
    const record = deps.store.record(sid!);
    deps.store.put({ ...record, pause: { ...record.pause!, pausedAt: deps.in(2) } });
    deps.platform.deleteWorker(ALICE);
    await deps.deliver();
    expect(deps.store.record(sid!)).toMatchObject(isBackInQueue);
  });

  it('has none either that an index shows only minutes later', async () => {
    const deps = testDeps();
    const [sid] = await pausedBy(deps, 1);
    jest.spyOn(deps.store, 'parked').mockResolvedValueOnce({ places: [], position: [], hasMore: false });
    deps.platform.deleteWorker(ALICE);
    await deps.deliver();
    expect(deps.store.record(sid!).pause).not.toBeNull();
    await deps.minutes(2);
    expect(deps.store.record(sid!)).toMatchObject(isBackInQueue);
  });

  it('has none that come by a handover after the event', async () => {
    const deps = testDeps();
    const [sid] = await pausedBy(deps, 1, BOB);
    const toAlice = { fromWorkerSid: BOB, toWorkerSid: ALICE, caller: AS_SUPERVISOR };
    const worker = deps.twilio.worker.bind(deps.twilio);
    jest.spyOn(deps.twilio, 'worker').mockImplementationOnce(async (workerSid) => {
      const found = await worker(workerSid);
      deps.platform.deleteWorker(ALICE);
      await deps.deliver();
      return found;
    });
    await handover(toAlice, deps.nextRun(), () => true);
    expect(deps.store.record(sid!).pause?.workerSid).toBe(ALICE);
    await deps.minutes(2);
    expect(deps.store.record(sid!)).toMatchObject(isBackInQueue);
  });
});

describe('news of a deletion', () => {
  it('that comes twice, or is read in the event list again and again, begins nothing anew', async () => {
    const deps = testDeps();
    deps.platform.listsEvents = true;
    await pausedBy(deps, 1);
    deps.platform.deleteWorker(ALICE);
    await deps.deliver();
    await deps.minutes(140);
    const over = deps.handovers.all();
    expect(over).toMatchObject([{ wakeAt: null }]);
    await agentDeleted(ALICE, deps.nextRun(), () => true);
    expect(await deps.sweep()).toMatchObject({ events: expect.any(Number) as number });
    expect(deps.handovers.all()).toEqual(over);
  });

  it('that was lost is found in the event list by the next sweep', async () => {
    const deps = testDeps();
    deps.platform.listsEvents = true;
    const sids = await pausedBy(deps, 2);
    deps.platform.deleteWorker(ALICE);
    deps.loseNews();
    deps.advance(60);
    expect(await deps.sweep()).toMatchObject({ events: expect.any(Number) as number });
    for (const record of records(deps, sids)) expect(record).toMatchObject(isBackInQueue);
  });

  it('that cannot be written down is not taken: by webhook it is sent again, in the list it waits', async () => {
    const deps = testDeps();
    deps.platform.listsEvents = true;
    const sids = await pausedBy(deps, 1);
    deps.handovers.fail('replace', 2);
    await expect(agentDeleted(ALICE, deps.nextRun(), () => true)).rejects.toThrow('does not answer');
    deps.platform.deleteWorker(ALICE);
    deps.loseNews();
    deps.advance(60);
    await deps.sweep();
    expect(deps.lines).toContainEqual(expect.objectContaining({ message: 'event not taken' }));
    expect(deps.store.record(sids[0]!).pause).not.toBeNull();
    deps.advance(60);
    await deps.sweep();
    expect(deps.store.record(sids[0]!)).toMatchObject(isBackInQueue);
  });

  it.each(['before', 'after'] as const)(
    'whose run crashes %s any of its calls is made good',
    async (when) => {
      for (let call = 1; ; call++) {
        const deps = testDeps();
        deps.platform.listsEvents = true;
        const sids = await pausedBy(deps, 2);
        deps.platform.deleteWorker(ALICE);
        deps.loseNews();
        const diedAt = await runUntil({ call, when }, deps.nextRun(), (run) =>
          agentDeleted(ALICE, run, () => true),
        );
        if (diedAt === undefined) return expect(call).toBeGreaterThan(8);
        await deps.minutes(4);
        for (const record of records(deps, sids))
          expect({ call, diedAt, ...record }).toMatchObject(isBackInQueue);
        for (const one of sids) expect(deps.twilio.liveTasks(one)).toHaveLength(1);
      }
    },
  );
});
