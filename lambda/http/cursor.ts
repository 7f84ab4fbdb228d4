import { createHash } from 'node:crypto';
import type { HistoryBookmark } from '../actions/get-history';
import type { Bookmark } from '../actions/list-parked';
import type { ListPlace } from '../actions/ports';
import { instant } from '../domain/time';

/** Version, what is listed, the walk's minute, the last place of each part, what was shown. All of it fits a URL as it is. */
const CURSOR = /^1\.([\w-]{8})\.([0-9a-z]{1,7})\.([0-9a-zA-Z_]*)\.(\*|[\w-]*)$/;
const PLACE = /^[0-9a-fA-F]{32}[0-9a-z]{1,7}$/;
const SID_DIGITS = 32;
const SHOWN_DIGITS = 6;
/** Far more than we ever write. */
const MOST_CHARACTERS = 4_000;

/** @param list tells one list from another: a cursor is good for the list that it was given for */
export function cursorOf({ walk, position }: Bookmark, list: readonly unknown[]): string {
  const places = position
    .map(({ conversationSid, at }) => conversationSid.slice(2) + inSeconds(at))
    .join('_');
  const shown = walk.overfull ? '*' : Buffer.from(walk.shown.join(''), 'hex').toString('base64url');
  return ['1', hashOf(list), inSeconds(walk.minuteEnds), places, shown].join('.');
}

/** @returns undefined for what is no cursor of this list */
export function bookmarkIn(cursor: string, list: readonly unknown[]): Bookmark | undefined {
  const found = cursor.length > MOST_CHARACTERS ? null : CURSOR.exec(cursor);
  if (found === null) return undefined;
  const [, hash, minute = '', places = '', shown = ''] = found;
  const texts = places === '' ? [] : places.split('_');
  if (hash !== hashOf(list) || !texts.every((text) => PLACE.test(text))) return undefined;
  return {
    walk: { minuteEnds: momentOf(minute), ...shownIn(shown) },
    position: texts.map(placeIn),
  };
}

/** Version, whose history, version of the record, number of the event in it. */
const HISTORY_CURSOR = /^1\.([\w-]{8})\.([0-9a-z]{1,6})\.([0-9])$/;

export function historyCursorOf({ version, number }: HistoryBookmark, conversationSid: string): string {
  return ['1', hashOf([conversationSid]), version.toString(36), number].join('.');
}

/** @returns undefined for what is no cursor of this conversation's history */
export function historyBookmarkIn(cursor: string, conversationSid: string): HistoryBookmark | undefined {
  const [, hash, version = '', number = ''] = HISTORY_CURSOR.exec(cursor) ?? [];
  if (hash !== hashOf([conversationSid])) return undefined;
  return { version: Number.parseInt(version, 36), number: Number(number) };
}

function placeIn(text: string): ListPlace {
  return { conversationSid: `CH${text.slice(0, SID_DIGITS)}`, at: momentOf(text.slice(SID_DIGITS)) };
}

function shownIn(text: string): { shown: string[]; overfull: boolean } {
  if (text === '*') return { shown: [], overfull: true };
  const digits = Buffer.from(text, 'base64url').toString('hex');
  return { shown: digits.match(new RegExp(`.{${SHOWN_DIGITS}}`, 'g')) ?? [], overfull: false };
}

function inSeconds(at: string): string {
  return (Date.parse(at) / 1000).toString(36);
}

function momentOf(text: string): string {
  return instant(new Date(Number.parseInt(text, 36) * 1000));
}

function hashOf(list: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 8);
}
