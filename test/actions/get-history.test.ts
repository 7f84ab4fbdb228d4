import { type HistoryBookmark, historyPage } from '../../lambda/actions/get-history';
import type { HistoryEntry } from '../../lambda/domain/history-entry';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { viewOf } from '../../lambda/domain/view';
import { NOW, sid } from '../doubles/constants';
import { testDeps, type TestDeps } from '../doubles/deps';
import { record } from '../http/records';

const CONVERSATION = sid('CH');
let deps: TestDeps;
beforeEach(() => {
  deps = testDeps();
});

/** Entries by their versions, each with so many events. */
async function write(sizes: Readonly<Record<number, number>>): Promise<void> {
  for (const [version, size] of Object.entries(sizes)) {
    const events = Array.from({ length: size }, (_, number) => {
      return { eventId: `${version}.${number}`, type: 'PauseChanged' as const };
    });
    const conversation = viewOf(record(), DEFAULT_SETTINGS, NOW);
    const entry = { version: Number(version), at: NOW, by: 'system', events, conversation, routing: null };
    await deps.history.write(CONVERSATION, entry as HistoryEntry, null);
  }
}

async function page(limit: number, from?: HistoryBookmark) {
  const { places, next } = await historyPage(CONVERSATION, limit, from, deps.nextRun());
  return { ids: places.map(({ entry, number }) => entry.events[number]!.eventId), next };
}

it('is empty where nothing has happened', async () => {
  expect(await page(10)).toEqual({ ids: [], next: undefined });
});

it('is whole where it has room', async () => {
  await write({ 2: 1, 5: 2 });
  expect(await page(3)).toEqual({ ids: ['2.0', '5.0', '5.1'], next: undefined });
});

it('ends with so many events, also between two of one write', async () => {
  await write({ 2: 1, 5: 3, 6: 1 });
  const first = await page(3);
  expect(first.ids).toEqual(['2.0', '5.0', '5.1']);
  const second = await page(3, first.next);
  expect(second).toEqual({ ids: ['5.2', '6.0'], next: undefined });
});

it.each([1, 2, 3, 4, 5, 100])('read page by page, %d at a time, has each event once', async (limit) => {
  await write({ 2: 2, 3: 1, 7: 3, 9: 1, 10: 2, 100: 1 });
  const ids: string[] = [];
  let from: HistoryBookmark | undefined;
  do {
    const { ids: more, next } = await page(limit, from);
    expect(more.length).toBeGreaterThan(0);
    expect(more.length).toBeLessThanOrEqual(limit);
    ids.push(...more);
    from = next;
  } while (from !== undefined);
  expect(ids).toEqual(['2.0', '2.1', '3.0', '7.0', '7.1', '7.2', '9.0', '10.0', '10.1', '100.0']);
});

it('goes on behind a place that no event has', async () => {
  await write({ 2: 1, 5: 1 });
  expect(await page(1, { version: 2, number: 9 })).toEqual({ ids: [], next: { version: 3, number: 0 } });
  expect(await page(1, { version: 3, number: 0 })).toEqual({ ids: ['5.0'], next: undefined });
});
