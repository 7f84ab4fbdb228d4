import fc from 'fast-check';
import { chatIdentity } from '../../lambda/domain/chat-identity';
import { comparisonAgain, nextComparison } from '../../lambda/domain/comparison';
import { durationSeconds } from '../../lambda/domain/duration';
import { MOST_PRIORITY } from '../../lambda/domain/invite-routing';
import { markOf } from '../../lambda/domain/marks';
import { isSid } from '../../lambda/domain/sids';
import { DAY, earliest, HOUR, instant, MINUTE, plusSeconds, secondsBetween } from '../../lambda/domain/time';
import { NOW, sid } from '../doubles/constants';

describe('durations', () => {
  it.each([
    ['PT1M', 60],
    ['PT4H30M', 16_200],
    ['P14D', 14 * DAY],
    ['P2W', 14 * DAY],
    ['P1DT1S', DAY + 1],
    ['P36525D', 36_525 * DAY],
  ])('%s has %d seconds', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  it.each(['P1M', 'P1Y', 'PT0S', '-PT1M', 'PT0.5S', 'P0.5D', '', 'P', '14 days', 'P36525DT1S', 'P20000000W'])(
    '%p is none',
    (text) => {
      expect(durationSeconds(text)).toBeUndefined();
    },
  );
});

describe('a SID', () => {
  it.each([[sid('CH', 1)], ['CH0123456789abcdefABCDEF0123456789']])('may be %p', (value) => {
    expect(isSid('CH', value)).toBe(true);
  });

  it.each([[sid('WT', 1)], [`${sid('CH', 1)}0`], ['CH1'], [[sid('CH', 1)]], [null]])('is not %p', (value) => {
    expect(isSid('CH', value)).toBe(false);
  });
});

it('the highest priority is the one that TaskRouter takes at most', () => {
  expect(MOST_PRIORITY).toBe(2_147_483_647);
});

describe('marks', () => {
  it.each([
    [DAY + 1, 'later'],
    [DAY, 'within-24-hours'],
    [HOUR + 1, 'within-24-hours'],
    [HOUR, 'within-1-hour'],
    [1, 'within-1-hour'],
    [0, 'overdue'],
    [-1, 'overdue'],
  ])('%d seconds before the deadline: %s', (seconds, mark) => {
    expect(markOf(plusSeconds(NOW, seconds), NOW)).toBe(mark);
  });
});

describe("an agent's identity", () => {
  it('stands behind "client:"', () => {
    expect(chatIdentity('{"contact_uri":"client:alice_40example"}')).toBe('alice_40example');
  });

  it.each(['', 'null', '{}', '{"contact_uri":7}', '{"contact_uri":"sip:alice"}'])('is not in %p', (text) => {
    expect(chatIdentity(text)).toBeNull();
  });
});

describe('the next comparison', () => {
  it.each([
    [60, 15 * 60],
    [15 * 60, 15 * 60],
    [HOUR, HOUR],
    [10 * DAY, DAY],
  ])('after %d seconds aside is %d seconds later', (aside, interval) => {
    expect(secondsBetween(NOW, nextComparison(plusSeconds(NOW, -aside), NOW))).toBe(interval);
  });

  it.each([
    [1, 60],
    [2, 120],
    [5, 16 * 60],
    [6, HOUR / 2],
    [2_000, HOUR / 2],
  ])(
    'after %d that failed, and where it would else be in half an hour, is %d seconds later',
    (failed, wait) => {
      expect(secondsBetween(NOW, comparisonAgain(failed, plusSeconds(NOW, HOUR / 2), NOW))).toBe(wait);
    },
  );

  it('is within a day, however often it has failed', () => {
    expect(secondsBetween(NOW, comparisonAgain(2_000, plusSeconds(NOW, 2 * DAY), NOW))).toBe(DAY);
  });

  it('finds what was written within 15 minutes, or as long again as it was put aside, and within a day', () => {
    const moments = [MINUTE];
    while (moments.at(-1)! < 90 * DAY) {
      const now = plusSeconds(NOW, moments.at(-1)!);
      moments.push(secondsBetween(NOW, nextComparison(NOW, now)));
    }
    expect(moments.filter((moment) => moment <= DAY)).toHaveLength(8);
    fc.assert(
      fc.property(fc.integer({ min: MINUTE, max: 90 * DAY }), (written) => {
        const found = moments.find((moment) => moment >= written)!;
        expect(found - written).toBeLessThanOrEqual(Math.max(15 * MINUTE, Math.min(written, DAY)));
      }),
    );
  });
});

describe('instants', () => {
  it('are cut to whole seconds', () => {
    expect(instant(new Date('2026-03-02T09:00:00.999Z'))).toBe(NOW);
  });

  it('the earliest leaves out what is not known', () => {
    expect(earliest([null, plusSeconds(NOW, 1), NOW])).toBe(NOW);
    expect(earliest([null])).toBeNull();
  });
});
