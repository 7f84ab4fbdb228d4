import { Clock } from '../../desk/time/clock';
import { durationWords, millisecondsOf } from '../../desk/time/duration';
import * as input from '../../desk/time/local-input';
import { markAt } from '../../desk/time/marks';
import { presetsOf } from '../../desk/time/presets';
import { absolute, ago, placeOf, span } from '../../desk/time/words';
import { momentOf, wallOf } from '../../desk/time/zone';

const BERLIN = { locale: 'en-GB', zone: 'Europe/Berlin' };
const at = (text: string): Date => new Date(text);
const { wholeSecond } = input;
const toInput = (moment: Date, zone: string): string => Object.values(input.toInput(moment, zone)).join('T');
const fromInput = (text: string, zone: string): Date | undefined => {
  const [date = '', time = ''] = text.split('T');
  return input.fromInput({ date, time }, zone);
};
const plus = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds);

describe('a moment in a zone', () => {
  it.each([
    ['in winter', '2026-01-15T09:00', '2026-01-15T08:00:00Z', 'Europe/Berlin'],
    ['in summer', '2026-07-15T09:00', '2026-07-15T07:00:00Z', 'Europe/Berlin'],
    ['just before the clocks go forward', '2026-03-29T01:59', '2026-03-29T00:59:00Z', 'Europe/Berlin'],
    ['just after', '2026-03-29T03:00', '2026-03-29T01:00:00Z', 'Europe/Berlin'],
    ['in the hour that comes twice: the first', '2026-10-25T02:30', '2026-10-25T00:30:00Z', 'Europe/Berlin'],
    ['after the hour that comes twice', '2026-10-25T03:00', '2026-10-25T02:00:00Z', 'Europe/Berlin'],
    ['half an hour off', '2026-03-02T09:00', '2026-03-02T03:30:00Z', 'Asia/Kolkata'],
    ['on the other half of the year', '2026-01-15T09:00', '2026-01-14T22:00:00Z', 'Australia/Sydney'],
    ['where the change is half an hour', '2026-10-04T09:00', '2026-10-03T22:00:00Z', 'Australia/Lord_Howe'],
    ['across the date line', '2026-03-02T09:00', '2026-03-01T20:00:00Z', 'Pacific/Auckland'],
  ])('%s', (_, wall, moment, zone) => {
    expect(wholeSecond(fromInput(wall, zone)!)).toBe(moment);
    expect(toInput(at(moment), zone)).toBe(wall);
  });

  it('in the hour that is skipped is an hour later on the wall', () => {
    expect(toInput(fromInput('2026-03-29T02:30', BERLIN.zone)!, BERLIN.zone)).toBe('2026-03-29T03:30');
  });

  it('goes there and back for each half hour of a year', () => {
    for (let n = 0; n < 365 * 48; n += 7) {
      const moment = plus(at('2026-01-01T00:00:00Z'), n * 1_800_000);
      const back = momentOf(wallOf(moment, 'America/New_York'), 'America/New_York');
      // The hour that comes twice is read as its first.
      const twice = plus(moment, -3_600_000);
      expect([moment.getTime(), twice.getTime()]).toContain(back.getTime());
      expect(wallOf(back, 'America/New_York')).toEqual(wallOf(moment, 'America/New_York'));
    }
  });

  it('is nothing while it is not complete', () => {
    expect(fromInput('', BERLIN.zone)).toBeUndefined();
    expect(fromInput('2026-03-02', BERLIN.zone)).toBeUndefined();
  });
});

describe('words for a moment', () => {
  const now = at('2026-03-28T15:00:00Z'); // 16:00 in Berlin, on the eve of the change to summer time

  it.each([
    ['2026-03-28T15:05:00Z', 'today at 16:05'],
    ['2026-03-28T22:59:00Z', 'today at 23:59'],
    ['2026-03-28T23:00:00Z', 'tomorrow at 00:00'],
    ['2026-03-29T15:00:00Z', 'tomorrow at 17:00'],
    ['2026-03-29T21:59:00Z', 'tomorrow at 23:59'],
    ['2026-03-29T22:00:00Z', 'Mon 30 Mar at 00:00'],
    ['2026-03-27T15:00:00Z', 'yesterday at 16:00'],
    ['2027-01-04T08:00:00Z', 'Mon 4 Jan 2027 at 09:00'],
  ])('%s is %s', (moment, words) => {
    expect(absolute(at(moment), now, BERLIN)).toBe(words);
  });

  it('keeps to English, with the habits of the browser where it speaks it', () => {
    expect(placeOf('en-US').locale).toBe('en-US');
    expect(placeOf('de-DE').locale).toBe('en-GB');
    expect(placeOf('en-US@posix').locale).toBe('en-GB');
  });
});

