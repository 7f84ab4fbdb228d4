import { closingClocks, DAY, HOUR, later, MINUTE } from './clock-fixture';

const started = closingClocks();

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
