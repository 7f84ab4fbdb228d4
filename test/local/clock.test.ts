import { LocalActivity } from '../../local/activity';
import { LocalClock } from '../../local/clock';
import { LocalState } from '../../local/state';
import { DAY, HOUR, later, MINUTE, startedClock } from './clock-fixture';

const clocks: LocalClock[] = [];
afterEach(async () => {
  await Promise.all(clocks.splice(0).map((clock) => clock.close()));
});

async function started(...given: Parameters<typeof startedClock>) {
  const all = await startedClock(...given);
  clocks.push(all.clock);
  return all;
}

describe('an advance', () => {
  it('rings alarms in the order of their moments, each at its own moment', async () => {
    const { clock } = await started();
    const start = clock.now().getTime();
    const rung: [string, number][] = [];
    for (const [key, hours] of [
      ['b', 5],
      ['a', 2],
      ['c', 9],
    ] as const) {
      clock.setAlarm(
        key,
        new Date(start + hours * HOUR),
        () => void rung.push([key, clock.now().getTime() - start]),
      );
    }
    await clock.advance(DAY);
    expect(rung).toEqual([
      ['a', 2 * HOUR],
      ['b', 5 * HOUR],
      ['c', 9 * HOUR],
    ]);
  });

  it('rings alarms of one moment in the order in which they were set', async () => {
    const { clock } = await started();
    const at = later(clock, HOUR);
    const rung: string[] = [];
    for (const key of ['x', 'm', 'a']) clock.setAlarm(key, at, () => void rung.push(key));
    await clock.advance(DAY);
    expect(rung).toEqual(['x', 'm', 'a']);
  });

  it('answers the time it went to', async () => {
    const { clock } = await started();
    const before = clock.now().getTime();
    const now = await clock.advance(14 * DAY);
    expect(now.getTime() - before).toBeGreaterThanOrEqual(14 * DAY);
    expect(now.getTime() - before).toBeLessThan(14 * DAY + MINUTE);
  });

  it('rings what an alarm sets within the same advance, and not what lies behind its end', async () => {
    const { clock } = await started();
    const rung: string[] = [];
    clock.setAlarm('first', later(clock, HOUR), () => {
      clock.setAlarm('second', later(clock, HOUR), () => void rung.push('second'));
      clock.setAlarm('behind', later(clock, DAY), () => void rung.push('behind'));
    });
    await clock.advance(3 * HOUR);
    expect(rung).toEqual(['second']);
  });

  it('stands still until the work of a moment is over', async () => {
    const { clock, activity } = await started();
    const start = clock.now().getTime();
    let seen = 0;
    clock.setAlarm('begin', new Date(start + HOUR), () => {
      const slow = new Promise<void>((resolve) => setTimeout(resolve, 20));
      void activity.track(slow.then(() => void (seen = clock.now().getTime())));
    });
    await clock.advance(DAY);
    expect(seen).toBe(start + HOUR);
  });

  it('that is asked for during another begins where that one ends', async () => {
    const { clock } = await started();
    const start = clock.now().getTime();
    const ends = await Promise.all([clock.advance(DAY), clock.advance(DAY)]);
    const days = ends.map((end) => Math.floor((end.getTime() - start) / DAY));
    expect(days).toEqual([1, 2]);
  });

  it('goes on when an alarm fails', async () => {
    const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { clock } = await started();
    let rung = false;
    clock.setAlarm('bad', later(clock, HOUR), () => Promise.reject(new TypeError('secret text')));
    clock.setAlarm('good', later(clock, 2 * HOUR), () => void (rung = true));
    await clock.advance(DAY);
    const lines = written.mock.calls.map(([line]) => String(line));
    written.mockRestore();
    expect(rung).toBe(true);
    expect(lines).toEqual([expect.stringContaining('TypeError')]);
    expect(lines.join()).not.toContain('secret text');
  });

  it('of ninety days with a thousand alarms takes no time of its own to speak of', async () => {
    const { clock } = await started();
    let rung = 0;
    for (let i = 1; i <= 1000; i++) clock.setAlarm(`${i}`, later(clock, i * HOUR), () => void (rung += 1));
    const begin = performance.now();
    await clock.advance(90 * DAY);
    expect(rung).toBe(1000);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});

describe('alarms', () => {
  it('that are set again ring once, at the new moment', async () => {
    const { clock } = await started();
    const start = clock.now().getTime();
    const rung: number[] = [];
    const ring = () => void rung.push(clock.now().getTime() - start);
    clock.setAlarm('one', new Date(start + HOUR), ring);
    clock.setAlarm('one', new Date(start + 2 * HOUR), ring);
    await clock.advance(DAY);
    expect(rung).toEqual([2 * HOUR]);
  });

  it('that are cleared do not ring', async () => {
    const { clock } = await started();
    const ring = jest.fn();
    clock.setAlarm('one', later(clock, HOUR), ring);
    clock.clearAlarm('one');
    await clock.advance(DAY);
    expect(ring).not.toHaveBeenCalled();
  });

  it('ring by themselves in real time, and never early', async () => {
    const { clock } = await started();
    const at = later(clock, 20);
    const rung = await new Promise<Date>((resolve) => clock.setAlarm('soon', at, () => resolve(clock.now())));
    expect(rung.getTime()).toBeGreaterThanOrEqual(at.getTime());
  });

  it('whose moment has passed ring soon', async () => {
    const { clock } = await started();
    await new Promise<void>((resolve) => clock.setAlarm('late', later(clock, -DAY), resolve));
  });

  it('are only collected until the clock is started', async () => {
    const clock = new LocalClock(await LocalState.open(), new LocalActivity());
    clocks.push(clock);
    let started = false;
    const early = new Promise<boolean>((resolve) =>
      clock.setAlarm('one', later(clock, 0), () => resolve(!started)),
    );
    await new Promise((resolve) => setImmediate(resolve));
    started = true;
    clock.start({ next: async () => undefined, sweep: async () => undefined });
    expect(await early).toBe(false);
  });

  it('further away than setTimeout can reach ring at their moment', async () => {
    jest.useFakeTimers();
    try {
      const { clock } = await started();
      const ring = jest.fn();
      clock.setAlarm('far', later(clock, 40 * DAY), ring);
      await jest.advanceTimersByTimeAsync(40 * DAY - 1000);
      expect(ring).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(1000);
      expect(ring).toHaveBeenCalledTimes(1);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('the sweep', () => {
  /** Records that are due at these moments; a sweep does what is due, save what is stuck. */
  function records(...moments: number[]) {
    const due = { moments: [...moments], stuck: [] as number[], sweeps: [] as number[] };
    const next = () => [...due.moments, ...due.stuck].sort((a, b) => a - b)[0];
    return { due, next: async () => (next() === undefined ? undefined : new Date(next()!)) };
  }

  it('runs in an advance at each moment at which a record is due, and once at its end', async () => {
    const { due, next } = records();
    const { clock } = await started({
      next,
      sweep: async () => {
        due.sweeps.push(clock.now().getTime());
        due.moments = due.moments.filter((moment) => moment > clock.now().getTime());
      },
    });
    const start = clock.now().getTime();
    due.moments = [start + DAY, start + 2 * HOUR];
    const end = await clock.advance(14 * DAY);
    expect(due.sweeps).toEqual([start + 2 * HOUR, start + DAY, expect.any(Number)]);
    expect(end.getTime() - due.sweeps[2]!).toBeLessThan(1000);
  });

  it('does not run in an advance of less than a minute in which nothing is due', async () => {
    const sweep = jest.fn(async () => undefined);
    const { clock } = await started({ next: async () => undefined, sweep });
    await clock.advance(30_000);
    expect(sweep).not.toHaveBeenCalled();
  });

  it('comes back to a record that stays due once a minute, and time goes on', async () => {
    const { due, next } = records();
    const { clock } = await started({ next, sweep: async () => void due.sweeps.push(clock.now().getTime()) });
    const start = clock.now().getTime();
    due.stuck = [start - HOUR];
    await clock.advance(5 * MINUTE);
    const minutes = due.sweeps.map((moment) => Math.round((moment - start) / MINUTE));
    expect(minutes).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('runs after the alarms of the same moment', async () => {
    const order: string[] = [];
    const { due, next } = records();
    const { clock } = await started({
      next,
      sweep: async () => {
        order.push('sweep');
        due.moments = [];
      },
    });
    const at = later(clock, 30_000);
    due.moments = [at.getTime()];
    clock.setAlarm('timer', at, () => void order.push('alarm'));
    await clock.advance(40_000);
    expect(order).toEqual(['alarm', 'sweep']);
  });

  it('runs by itself each minute', async () => {
    jest.useFakeTimers();
    try {
      const sweep = jest.fn(async () => undefined);
      await started({ next: async () => undefined, sweep });
      await jest.advanceTimersByTimeAsync(3 * MINUTE + 1000);
      expect(sweep).toHaveBeenCalledTimes(3);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('the time', () => {
  it('goes on from where it was after a restart', async () => {
    const { clock, state } = await started();
    const before = await clock.advance(14 * DAY);
    await clock.close();
    const again = new LocalClock(state, new LocalActivity());
    expect(again.now().getTime() - before.getTime()).toBeGreaterThanOrEqual(0);
    expect(again.now().getTime() - before.getTime()).toBeLessThan(MINUTE);
  });

  it('is kept before the work of a moment begins', async () => {
    const { clock, state } = await started();
    let atRestart = 0;
    clock.setAlarm('one', later(clock, DAY), () => {
      atRestart = new LocalClock(state, new LocalActivity()).now().getTime() - clock.now().getTime();
    });
    await clock.advance(2 * DAY);
    expect(atRestart).toBeGreaterThanOrEqual(0);
    expect(atRestart).toBeLessThan(MINUTE);
  });

  it('never goes back, though the clock of the machine does', async () => {
    const { clock } = await started();
    const before = clock.now();
    const machine = jest.spyOn(Date, 'now').mockReturnValue(before.getTime() - DAY);
    const after = clock.now();
    machine.mockRestore();
    expect(after).toEqual(before);
  });
});
