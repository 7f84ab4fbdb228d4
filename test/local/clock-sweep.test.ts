import { closingClocks, DAY, HOUR, later, MINUTE } from './clock-fixture';

const started = closingClocks();

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
