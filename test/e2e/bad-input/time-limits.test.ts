import { ALICE, DEE } from '../running-product';
import { acceptedByAlice, type Begun, does, refusal, seen, timers } from '../acts';
import { productForAll } from '../fixture';

const running = productForAll();
let active: Begun;
let paused: Begun;
beforeAll(async () => {
  active = await acceptedByAlice(running());
  paused = await acceptedByAlice(running());
  await does(running(), ALICE, `${paused.path}/pause`, { timeLimit: 'P1D' });
});

const ahead = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19);

const WRONG: [string, () => object][] = [
  ['no time', () => ({ timeLimit: 'PT0S' })],
  ['no days and no time', () => ({ timeLimit: 'P0DT0H' })],
  ['less than a minute', () => ({ timeLimit: 'PT59S' })],
  ['a negative time', () => ({ timeLimit: '-PT1H' })],
  ['negative hours', () => ({ timeLimit: 'PT-1H' })],
  ['more than 90 days', () => ({ timeLimit: 'P91D' })],
  ['more days than there are dates', () => ({ timeLimit: 'P999999999999D' })],
  ['more digits than a number has', () => ({ timeLimit: `P${'9'.repeat(400)}D` })],
  ['months', () => ({ timeLimit: 'P1M' })],
  ['years', () => ({ timeLimit: 'P1Y' })],
  ['a fraction', () => ({ timeLimit: 'PT1.5H' })],
  ['a fraction with a comma', () => ({ timeLimit: 'PT1,5H' })],
  ['nothing', () => ({ timeLimit: '' })],
  ['P alone', () => ({ timeLimit: 'P' })],
  ['PT alone', () => ({ timeLimit: 'PT' })],
  ['T without a time', () => ({ timeLimit: 'P1DT' })],
  ['words', () => ({ timeLimit: '14 days' })],
  ['small letters', () => ({ timeLimit: 'pt1h' })],
  ['spaces', () => ({ timeLimit: ' PT1H ' })],
  ['the wrong order', () => ({ timeLimit: 'PT30M1H' })],
  ['both a time limit and a moment', () => ({ timeLimit: 'PT1H', until: `${ahead(3600)}Z` })],
  ['a moment in the past', () => ({ until: '2020-01-01T00:00:00Z' })],
  ['a moment less than a minute ahead', () => ({ until: `${ahead(58)}Z` })],
  ['a moment more than 90 days ahead', () => ({ until: `${ahead(91 * 86_400)}Z` })],
  ['a moment beyond all dates', () => ({ until: '+275760-09-13T00:00:01Z' })],
  ['a moment in another zone', () => ({ until: `${ahead(3600)}+01:00` })],
  ['a moment in no zone', () => ({ until: ahead(3600) })],
  ['a moment with a fraction of a second', () => ({ until: `${ahead(3600)}.5Z` })],
  ['a day that is none', () => ({ until: '2027-02-30T00:00:00Z' })],
  ['an hour that is none', () => ({ until: '2027-02-20T25:00:00Z' })],
  ['a date without a time', () => ({ until: '2027-02-20' })],
  ['words for a moment', () => ({ until: 'tomorrow' })],
];

it.each(WRONG)('a pause may not last %s', async (_, body) => {
  const before = await seen(running(), active);
  const timersBefore = await timers(running());
  expect(refusal(await running().post(`${active.path}/pause`, ALICE, body()))).toBe('400 invalid-request');
  expect(await seen(running(), active)).toEqual(before);
  expect(await timers(running())).toEqual(timersBefore);
});

it.each(WRONG)('a pause may not be changed to last %s, not even by a supervisor', async (_, body) => {
  const before = await seen(running(), paused);
  for (const token of [ALICE, DEE]) {
    const answer = await running().ask('PATCH', `${paused.path}/pause`, token, body());
    expect(refusal(answer)).toBe('400 invalid-request');
  }
  expect(await seen(running(), paused)).toEqual(before);
  expect(await timers(running())).toHaveLength(1);
});
