import { type SettingsFields } from '../api/types';
import { FIELDS, type Path, PATHS } from './fields';
import { checked, type Typed, typedOf, valueAt } from './typed';

/** All settings as they stand in their fields. */
export type Draft = Readonly<Record<Path, Typed>>;

export type Errors = Readonly<Partial<Record<Path, string>>>;

export function draftOf(settings: SettingsFields): Draft {
  return Object.fromEntries(
    PATHS.map((path) => [path, typedOf(FIELDS[path], valueAt(settings, path))]),
  ) as Draft;
}

/** What was typed that is not as it was read. */
export function changedIn(draft: Draft, base: SettingsFields): Path[] {
  const before = draftOf(base);
  return PATHS.filter((path) => !isSame(draft[path], before[path]));
}

/** Which settings have other values. */
export function differing(a: SettingsFields, b: SettingsFields): Path[] {
  return changedIn(draftOf(b), a);
}

/** What is wrong with what was typed. */
export function errorsIn(draft: Draft): Errors {
  return Object.fromEntries(
    PATHS.flatMap((path) => {
      const result = checked(path, draft[path]);
      return 'error' in result ? [[path, result.error]] : [];
    }),
  );
}

/** The whole object for the API. What was not changed stays to the letter as it was read. Only for a draft without errors. */
export function settingsOf(draft: Draft, base: SettingsFields): SettingsFields {
  const settings = { ...base, leave: { ...base.leave }, pause: { ...base.pause } };
  for (const path of changedIn(draft, base)) {
    const result = checked(path, draft[path]);
    if ('value' in result) putAt(settings, path, result.value);
  }
  return settings;
}

/** What was typed over `base`, on top of what others have saved meanwhile. */
export function onTop(draft: Draft, base: SettingsFields, theirs: SettingsFields): Draft {
  const mine = changedIn(draft, base).map((path) => [path, draft[path]]);
  return { ...draftOf(theirs), ...Object.fromEntries(mine) } as Draft;
}

function putAt(settings: object, path: Path, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  let place = settings as Record<string, unknown>;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  place[last] = value;
}

/** They are plain values, made by the same code. */
function isSame(a: Typed, b: Typed): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
