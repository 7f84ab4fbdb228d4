import { takeLostEvents } from '../../lambda/actions/lost-events';
import { ALICE, BOB } from '../doubles/constants';
import { type TestDeps, testDeps } from '../doubles/deps';

const present = (deps: TestDeps) => Date.parse(deps.now());

/** Twilio's event list was taken up to now, and in so many sweeps the next event could not be. */
async function afterFailures(failures: number): Promise<TestDeps> {
  const deps = testDeps();
  deps.platform.listsEvents = true;
  await deps.store.moveEventCursor({ at: present(deps), failures });
  return deps;
}

/** A minute later an agent accepts, and only the list tells. @returns Twilio's date of it */
function accepted(deps: TestDeps, { fails = false } = {}): number {
  deps.advance(60);
  const { conversationSid, taskSid } = deps.platform.startConversation();
  deps.platform.accept(taskSid, BOB);
  deps.loseNews();
  if (fails) deps.store.fail('read', 1, conversationSid);
  return present(deps);
}

const takeAll = (deps: TestDeps, hasWritten: boolean) =>
  takeLostEvents(deps.nextRun(), () => true, hasWritten);
const givenUp = (deps: TestDeps) => deps.lines.filter(({ message }) => message === 'event given up');

describe('an event of the list that fails', () => {
  it.each([
    [59, 'could', 0],
    [60, 'could', 1],
    [60, 'could not', 0],
  ])(
    'after %d sweeps in vain, where others %s be written, is given up: %d',
    async (failures, others, times) => {
      const deps = await afterFailures(failures);
      accepted(deps, { fails: true });
      await takeAll(deps, others === 'could');
      expect(givenUp(deps)).toHaveLength(times);
      expect(deps.valuesOf('EventsGivenUp')).toHaveLength(times);
    },
  );

  it('is given up before those that came after it, whichever was tried first, and the next one is counted anew', async () => {
    const deps = testDeps();
    deps.platform.listsEvents = true;
    const { conversationSid, taskSid } = await deps.heldConversation(ALICE);
    await deps.store.moveEventCursor({ at: present(deps), failures: 60 });
    deps.advance(60);
    deps.platform.endTask(deps.platform.task(taskSid), 'completed');
    deps.store.fail('replace', 1, conversationSid); // fails later than a read does
    const older = present(deps);
    const newer = accepted(deps, { fails: true });
    await takeAll(deps, true);
    expect(givenUp(deps)).toEqual([{ level: 'error', message: 'event given up', fields: { at: older } }]);
    expect(await deps.store.readEventCursor()).toEqual({ at: newer - 1, failures: 1 });
  });

  it('is counted anew where those before it could be taken', async () => {
    const deps = await afterFailures(5);
    accepted(deps);
    const failed = accepted(deps, { fails: true });
    await takeAll(deps, true);
    expect(await deps.store.readEventCursor()).toEqual({ at: failed - 1, failures: 1 });
  });

  it('is not counted where nothing was written', async () => {
    const deps = await afterFailures(0);
    const failed = accepted(deps, { fails: true });
    await takeLostEvents(deps.nextRun(), () => true);
    expect(await deps.store.readEventCursor()).toEqual({ at: failed - 1, failures: 0 });
  });

  it('is not counted by a sweep that found nothing to write', async () => {
    const deps = await afterFailures(0);
    const { conversationSid } = await deps.heldConversation();
    const failed = accepted(deps, { fails: true });
    deps.store.indexIsBehind('wake', [conversationSid]);
    await deps.sweep();
    expect(await deps.store.readEventCursor()).toEqual({ at: failed - 1, failures: 0 });
  });

  it('and then does not is not given up, and nothing is counted any more', async () => {
    const deps = await afterFailures(60);
    const taken = accepted(deps);
    await takeAll(deps, true);
    expect(givenUp(deps)).toEqual([]);
    expect(await deps.store.readEventCursor()).toEqual({ at: taken, failures: 0 });
  });
});

describe('the place in the event list', () => {
  it('is that of the last of several events', async () => {
    const deps = await afterFailures(0);
    accepted(deps);
    accepted(deps);
    const last = accepted(deps);
    await takeAll(deps, false);
    expect(await deps.store.readEventCursor()).toEqual({ at: last, failures: 0 });
  });

  it('is not written where the list tells nothing new', async () => {
    const deps = await afterFailures(0);
    accepted(deps);
    await takeAll(deps, false);
    deps.store.calls.length = 0;
    await takeAll(deps, false);
    expect(deps.store.calls).not.toContain('moveEventCursor');
  });
});
