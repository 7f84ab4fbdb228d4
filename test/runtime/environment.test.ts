import { once, optional, renewEnvironment, required } from '../../lambda/runtime/environment';
import { noTimer } from '../../lambda/runtime/no-timer';
import { budgetFromNow } from '../../lambda/runtime/run';

const NAME = 'FLEX_LEAVE_PAUSE_TEST';
afterEach(() => delete process.env[NAME]);

it.each([undefined, ''])('a required variable that is %j is an error that names it', (value) => {
  if (value !== undefined) process.env[NAME] = value;
  expect(() => required(NAME)).toThrow(`Environment variable ${NAME} is missing`);
  expect(optional(NAME)).toBeUndefined();
});

it('a variable is read as it is', () => {
  process.env[NAME] = ' x ';
  expect([required(NAME), optional(NAME)]).toEqual([' x ', ' x ']);
});

describe('once', () => {
  it('computes on the first call and not again, also for undefined', () => {
    const compute = jest.fn(() => undefined);
    const value = once(compute);
    expect(compute).not.toHaveBeenCalled();
    expect([value(), value()]).toEqual([undefined, undefined]);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  it('computes again what failed', () => {
    const compute = jest.fn((): number => 7);
    compute.mockImplementationOnce(() => {
      throw new Error('not yet');
    });
    const value = once(compute);
    expect(value).toThrow('not yet');
    expect(value()).toBe(7);
  });

  it('computes again, once, in an environment that is new', () => {
    const compute = jest.fn(() => process.env[NAME]);
    const value = once(compute);
    value();
    process.env[NAME] = 'new';
    renewEnvironment();
    expect([value(), value()]).toEqual(['new', 'new']);
    expect(compute).toHaveBeenCalledTimes(2);
  });
});

it('a budget begins now, by a clock that never jumps', () => {
  const elapsed = jest.spyOn(performance, 'now').mockReturnValueOnce(500);
  const budget = budgetFromNow(1_000);
  elapsed.mockReturnValueOnce(700).mockReturnValueOnce(9_000);
  expect([budget.left(), budget.left()]).toEqual([800, 0]);
  elapsed.mockRestore();
});

it('the function that the timer calls starts and stops none', async () => {
  const input = { v: 1, conversationSid: 'CH1', pauseId: 'p-1', deadline: '2026-03-02T09:00:00Z' } as const;
  await expect(noTimer.start('CH1-p-1-1', input)).rejects.toThrow('starts no timers');
  await expect(noTimer.stop('CH1-p-1-1')).rejects.toThrow('stops no timers');
});
