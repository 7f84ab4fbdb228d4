import { type ListedPause, summaryOf } from '../../lambda/domain/summary';
import { ALICE, BOB, NOW, sid } from '../doubles/constants';

const pause = (deadline: string, workerSid = ALICE, workerName: string | null = 'Alice'): ListedPause => {
  return { conversationSid: sid('CH'), workerSid, workerName, deadline };
};

it('counts by agent, who has most first', () => {
  const bobs = pause(NOW, BOB, 'Bob');
  expect(summaryOf([pause(NOW), bobs, bobs], NOW).byWorker).toEqual([
    { workerSid: BOB, name: 'Bob', count: 2 },
    { workerSid: ALICE, name: 'Alice', count: 1 },
  ]);
});

it.each([
  ['in that order', [ALICE, BOB]],
  ['in another', [BOB, ALICE]],
])('has agents with as many pauses in the order of their SIDs, also where they come %s', (_, workerSids) => {
  const { byWorker } = summaryOf(
    workerSids.map((workerSid) => pause(NOW, workerSid)),
    NOW,
  );
  expect(byWorker.map(({ workerSid }) => workerSid)).toEqual([ALICE, BOB]);
});

it('counts by mark, with those that are none', () => {
  const { byMark } = summaryOf(
    ['2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z', '2026-03-03T09:00:01Z'].map((at) => pause(at)),
    NOW,
  );
  expect(byMark).toEqual({ later: 1, 'within-24-hours': 0, 'within-1-hour': 1, overdue: 1 });
});

it('counts by hours and days in which there are deadlines', () => {
  const { byHour, byDay } = summaryOf(
    ['2026-03-03T00:00:00Z', '2026-03-02T23:59:59Z', '2026-03-02T23:00:00Z'].map((at) => pause(at)),
    NOW,
  );
  expect(byHour).toEqual([
    { from: '2026-03-02T23:00:00Z', count: 2 },
    { from: '2026-03-03T00:00:00Z', count: 1 },
  ]);
  expect(byDay).toEqual([
    { from: '2026-03-02T00:00:00Z', count: 2 },
    { from: '2026-03-03T00:00:00Z', count: 1 },
  ]);
});

it('has the soonest hour and day first, also where they come in that order', () => {
  const { byHour, byDay } = summaryOf(
    ['2026-03-02T23:00:00Z', '2026-03-03T00:00:00Z'].map((at) => pause(at)),
    NOW,
  );
  expect(byHour.map(({ from }) => from)).toEqual(['2026-03-02T23:00:00Z', '2026-03-03T00:00:00Z']);
  expect(byDay.map(({ from }) => from)).toEqual(['2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z']);
});

it('is of nothing where nothing is paused', () => {
  expect(summaryOf([], NOW)).toMatchObject({ byWorker: [], byHour: [], byDay: [] });
});