describe('words for a span', () => {
  it.each([
    [0, 'less than a minute'],
    [59_999, 'less than a minute'],
    [60_000, '1 min'],
    [42 * 60_000 + 59_999, '42 min'],
    [3_600_000, '1 h'],
    [5_400_000, '1 h 30 min'],
    [23 * 3_600_000 + 1_800_000, '23 h 30 min'],
    [24 * 3_600_000, '1 day'],
    [47 * 3_600_000, '1 day 23 h'],
    [48 * 3_600_000, '2 days'],
    [14 * 86_400_000 - 1, '13 days 23 h'],
  ])('%d ms are %s', (milliseconds, words) => {
    expect(span(milliseconds)).toBe(words);
  });

  it('that has passed', () => {
    expect(ago(at('2026-03-02T09:00:00Z'), at('2026-03-02T09:00:59Z'))).toBe('just now');
    expect(ago(at('2026-03-02T09:00:00Z'), at('2026-03-02T12:00:00Z'))).toBe('3 h ago');
  });
});

it.each([
  [86_400_001, 'later'],
  [86_400_000, 'within-24-hours'],
  [3_600_001, 'within-24-hours'],
  [3_600_000, 'within-1-hour'],
  [1, 'within-1-hour'],
  [0, 'overdue'],
  [-1, 'overdue'],
])('%d ms before the deadline the mark is %s', (left, mark) => {
  const now = at('2026-03-02T09:00:00Z');
  expect(markAt(plus(now, left), now)).toBe(mark);
});

describe('durations', () => {
  it.each([
    ['P14D', 1_209_600_000, '14 days'],
    ['P1W', 604_800_000, '7 days'],
    ['PT1H30M', 5_400_000, '1 hour 30 minutes'],
    ['P1DT1S', 86_401_000, '1 day 1 second'],
  ])('%s', (duration, milliseconds, words) => {
    expect(millisecondsOf(duration)).toBe(milliseconds);
    expect(durationWords(milliseconds)).toBe(words);
  });

  it.each(['', 'P', 'PT', 'P1DT', 'P1M', '1D', 'P1.5D'])('"%s" is none', (text) => {
    expect(() => millisecondsOf(text)).toThrow(RangeError);
  });
});

describe('presets', () => {
  const offered = (now: string, limit: number): string[] =>
    presetsOf(at(now), plus(at(now), limit), BERLIN.zone).map(
      ({ id, until }) => `${id} ${toInput(until, BERLIN.zone)}`,
    );

  it('are the next hour, later today, tomorrow morning, next week, and the limit', () => {
    expect(offered('2026-03-26T09:30:00Z', 1_209_600_000)).toEqual([
      'hour 2026-03-26T11:30',
      'later-today 2026-03-26T13:30',
      'tomorrow 2026-03-27T09:00',
      'next-week 2026-03-30T09:00',
      'longest 2026-04-09T11:30',
    ]);
  });

  it('mean the morning also on the other side of a change of the clocks', () => {
    const [tomorrow] = presetsOf(at('2026-03-28T15:00:00Z'), at('2026-04-11T15:00:00Z'), BERLIN.zone).filter(
      ({ id }) => id === 'tomorrow',
    );
    expect(wholeSecond(tomorrow!.until)).toBe('2026-03-29T07:00:00Z');
  });

  it('never go beyond the limit', () => {
    expect(offered('2026-03-26T09:30:00Z', 7_200_000)).toEqual([
      'hour 2026-03-26T11:30',
      'longest 2026-03-26T12:30',
    ]);
    expect(offered('2026-03-26T09:30:00Z', 60_000)).toEqual(['longest 2026-03-26T10:31']);
  });

  it('have no later today when today is nearly over, and a next week that is not today', () => {
    expect(offered('2026-03-30T20:30:00Z', 1_209_600_000)).toEqual([
      'hour 2026-03-30T23:30',
      'tomorrow 2026-03-31T09:00',
      'next-week 2026-04-06T09:00',
      'longest 2026-04-13T22:30',
    ]);
  });

  it('on a Sunday name Monday once only', () => {
    expect(
      offered('2026-03-29T09:30:00Z', 1_209_600_000).filter((each) => each.includes('03-30T09')),
    ).toEqual(['tomorrow 2026-03-30T09:00']);
  });
});

describe('the clock', () => {
  it("is the browser's until the product says otherwise, and tells of jumps", () => {
    let browser = 1_000_000;
    const clock = new Clock(() => browser);
    const jumps: string[] = [];
    const end = clock.onJump(() => jumps.push(clock.now().toISOString()));
    expect(clock.now()).toEqual(new Date(1_000_000));
    clock.set(new Date(1_000_999));
    expect(jumps).toEqual([]);
    clock.set(new Date(87_400_000));
    browser += 1000;
    expect(clock.now()).toEqual(new Date(87_401_000));
    end();
    clock.set(new Date(0));
    expect(jumps).toEqual(['1970-01-02T00:16:40.000Z']);
  });
});
