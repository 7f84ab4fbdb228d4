import { Problem } from '../../desk/api/problem';
import { type Step, STEPS, stepsDone } from '../../desk/playground/guide-steps';
import { jumpTo } from '../../desk/playground/jump';
import { nextMoment } from '../../desk/playground/next-moment';
import { type BusEvent, type Execution, type StandInTask } from '../../desk/stand-in/client';
import { tailOf } from '../../desk/stand-in/tail';
import { settings } from './conversations';

describe('what comes next', () => {
  const timer = (
    conversationSid: string,
    wakeAt: string | null,
    status: Execution['status'] = 'RUNNING',
  ) => ({
    name: `${conversationSid}-P1-1`,
    status,
    wakeAt,
    input: { conversationSid },
  });
  const next = (now: string, ...timers: Execution[]) => nextMoment(timers, new Date(now));

  it.each([
    ['2026-03-02T09:00:00Z', 'within-24-hours', '2026-03-15T09:00:00.000Z'],
    ['2026-03-15T09:00:00Z', 'within-1-hour', '2026-03-16T08:00:00.000Z'],
    ['2026-03-16T08:59:59Z', 'overdue', '2026-03-16T09:00:00.000Z'],
  ] as const)('at %s it is %s', (now, mark, at) => {
    const found = next(now, timer('CH1', '2026-03-16T09:00:00Z'));
    expect(found).toEqual({ at: new Date(at), conversationSid: 'CH1', mark });
  });

  it('is the soonest of all pauses', () => {
    const both = [timer('CH1', '2026-03-16T09:00:00Z'), timer('CH2', '2026-03-16T08:30:00Z')];
    expect(next('2026-03-02T09:00:00Z', ...both)?.conversationSid).toBe('CH2');
    expect(next('2026-03-02T09:00:00Z', ...both.reverse())?.conversationSid).toBe('CH2');
  });

  it('is nothing of a timer that is over, that waits for nothing, or whose moment has passed', () => {
    expect(next('2026-03-02T09:00:00Z')).toBeNull();
    expect(next('2026-03-02T09:00:00Z', timer('CH1', '2026-03-16T09:00:00Z', 'ABORTED'))).toBeNull();
    expect(next('2026-03-02T09:00:00Z', timer('CH1', null))).toBeNull();
    expect(next('2026-03-16T09:00:00Z', timer('CH1', '2026-03-16T09:00:00Z'))).toBeNull();
  });
});

describe('a jump', () => {
  /** A clock that goes on by itself a little while each step is carried out. */
  function clockAt(start: string, passing: number) {
    let now = Date.parse(start);
    const asked: string[] = [];
    return {
      asked,
      now: async () => new Date(now).toISOString(),
      advance: async (duration: string) => {
        asked.push(duration);
        now += Number(/^PT(\d+)S$/.exec(duration)?.[1]) * 1000 + passing;
        return new Date(now).toISOString();
      },
    };
  }

  it('goes a day at a time, and tells where it is', async () => {
    const clock = clockAt('2026-03-02T09:00:00Z', 0);
    const told: string[] = [];
    await jumpTo(new Date('2026-03-04T10:00:00Z'), clock, (now) => told.push(now.toISOString()));
    expect(clock.asked).toEqual(['PT86400S', 'PT86400S', 'PT3600S']);
    expect(told.at(-1)).toBe('2026-03-04T10:00:00.000Z');
  });

  it('is never short of its moment, and not longer by what passes on the way', async () => {
    const clock = clockAt('2026-03-02T09:00:00.400Z', 500);
    const target = new Date('2026-03-04T09:00:00Z');
    await jumpTo(target, clock, () => undefined);
    const reached = Date.parse(await clock.now());
    expect(reached).toBeGreaterThanOrEqual(target.getTime());
    expect(reached).toBeLessThan(target.getTime() + 2000);
  });

  it('to what has passed is none', async () => {
    const clock = clockAt('2026-03-02T09:00:00Z', 0);
    await jumpTo(new Date('2026-03-02T08:00:00Z'), clock, () => undefined);
    expect(clock.asked).toEqual([]);
  });
});

