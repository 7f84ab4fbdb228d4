import {
  afterPage,
  askingOf,
  begun,
  type Handover,
  type HandoverAsked,
  type HandoverPage,
  handoverIdOf,
  takenUp,
  takes,
} from '../../lambda/domain/handover';
import { type Conversation } from '../../lambda/domain/record';
import { timerName } from '../../lambda/domain/timers';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, BOB, NOW, sid } from '../doubles/constants';
import { after, CONVERSATION, inputs, kinds, paused, wrappingUp } from '../doubles/records';

const BY = sid('WK', 3) as `WK${string}`;
const toBob = { fromWorkerSid: ALICE, to: { workerSid: BOB, name: 'Bob' }, pausedUpTo: NOW, by: BY };
const toQueue = { ...toBob, to: null };
const ofDeleted = { ...toQueue, pausedUpTo: null };
const place = { conversationSid: CONVERSATION, at: NOW };
const quiet: HandoverPage = { found: 0, isCut: false, position: [place], hasMore: false };
const at = (seconds: number) => plusSeconds(NOW, seconds);

describe('handover to an agent', () => {
  it.each([
    ['pause', paused],
    ['the wrap-up', wrappingUp],
  ])('from %s: the same pause is that agent’s, and nothing is owed for it', (_, from) => {
    const record = { ...from(), lastCommand: { route: 'pause', caller: ALICE, fingerprint: '{}' } };
    const next = after(record, 'handover', inputs().handover);
    expect(next).toEqual({
      ...record,
      lastCommand: null,
      parkedBy: BOB,
      workerName: 'Bob',
      pause: { ...record.pause, workerSid: BOB, handedOverBy: [inputs().handover.asking] },
    });
    expect(timerName(CONVERSATION, next.pause!)).toBe(timerName(CONVERSATION, record.pause!));
  });

  it('during the wrap-up leaves the task to who wraps it up', () => {
    const next = after(wrappingUp(), 'handover', inputs().handover);
    expect(next.task?.workerSid).toBe(ALICE);
    expect(after(next, 'task-over', inputs()['task-over'])).toMatchObject({
      channelState: 'pause',
      pause: { workerSid: BOB },
    });
  });

  it('makes a later resume the new owner’s', () => {
    const next = after(after(paused(), 'handover', inputs().handover), 'resume', inputs().resume);
    expect(next.invite).toMatchObject({ workerSid: BOB, direct: true });
    expect(kinds(next)).toEqual(['invite', 'stop-timer']);
  });
});

it('a pause remembers the last ten handovers that have taken it', () => {
  const askings = Array.from({ length: 11 }, (_, number) => `asking-${number}`);
  const record = askings.reduce(
    (before, asking) => after(before, 'handover', { ...inputs().handover, asking }),
    paused(),
  );
  expect(record.pause?.handedOverBy).toEqual(askings.slice(1));
});

describe('a handover takes', () => {
  const takesOf = (asked: HandoverAsked, record: Conversation) => takes(begun(asked, undefined, NOW), record);

  it.each([
    ['what the agent paused before it was asked for', plusSeconds(NOW, 60), true],
    ['what the agent paused in that very second', NOW, true],
    ['nothing that was paused later', plusSeconds(NOW, -1), false],
  ])('%s', (_, pausedUpTo, taken) => {
    expect(takesOf({ ...toBob, pausedUpTo }, paused())).toBe(taken);
  });

  it('of an agent who is deleted whatever was paused, and whenever', () => {
    const late = { ...paused(), pause: { ...paused().pause!, pausedAt: at(99) } };
    expect(takesOf(ofDeleted, late)).toBe(true);
  });

  it('nothing that it has taken before, until it is asked for again', () => {
    const handover = begun(toBob, undefined, NOW);
    const taken = after(paused(), 'handover', { to: toBob.to, asking: askingOf(handover) });
    const back = { ...taken, pause: { ...taken.pause!, workerSid: ALICE } };
    expect(takes(handover, back)).toBe(false);
    expect(takes(begun(toBob, handover, NOW), back)).toBe(true);
  });

  it('nothing of another agent, and nothing that is not paused', () => {
    expect(takesOf({ ...toBob, fromWorkerSid: BOB }, paused())).toBe(false);
    expect(takesOf(toBob, after(paused(), 'resume', inputs().resume))).toBe(false);
  });
});

