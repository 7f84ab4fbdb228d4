import { plusSeconds } from '../../lambda/domain/time';
import { type Walk, walkOn, wasShown } from '../../lambda/domain/walk';
import { sid } from '../doubles/constants';

const BEGUN = '2026-03-02T09:00:20Z';
const MINUTE_ENDS = '2026-03-02T09:01:00Z';
const first = (...sids: string[]) => walkOn(undefined, sids, BEGUN);

it('does not show again what it showed and what was moved in the same second', () => {
  expect(wasShown(first(sid('CH', 1)), sid('CH', 1), BEGUN)).toBe(true);
});

it('shows what came a second before it began', () => {
  expect(wasShown(first(sid('CH', 1)), sid('CH', 2), BEGUN)).toBe(false);
});

it('shows what stood before its minute, though its SID ends like another', () => {
  const alike = sid('CH', 0xf0000001);
  expect(wasShown(first(sid('CH', 1)), alike, '2026-03-02T09:00:00Z')).toBe(false);
});

it('takes what moved after its minute for shown', () => {
  expect(wasShown(first(), sid('CH', 2), plusSeconds(MINUTE_ENDS, 1))).toBe(true);
});

it('is the same for all who begin in one minute, so that a poll can be answered with 304', () => {
  expect(walkOn(undefined, [sid('CH')], '2026-03-02T09:00:01Z')).toEqual(
    walkOn(undefined, [sid('CH')], MINUTE_ENDS),
  );
});

it('remembers the pages of its minute, and no later ones', () => {
  const second = walkOn(first(sid('CH', 1)), [sid('CH', 2)], MINUTE_ENDS);
  const third = walkOn(second, [sid('CH', 3)], plusSeconds(MINUTE_ENDS, 1));
  expect(third.shown).toEqual(['000001', '000002']);
});

it('knows a SID by digits as a cursor has them, in small letters', () => {
  expect(first(sid('CH', 0xabcdef).toUpperCase()).shown).toEqual(['abcdef']);
});

it('remembers 400, and then shows others that moved in its minute', () => {
  const walk = first(...Array.from({ length: 400 }, (_, number) => sid('CH', number)));
  expect(wasShown(walk, sid('CH', 399), BEGUN)).toBe(true);
  expect(wasShown(walk, sid('CH', 999), BEGUN)).toBe(false);
});

describe('with more than can be remembered', () => {
  const many = Array.from({ length: 401 }, (_, number) => sid('CH', number));
  const overfull: Walk = first(...many);

  it('shows nothing that moved in its minute, so that nothing comes twice', () => {
    expect(wasShown(overfull, sid('CH', 999), BEGUN)).toBe(true);
  });

  it('remembers none of them, so that the cursor stays short', () => {
    expect(overfull.shown).toEqual([]);
  });

  it('shows what stood before', () => {
    expect(wasShown(overfull, sid('CH', 999), '2026-03-02T09:00:00Z')).toBe(false);
  });

  it('does not begin to remember again', () => {
    expect(walkOn(overfull, [sid('CH', 1)], BEGUN)).toEqual(overfull);
  });
});
