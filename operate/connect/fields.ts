import { isDeepStrictEqual } from 'node:util';
import { type SetField, type Value } from './step';

/** Those that are not as they should be. */
export function changed(fields: readonly SetField[]): SetField[] {
  return fields.filter(({ before, after }) => !isSame(before, after));
}

/** Not set is not set, whether null or empty. */
export function isSame(one: Value, other: Value): boolean {
  return isDeepStrictEqual(one || null, other || null);
}

/** A list with those that it lacks at its end. */
export function withThose(list: readonly string[] | null, wanted: readonly string[]): readonly string[] {
  const missing = wanted.filter((name) => !(list ?? []).includes(name));
  return [...(list ?? []), ...missing];
}

/** As Twilio's form takes it; empty takes the field away. */
export function formValue({ list }: Pick<SetField, 'list'>, value: Value): string | string[] {
  if (value === null || value.length === 0) return '';
  if (typeof value === 'string') return value;
  return list === 'commas' ? value.join(',') : [...value];
}