describe('a handover', () => {
  it('is the same one as long as it is from and to the same', () => {
    const others = [toQueue, ofDeleted].map((asked) => ({ ...asked, fromWorkerSid: BOB }));
    const ids = [toBob, toQueue, ofDeleted, ...others].map(handoverIdOf);
    expect(new Set(ids).size).toBe(5);
    expect(handoverIdOf({ ...toBob, pausedUpTo: at(5) })).toBe(handoverIdOf(toBob));
  });

  it('is leased to who begins it', () => {
    expect(begun(toBob, undefined, NOW)).toEqual({
      ...toBob,
      handoverId: handoverIdOf(toBob),
      version: 1,
      askedAt: NOW,
      asking: `${NOW}-1`,
      position: [],
      isQuiet: true,
      wakeAt: at(60),
    });
  });

  it('begins again with all that was paused since, from the beginning of the list', () => {
    const first = { ...begun(toBob, undefined, NOW), position: [place], isQuiet: false };
    const again = begun({ ...toBob, pausedUpTo: at(30) }, first, at(30));
    expect(again).toMatchObject({ version: 2, pausedUpTo: at(30), askedAt: at(30), position: [] });
  });

  it('is taken up when its lease is over, by one', () => {
    const handover = begun(toBob, undefined, NOW);
    expect(takenUp(handover, at(59))).toBeUndefined();
    expect(takenUp(handover, at(60))).toMatchObject({ version: 2, wakeAt: at(120) });
  });

  it('that is over is taken up no more', () => {
    expect(takenUp({ ...begun(toBob, undefined, NOW), wakeAt: null }, at(60))).toBeUndefined();
  });
});

describe('after a page', () => {
  const handover = begun(toBob, undefined, NOW);

  it('there is the next one, in the next sweep', () => {
    expect(afterPage(handover, { ...quiet, hasMore: true, found: 3 }, at(5))).toMatchObject({
      position: [place],
      isQuiet: false,
      wakeAt: at(5),
    });
  });

  it('for which there was no time, it is the same again', () => {
    const before = { ...handover, position: [{ ...place, at: at(-9) }] };
    expect(afterPage(before, { ...quiet, isCut: true }, at(5))).toMatchObject({
      position: before.position,
      isQuiet: false,
      wakeAt: at(5),
    });
  });

  it.each([
    ['on this page', { found: 1 }, true],
    ['on a page before', {}, false],
  ])('that was the last, the list is read again where something was found %s', (_, page, isQuiet) => {
    const next = afterPage({ ...handover, isQuiet }, { ...quiet, ...page }, at(5));
    expect(next).toMatchObject({ position: [], isQuiet: true, wakeAt: at(5) });
  });

  it('of a quiet list it is looked again for an hour, ever more rarely, and then no more', () => {
    const looks: number[] = [];
    let next: Handover = handover;
    for (let now: string | null = at(5); now !== null; now = next.wakeAt) {
      looks.push((Date.parse(now) - Date.parse(NOW)) / 1000);
      next = afterPage(next, quiet, now);
    }
    expect(looks).toEqual([5, 65, 130, 260, 520, 1040, 2080, 4160]);
    expect(next.wakeAt).toBeNull();
  });

  it.each([
    [3599, at(2 * 3599)],
    [3600, null],
  ])('%d seconds after the asking, the next look is at %s', (seconds, wakeAt) => {
    expect(afterPage(handover, quiet, at(seconds)).wakeAt).toBe(wakeAt);
  });
});
