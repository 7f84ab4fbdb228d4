import { LocalActivity } from '../../local/activity';
import { LocalClock } from '../../local/clock';
import { closingClocks, DAY, later, MINUTE } from './clock-fixture';

const started = closingClocks();

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
