import { amountOf, durationOf, millisecondsOfAmount } from '../../desk/time/amount';

describe('a length of time that is typed', () => {
  it.each([
    ['P14D', '14', 'days'],
    ['P2W', '14', 'days'],
    ['PT36H', '36', 'hours'],
    ['P1DT12H', '36', 'hours'],
    ['PT1H30M', '90', 'minutes'],
    ['PT90S', '90', 'seconds'],
  ])('shows %s in the largest unit that it is a whole number of', (duration, count, unit) => {
    expect(amountOf(duration)).toEqual({ count, unit });
  });

  it.each(['P14D', 'PT36H', 'PT90M', 'PT90S'])('gives %s back', (duration) => {
    expect(durationOf(amountOf(duration))).toBe(duration);
  });

  it.each(['', ' ', '0', '-1', '1.5', '1e3', 'two', '9999999999'])('takes no %p for a number', (count) => {
    expect(durationOf({ count, unit: 'days' })).toBeUndefined();
    expect(millisecondsOfAmount({ count, unit: 'days' })).toBeUndefined();
  });

  it('does not mind blanks around it, or zeros before it', () => {
    expect(durationOf({ count: ' 007 ', unit: 'hours' })).toBe('PT7H');
  });
});
