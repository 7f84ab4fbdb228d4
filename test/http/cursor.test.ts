import type { Bookmark } from '../../lambda/actions/list-parked';
import { bookmarkIn, cursorOf, historyBookmarkIn, historyCursorOf } from '../../lambda/http/cursor';
import { NOW, sid } from '../doubles/constants';

const LIST = ['pause', sid('WK'), null, null];
const BOOKMARK: Bookmark = {
  walk: { minuteEnds: NOW, shown: ['00000a', 'ffffff'], overfull: false },
  position: [
    { conversationSid: sid('CH', 0xa), at: '2026-03-16T09:00:00Z' },
    { conversationSid: sid('CH', 0xff), at: '2026-03-02T08:59:59Z' },
  ],
};

it('is read as it was written', () => {
  expect(bookmarkIn(cursorOf(BOOKMARK, LIST), LIST)).toEqual(BOOKMARK);
});

it('of an overfull walk too', () => {
  const overfull = { ...BOOKMARK, walk: { ...BOOKMARK.walk, shown: [], overfull: true } };
  expect(bookmarkIn(cursorOf(overfull, LIST), LIST)).toEqual(overfull);
});

it('stands in a URL as it is', () => {
  const cursor = cursorOf(BOOKMARK, LIST);
  expect(encodeURIComponent(cursor)).toBe(cursor);
});

it('is at most 2,100 characters long, so that it fits beside a token of 6 KB', () => {
  const shown = Array.from({ length: 400 }, () => 'ffffff');
  const position = Array.from({ length: 8 }, () => BOOKMARK.position[0]!);
  expect(cursorOf({ walk: { ...BOOKMARK.walk, shown }, position }, LIST).length).toBeLessThan(2_100);
});

it.each([
  ['another list', (cursor: string) => cursor, ['pause', sid('WK', 2), null, null]],
  ['another version', (cursor: string) => `2${cursor.slice(1)}`, LIST],
  ['a place that is cut', (cursor: string) => cursor.replace('_0', '_'), LIST],
  ['something before it', (cursor: string) => `x${cursor}`, LIST],
  ['something behind it', (cursor: string) => `${cursor}!`, LIST],
  ['no text', () => '', LIST],
  ['too much text', (cursor: string) => cursor + 'A'.repeat(4_000), LIST],
])('is none of %s', (_, change, list) => {
  expect(bookmarkIn(change(cursorOf(BOOKMARK, LIST)), list)).toBeUndefined();
});

describe('of a history', () => {
  const PLACE = { version: 71, number: 2 };
  const CURSOR = historyCursorOf(PLACE, sid('CH'));

  it('is read as it was written, and stands in a URL as it is', () => {
    expect(historyBookmarkIn(CURSOR, sid('CH'))).toEqual(PLACE);
    expect(encodeURIComponent(CURSOR)).toBe(CURSOR);
  });

  it.each([
    ['another conversation', CURSOR, sid('CH', 2)],
    ['a list', cursorOf(BOOKMARK, [sid('CH')]), sid('CH')],
    ['another version', `2${CURSOR.slice(1)}`, sid('CH')],
    ['a version of the record that there cannot be', CURSOR.replace('.1z.', '.1zzzzzz.'), sid('CH')],
    ['something before it', `x${CURSOR}`, sid('CH')],
    ['something behind it', `${CURSOR}0`, sid('CH')],
    ['no text', '', sid('CH')],
  ])('is none of %s', (_, cursor, conversationSid) => {
    expect(historyBookmarkIn(cursor, conversationSid)).toBeUndefined();
  });
});
