import { LocalActivity } from '../../local/activity';
import { LocalClock } from '../../local/clock';
import { LocalState } from '../../local/state';
import { closingClocks, DAY, HOUR, later } from './clock-fixture';

const started = closingClocks();

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
    let started = false;
    const early = new Promise<boolean>((resolve) =>
      clock.setAlarm('one', later(clock, 0), () => resolve(!started)),
    );
    await new Promise((resolve) => setImmediate(resolve));
    started = true;
    clock.start({ next: async () => undefined, sweep: async () => undefined });
    const rungEarly = await early;
    await clock.close();
    expect(rungEarly).toBe(false);
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