describe('the first steps', () => {
  const event = (type: string, conversationSid = 'CH1') =>
    ({ 'detail-type': type, detail: { conversationSid } }) as BusEvent;
  const task = (status: StandInTask['status'], conversationSid = 'CH1') =>
    ({ status, conversationSid }) as StandInTask;
  const off = settings({ enabled: false }, false);
  const done = (shown: Partial<Parameters<typeof stepsDone>[0]>): Step[] => [
    ...stepsDone({ settings: off, tasks: [], events: [], ...shown }),
  ];

  it('are none where nothing has happened, or nothing is known yet', () => {
    expect(done({})).toEqual([]);
    expect(done({ settings: undefined })).toEqual([]);
  });

  it.each([
    ['turn-on', { settings: settings() }],
    ['accept', { tasks: [task('assigned')] }],
    ['accept', { tasks: [task('wrapping')] }],
    ['leave-and-reply', { events: [event('ConversationReactivated')] }],
  ] as const)('%s is done by what the product shows: %j', (step, shown) => {
    expect(done(shown)).toEqual([step]);
  });

  it.each([
    [{ settings: settings({}, false) }],
    [{ settings: settings({ enabled: false }) }],
    [{ tasks: [task('pending'), task('reserved')] }],
    [{ events: [event('SettingsChanged'), event('PauseMarkReached'), event('CustomerReplied')] }],
  ])('are not done by half of it: %j', (shown) => {
    expect(done(shown)).toEqual([]);
  });

  it('a pause is one when its wrap-up is over', () => {
    const events = [event('ConversationPaused')];
    expect(done({ events, tasks: [task('wrapping')] })).toEqual(['accept']);
    expect(done({ events, tasks: [task('wrapping', 'CH2')] })).toEqual(['accept', 'pause']);
  });

  it.each(['ConversationResumed', 'ConversationReassigned'])('%s: it was paused, and is back', (type) => {
    expect(done({ events: [event(type)] })).toEqual(['pause', 'come-back']);
    expect(done({ events: [event(type)], tasks: [task('wrapping')] })).toEqual([
      'accept',
      'pause',
      'come-back',
    ]);
  });

  it('stay done when the task is over', () => {
    expect(done({ events: [event('ConversationPaused')] })).toEqual(['accept', 'pause']);
    expect(done({ events: [event('ConversationLeft')] })).toEqual(['accept']);
  });

  it('are all done in the end', () => {
    const events = ['ConversationPaused', 'ConversationReassigned', 'ConversationReactivated'].map((type) =>
      event(type),
    );
    expect(done({ settings: settings(), events })).toEqual(STEPS);
  });
});

describe('the end of a list that grows', () => {
  const rows = (...ids: string[]) => ids.map((id) => ({ id }));
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

  /** Reads from a list that the test lets grow. */
  function reading(list: { id: string }[]) {
    const asked: (string | undefined)[] = [];
    const read = async (after?: string) => {
      asked.push(after);
      const place = list.findIndex(({ id }) => id === after);
      if (after !== undefined && place < 0) throw new Problem('invalid-request', 400);
      return list.slice(place + 1);
    };
    return { asked, read };
  }

  it('is newest first, and only what is new is read', async () => {
    const list = rows('1', '2');
    const { asked, read } = reading(list);
    const tail = tailOf(read, 10);
    expect(ids(await tail())).toEqual(['2', '1']);
    list.push(...rows('3', '4'));
    expect(ids(await tail())).toEqual(['4', '3', '2', '1']);
    expect(asked).toEqual([undefined, '2']);
  });

  it('is the very same while nothing is new', async () => {
    const tail = tailOf(reading(rows('1')).read, 10);
    expect(await tail()).toBe(await tail());
  });

  it('keeps so many', async () => {
    const list = rows('1', '2', '3');
    const tail = tailOf(reading(list).read, 2);
    expect(ids(await tail())).toEqual(['3', '2']);
    list.push(...rows('4'));
    expect(ids(await tail())).toEqual(['4', '3']);
  });

  it('has nothing twice when it is asked for twice at the same time', async () => {
    const tail = tailOf(reading(rows('1', '2')).read, 10);
    await Promise.all([tail(), tail()]);
    expect(ids(await tail())).toEqual(['2', '1']);
  });

  it('begins anew with a product that has begun anew', async () => {
    const list = rows('1', '2');
    const tail = tailOf(reading(list).read, 10);
    await tail();
    list.splice(0, 2, ...rows('a'));
    expect(ids(await tail())).toEqual(['a']);
  });

  it('goes on after an outage as if there had been none', async () => {
    const list = rows('1');
    const { read } = reading(list);
    let isOut = false;
    const tail = tailOf(async (after) => {
      if (isOut) throw new Problem('no-connection', null);
      return read(after);
    }, 10);
    await tail();
    isOut = true;
    await expect(tail()).rejects.toThrow(Problem);
    isOut = false;
    list.push(...rows('2'));
    expect(ids(await tail())).toEqual(['2', '1']);
  });
});
