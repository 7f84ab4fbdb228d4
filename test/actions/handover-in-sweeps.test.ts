import { carryOnHandovers } from '../../lambda/actions/carry-on-handovers';
import { handover, type HandoverCommand } from '../../lambda/actions/handover';
import type { Caller } from '../../lambda/domain/authority';
import { AS_ALICE, AS_BOB, AS_SUPERVISOR, pauseIt } from '../doubles/commands';
import { ALICE, BOB, sid } from '../doubles/constants';
import { type TestDeps, testDeps } from '../doubles/deps';

const CAROL = sid('WK', 4);
const AS_CAROL: Caller = { workerSid: CAROL, identity: 'carol', role: 'agent' };
const toBob = { fromWorkerSid: ALICE, toWorkerSid: BOB, caller: AS_SUPERVISOR };

let deps: TestDeps;
beforeEach(() => {
  deps = testDeps();
  deps.platform.addWorker(CAROL, 'Carol', 'carol');
});

async function pausedBy({ workerSid, ...rest }: Caller, count: number): Promise<string[]> {
  const sids: string[] = [];
  for (let number = 0; number < count; number++) {
    const { conversationSid } = await deps.heldConversation(workerSid!);
    await pauseIt(conversationSid, deps.nextRun(), { caller: { workerSid, ...rest } });
    sids.push(conversationSid);
  }
  await deps.deliver();
  return sids;
}

/** It is written down, and a minute later still all of it is to be done. */
async function begun(...commands: HandoverCommand[]): Promise<void> {
  for (const command of commands) {
    deps.store.fail('parked', 1);
    await handover(command, deps.nextRun(), () => true);
    deps.advance(1);
  }
  deps.advance(60);
}

const ownersOf = (sids: readonly string[]) =>
  sids.map((each) => deps.store.record(each).pause?.workerSid ?? deps.store.record(each).task?.purpose);
const each = <T>(value: T, sids: readonly string[]) => sids.map(() => value);
const complaints = () => deps.lines.filter(({ level }) => level === 'error');

describe('a sweep', () => {
  it('goes on with all that one agent has paused, where it goes to another agent', async () => {
    const sids = await pausedBy(AS_ALICE, 61);
    await begun(toBob);
    expect(await deps.sweep()).toMatchObject({ handedOver: 61 });
    expect(ownersOf(sids)).toEqual(each(BOB, sids));
  });

  it('has its sixty for the queues, whatever goes to agents besides', async () => {
    await pausedBy(AS_ALICE, 61);
    const carols = await pausedBy(AS_CAROL, 2);
    await begun(toBob, { fromWorkerSid: CAROL, caller: AS_SUPERVISOR });
    expect(await deps.sweep()).toMatchObject({ handedOver: 63 });
    expect(ownersOf(carols)).toEqual(each('reassign', carols));
  });

  it('that has made its sixty invites leaves the next handover as it is', async () => {
    await pausedBy(AS_ALICE, 60);
    await pausedBy(AS_BOB, 1);
    await begun(
      { fromWorkerSid: ALICE, caller: AS_SUPERVISOR },
      { fromWorkerSid: BOB, caller: AS_SUPERVISOR },
    );
    const [, next] = deps.handovers.all();
    expect(await deps.sweep()).toMatchObject({ handedOver: 60 });
    expect(deps.handovers.all()[1]).toBe(next);
  });

  it('without time for handovers leaves each as it is', async () => {
    await pausedBy(AS_ALICE, 1);
    await begun(toBob);
    const before = deps.handovers.all();
    expect(await carryOnHandovers(deps.nextRun(), () => false)).toBe(0);
    expect(deps.handovers.all()).toEqual(before);
  });

  it('leaves a handover to whoever has just taken it up, though the index is behind', async () => {
    const sids = await pausedBy(AS_ALICE, 1);
    deps.store.fail('parked', 1);
    await handover(toBob, deps.nextRun(), () => true);
    const before = deps.handovers.all();
    deps.handovers.due = async () => before.map(({ handoverId }) => handoverId);
    await deps.sweep();
    expect(deps.handovers.all()).toEqual(before);
    expect(ownersOf(sids)).toEqual([ALICE]);
    expect(complaints()).toMatchObject([{ message: 'first page of a handover failed' }]);
  });

  it('that fails with a handover is logged with its id', async () => {
    await pausedBy(AS_ALICE, 1);
    await begun(toBob);
    const { handoverId } = deps.handovers.all()[0]!;
    deps.twilio.fail('worker', 'unavailable');
    await deps.sweep();
    expect(complaints().at(-1)).toEqual({
      level: 'error',
      message: 'handover failed',
      fields: { handoverId, error: 'TwilioError' },
    });
  });
});
