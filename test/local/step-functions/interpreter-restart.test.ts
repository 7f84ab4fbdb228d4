import { DAY, HOUR, later } from '../clock-fixture';
import { open, single } from './interpreter-fixture';
import { MACHINE_ARN, PAUSE_TIMER } from './machine-fixture';

describe('a restart', () => {
  it('in the middle of a wait goes on waiting, and then calls', async () => {
    const first = await open(PAUSE_TIMER);
    const deadline = later(first.clock, 40 * DAY).toISOString();
    await first.run({ deadline });
    await first.clock.advance(20 * DAY);
    await first.clock.close();

    const calls: number[] = [];
    const second = await open(
      PAUSE_TIMER,
      async () => void calls.push(second.clock.now().getTime()),
      first.state,
    );
    await second.clock.advance(30 * DAY);
    expect(calls).toEqual([Date.parse(deadline)]);
    expect(second.service.timers()).toMatchObject([{ name: 'one', status: 'SUCCEEDED', wakeAt: null }]);
  });

  it('in the middle of a task calls again', async () => {
    let called = () => undefined as void;
    const underWay = new Promise<void>((resolve) => (called = resolve));
    const first = await open(PAUSE_TIMER, () => {
      called();
      return new Promise(() => undefined);
    });
    const input = JSON.stringify({ deadline: '2020-01-01T00:00:00Z' });
    await first.call('StartExecution', { stateMachineArn: MACHINE_ARN, name: 'one', input });
    await underWay;
    const invoke = jest.fn(async () => null);
    const second = await open(PAUSE_TIMER, invoke, first.state);
    await second.clock.advance(1000);
    expect(invoke).toHaveBeenCalledTimes(1);
  });

  it('keeps the definition that an execution was started with', async () => {
    const first = await open(single({ Type: 'Wait', Seconds: 60, End: true }));
    await first.run();
    await first.clock.close();
    const second = await open(
      single({ Type: 'Wait', Seconds: 9_000_000, End: true }),
      undefined,
      first.state,
    );
    await second.clock.advance(HOUR);
    expect(second.service.timers()).toMatchObject([{ status: 'SUCCEEDED' }]);
  });
});
