import { advanceTo, pausedByAlice, seen } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();
const SECOND = 1000;
const HOUR = 3600 * SECOND;

it('come nearer: exactly 24 hours and exactly one hour belong to the nearer one', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'P2D' });
  const { pause } = await seen(running(), begun);
  const marks: (string | undefined)[] = [];
  for (const before of [24 * HOUR + SECOND, 24 * HOUR, HOUR + SECOND, HOUR, SECOND]) {
    await advanceTo(running(), pause!.deadline, -before);
    marks.push((await seen(running(), begun)).pause?.mark);
  }
  expect(marks).toEqual(['later', 'within-24-hours', 'within-24-hours', 'within-1-hour', 'within-1-hour']);
});

it.each([
  ['PT30M', 'within-1-hour'],
  ['PT8H', 'within-24-hours'],
  ['P2D', 'later'],
])('of a pause of %s is %s from its beginning', async (timeLimit, mark) => {
  const begun = await pausedByAlice(running(), { timeLimit });
  expect((await seen(running(), begun)).pause?.mark).toBe(mark);
});

it('changes the tag of the answer, without a new version', async () => {
  const { path } = await pausedByAlice(running(), { timeLimit: 'P2D' });
  const first = await running().get(path, 'demo-token-alice');
  const again = () =>
    running().ask('GET', path, 'demo-token-alice', undefined, {
      'if-none-match': first.headers.get('etag')!,
    });
  expect(await again()).toMatchObject({ status: 304, body: undefined });
  await running().advance('P1DT12H');
  expect(await again()).toMatchObject({ status: 200, body: { pause: { mark: 'within-24-hours' } } });
});
