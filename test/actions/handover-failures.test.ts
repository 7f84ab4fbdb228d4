import { handover, type HandoverCommand } from '../../lambda/actions/handover';
import { AS_SUPERVISOR, pauseIt } from '../doubles/commands';
import { ALICE, BOB, sid } from '../doubles/constants';
import { type TestDeps, testDeps } from '../doubles/deps';

const toBob: HandoverCommand = { fromWorkerSid: ALICE, toWorkerSid: BOB, caller: AS_SUPERVISOR };

let deps: TestDeps;
beforeEach(() => {
  deps = testDeps();
});

const ask = (command = toBob) => handover(command, deps.nextRun(), () => true);
const ownerOf = (conversationSid: string) => deps.store.record(conversationSid).pause?.workerSid;
const complaints = () => deps.lines.filter(({ level }) => level === 'error');

async function pausedByAlice(): Promise<string> {
  const { conversationSid } = await deps.heldConversation();
  await pauseIt(conversationSid, deps.nextRun());
  await deps.deliver();
  return conversationSid;
}

describe('a handover that is refused says what is wrong', () => {
  it.each([
    ['the agent whose pauses they are', ALICE],
    ['a worker whom the workspace does not know', sid('WK', 77)],
  ])('to %s', async (_whom, toWorkerSid) => {
    const detail: unknown = expect.stringMatching(/^toWorkerSid: ./);
    expect(await ask({ ...toBob, toWorkerSid })).toMatchObject({ code: 'invalid-request', detail });
  });
});

describe('a handover that cannot be written down', () => {
  it('because the table does not answer fails, and is not said to have been changed by others', async () => {
    deps.handovers.fail('replace', 1);
    await expect(ask()).rejects.toThrow('does not answer');
  });

  it('as others ask for the same four times in between is written down all the same', async () => {
    const conversationSid = await pausedByAlice();
    deps.handovers.loseWrites(4);
    expect(await ask()).toMatchObject({ kind: 'done', accepted: 1 });
    expect(ownerOf(conversationSid)).toBe(BOB);
  });
});

describe('a pause that cannot be handed over', () => {
  it('is tried again by the very next sweep, though another one could be', async () => {
    const sids = [await pausedByAlice(), await pausedByAlice()];
    deps.store.fail('read', 1, sids[1]);
    await ask();
    expect(sids.map(ownerOf)).toEqual([BOB, ALICE]);
    await deps.sweep();
    expect(sids.map(ownerOf)).toEqual([BOB, BOB]);
  });

  it('is logged with its conversation, and with what went wrong', async () => {
    const conversationSid = await pausedByAlice();
    deps.store.loseWrites(5);
    await ask();
    const fields = { conversationSid, error: 'ChangedMeanwhile' };
    expect(complaints()).toEqual([{ level: 'error', message: 'pause not handed over', fields }]);
  });

  it('as its record is gone since the index was written is nothing to complain about', async () => {
    const place = { conversationSid: sid('CH', 77), at: deps.in(60) };
    deps.store.parked = async () => ({ places: [place], position: [place], hasMore: false });
    expect(await ask()).toMatchObject({ kind: 'done', isWhole: true });
    expect(complaints()).toEqual([]);
  });
});

it('a first page that fails is logged with the handover', async () => {
  await pausedByAlice();
  deps.store.fail('parked', 1);
  await ask();
  const fields = { handoverId: `${ALICE}-${BOB}`, error: 'Error' };
  expect(complaints()).toEqual([{ level: 'error', message: 'first page of a handover failed', fields }]);
});
