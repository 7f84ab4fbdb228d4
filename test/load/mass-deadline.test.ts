import { massDeadline } from '../simulator/mass';
import type { MassResult } from '../simulator/program/mass';

describe('150 deadlines at one moment, of which Twilio takes 20 a second', () => {
  let result: MassResult;

  beforeAll(async () => {
    result = await massDeadline({ pauses: 150, perSecond: 20, mostAtOnce: 100, timersAreDown: false });
  });

  it('breaks no promise', () => {
    expect(result.violations).toEqual([]);
  });

  it('brings each back to its queue once, and owes nothing then', () => {
    expect(result.wrong).toEqual([]);
    expect(result.latenessMilliseconds).toHaveLength(150);
  });

  it('brings none back early', () => {
    expect(result.latenessMilliseconds[0]).toBeGreaterThanOrEqual(0);
  });

  it('is what it is meant to be: Twilio and Lambda have refused much of it', () => {
    expect(result.requests.refused).toBeGreaterThan(75);
    expect(result.throttledRuns).toBeGreaterThan(0);
  });

  it('follows a handover of all that one agent has paused', () => {
    expect(result.handover.pauses).toBeGreaterThan(0);
    expect(result.handover.milliseconds).toBeLessThan(30 * 60_000);
  });
});

describe('100 deadlines at one moment while Step Functions is down', () => {
  let result: MassResult;

  beforeAll(async () => {
    result = await massDeadline({ pauses: 100, perSecond: 50, mostAtOnce: 100, timersAreDown: true });
  });

  it('are all taken by the sweep within two minutes', () => {
    expect(result.latenessMilliseconds).toHaveLength(100);
    expect(result.latenessMilliseconds.at(-1)).toBeLessThan(120_000);
  });

  it('are not taken before they are a minute overdue: that is the timers’ time', () => {
    expect(result.latenessMilliseconds[0]).toBeGreaterThanOrEqual(60_000);
  });

  it('are taken once, also when the timers call all the same, later', () => {
    expect(result.violations).toEqual([]);
    expect(result.wrong).toEqual([]);
  });
});
