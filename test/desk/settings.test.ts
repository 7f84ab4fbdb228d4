import * as v from 'valibot';
import { type Settings } from '../../desk/api/types';
import {
  changedIn,
  differing,
  type Draft,
  draftOf,
  errorsIn,
  onTop,
  settingsOf,
} from '../../desk/settings/draft';
import { FIELDS, type Path, PATHS, SECTIONS } from '../../desk/settings/fields';
import { checked, valueAt, valueWords } from '../../desk/settings/typed';
import { durationSeconds } from '../../lambda/domain/duration';
import { DEFAULT_SETTINGS, DURATION_LIMITS } from '../../lambda/domain/settings';
import { SETTINGS } from '../../lambda/http/schemas';

const BASE = DEFAULT_SETTINGS as Settings;

const typing = (typed: Partial<Draft>, base = BASE): Draft => ({ ...draftOf(base), ...typed });
const isTaken = (settings: object): boolean => v.safeParse(SETTINGS, settings).success;

/** "leave.enabled", …: where in the object there is a value. */
function leavesOf(object: object, before = ''): string[] {
  return Object.entries(object).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leavesOf(value as object, `${before}${key}.`)
      : [`${before}${key}`],
  );
}

describe('the form', () => {
  it('has a field and a place for each setting, and a line about it', () => {
    const all = leavesOf(BASE).filter((path) => path !== 'version');
    expect([...PATHS].sort()).toEqual(all.sort());
    expect(SECTIONS.flatMap(({ paths }) => paths).sort()).toEqual(all.sort());
    expect(PATHS.filter((path) => FIELDS[path].help.length < 10)).toEqual([]);
  });

  it('has the choices of the API', () => {
    for (const path of PATHS) {
      const field = FIELDS[path];
      if (field.kind !== 'choice') continue;
      for (const choice of Object.keys(field.choices))
        expect([path, choice, isTaken(settingsOf(typing({ [path]: choice }), BASE))]).toEqual([
          path,
          choice,
          true,
        ]);
    }
  });

  it.each([
    ['pause.timeLimit', DURATION_LIMITS.pauseTimeLimit],
    ['leave.expiresAfter', DURATION_LIMITS.leaveExpiresAfter],
    ['leave.customRoutingTimeout', DURATION_LIMITS.customRoutingTimeout],
  ] as const)('has the bounds of the API for %s', (path, { least, most }) => {
    const field = FIELDS[path];
    if (field.kind !== 'duration') throw new Error('it is no duration');
    expect([durationSeconds(field.least), durationSeconds(field.most)]).toEqual([least, most]);
    const isRight = (seconds: number) =>
      'value' in checked(path, { count: String(seconds), unit: 'seconds' });
    expect([least - 1, least, most, most + 1].map(isRight)).toEqual([false, true, true, false]);
  });
});

describe('what is typed', () => {
  it('is, where nothing was typed, to the letter what was read', () => {
    const base = {
      ...BASE,
      pause: { ...BASE.pause, timeLimit: 'P2W' },
      leave: { ...BASE.leave, expiresAfter: 'P1DT12H' },
    };
    const draft = draftOf(base);
    expect(changedIn(draft, base)).toEqual([]);
    expect(settingsOf(draft, base)).toEqual(base);
  });

  const RIGHT: readonly (readonly [Path, Draft[Path], unknown])[] = [
    ['pause.enabled', true, true],
    ['pause.timeLimit', { count: '36', unit: 'hours' }, 'PT36H'],
    ['pause.maxPerAgent', ' 20 ', 20],
    ['pause.maxPerAgent', '0', 0],
    ['pause.reasons', ['research ', 'x'.repeat(100)], ['research', 'x'.repeat(100)]],
    ['leave.onReply', 'custom-routing', 'custom-routing'],
    ['leave.studioFlowSid', `FW${'0aF'.repeat(10)}00`, `FW${'0aF'.repeat(10)}00`],
    ['botIdentities', ['faq-bot'], ['faq-bot']],
    ['compareCallsPerMinute', '0', 0],
    ['wrapUp', false, false],
  ];
  it.each(RIGHT)('%s as %j is what the API takes', (path, typed, value) => {
    const settings = settingsOf(typing({ [path]: typed }), BASE);
    expect(valueAt(settings, path)).toEqual(value);
    expect(errorsIn(typing({ [path]: typed }))).toEqual({});
    expect(isTaken(settings)).toBe(true);
    expect(differing(settings, BASE)).toEqual([path]);
  });

  const WRONG: readonly (readonly [Path, Draft[Path], RegExp])[] = [
    ['pause.timeLimit', { count: '91', unit: 'days' }, /from 1 minute to 90 days/],
    ['pause.timeLimit', { count: '', unit: 'days' }, /whole number/],
    ['leave.expiresAfter', { count: '59', unit: 'minutes' }, /from 1 hour to 90 days/],
    ['leave.customRoutingTimeout', { count: '8', unit: 'days' }, /from 1 minute to 7 days/],
    ['pause.maxPerAgent', '-1', /nothing for no limit/],
    ['pause.maxPerAgent', '9007199254740993', /whole number/],
    ['compareCallsPerMinute', '', /whole number\.$/],
    ['leave.studioFlowSid', 'FW123', /SID of a Studio flow/],
    ['pause.reasons', ['research', ' '], /Write the reason, or remove it/],
    ['pause.reasons', ['x'.repeat(101)], /100 characters/],
    ['pause.reasons', ['a', 'b', 'a '], /twice/],
    ['hipaaAttributes', [''], /Write the attribute/],
  ];
  it.each(WRONG)('%s as %j is said to be wrong', (path, typed, words) => {
    expect(errorsIn(typing({ [path]: typed }))).toEqual({ [path]: expect.stringMatching(words) as unknown });
  });

  it('counts characters as the API does', () => {
    const reasons = ['🙂'.repeat(100)];
    expect(errorsIn(typing({ 'pause.reasons': reasons }))).toEqual({});
    expect(isTaken(settingsOf(typing({ 'pause.reasons': reasons }), BASE))).toBe(true);
  });
});

describe('what somebody else has saved meanwhile', () => {
  const theirs: Settings = {
    ...BASE,
    version: 1,
    wrapUp: false,
    pause: { ...BASE.pause, timeLimit: 'P7D' },
  };

  it('is told by its values', () => {
    expect(differing(BASE, theirs)).toEqual(['pause.timeLimit', 'wrapUp']);
    expect(valueWords(FIELDS['pause.timeLimit'], 'P1DT12H')).toBe('1 day 12 hours');
    expect(valueWords(FIELDS['pause.maxPerAgent'], null)).toBe('no limit');
    expect(valueWords(FIELDS['leave.studioFlowSid'], null)).toBe('none');
    expect(valueWords(FIELDS['pause.reasons'], ['a', 'b'])).toBe('a, b');
    expect(valueWords(FIELDS.wrapUp, false)).toBe('off');
    expect(valueWords(FIELDS['pause.acceptBy'], 'server')).toBe('The server');
  });

  it('is the same where only the way of writing differs', () => {
    expect(differing(BASE, { ...BASE, pause: { ...BASE.pause, timeLimit: 'P2W' } })).toEqual([]);
  });

  it('stays where one’s own is put on top of it, also what is wrong in it', () => {
    const mine = typing({ 'pause.timeLimit': { count: '', unit: 'hours' }, 'pause.maxPerAgent': '5' });
    const merged = onTop(mine, BASE, theirs);
    expect(merged['pause.timeLimit']).toEqual({ count: '', unit: 'hours' });
    expect(settingsOf({ ...merged, 'pause.timeLimit': { count: '10', unit: 'days' } }, theirs)).toEqual({
      ...theirs,
      pause: { ...theirs.pause, timeLimit: 'P10D', maxPerAgent: 5 },
    });
  });
});
