import { type SettingsFields } from '../api/types';
import { type Amount, amountOf, durationOf, millisecondsOfAmount } from '../time/amount';
import { durationWords, millisecondsOf } from '../time/duration';
import { type DurationField, type Field, FIELDS, type ListField, type Path } from './fields';

/** A setting as it stands in its field: what is typed may be wrong, and is kept. */
export type Typed = boolean | string | Amount | readonly string[];

type Value = boolean | number | string | null | readonly string[];

/** What is typed, as the API takes it, or what is wrong with it. */
export type Checked = { readonly value: Value } | { readonly error: string };

const FLOW_SID = /^FW[0-9a-fA-F]{32}$/;

/** The value of a setting. */
export function valueAt(settings: SettingsFields, path: Path): Value {
  const [first, second] = path.split('.') as [keyof SettingsFields, string?];
  const value: unknown = settings[first];
  return (second === undefined ? value : (value as Readonly<Record<string, unknown>>)[second]) as Value;
}

export function typedOf(field: Field, value: Value): Typed {
  switch (field.kind) {
    case 'duration':
      return amountOf(String(value));
    case 'number':
    case 'flow':
    case 'choice':
      return value === null ? '' : String(value);
    case 'switch':
      return value === true;
    case 'list':
      return value as readonly string[];
  }
}

export function checked(path: Path, typed: Typed): Checked {
  const field = FIELDS[path];
  switch (field.kind) {
    case 'duration':
      return checkedDuration(field, typed as Amount);
    case 'number':
      return checkedNumber((typed as string).trim(), field.orNone);
    case 'flow':
      return checkedFlow((typed as string).trim());
    case 'list':
      return checkedList(field, typed as readonly string[]);
    case 'choice':
      return { value: typed as string };
    case 'switch':
      return { value: typed as boolean };
  }
}

function checkedDuration({ least, most }: DurationField, amount: Amount): Checked {
  const [from, to] = [millisecondsOf(least), millisecondsOf(most)];
  const asked = millisecondsOfAmount(amount);
  const value = durationOf(amount);
  if (asked === undefined || value === undefined || asked < from || asked > to)
    return { error: `Enter a whole number; from ${durationWords(from)} to ${durationWords(to)}.` };
  return { value };
}

function checkedNumber(typed: string, orNone: boolean): Checked {
  if (typed === '' && orNone) return { value: null };
  if (/^\d+$/.test(typed) && Number.isSafeInteger(Number(typed))) return { value: Number(typed) };
  return { error: `Enter a whole number${orNone ? ', or nothing for no limit' : ''}.` };
}

function checkedFlow(typed: string): Checked {
  if (typed === '') return { value: null };
  if (FLOW_SID.test(typed)) return { value: typed };
  return { error: 'Enter the SID of a Studio flow: FW and 32 digits from 0 to 9 and a to f.' };
}

function checkedList(field: ListField, typed: readonly string[]): Checked {
  const items = typed.map((each) => each.trim());
  const wrong = items.map((_, n) => problemWithItem(field, items, n)).find((each) => each !== undefined);
  return wrong === undefined ? { value: items } : { error: wrong };
}

/** What is wrong with one of a list. */
export function problemWithItem(
  { item, mostCharacters = Infinity }: ListField,
  items: readonly string[],
  n: number,
): string | undefined {
  const text = items[n]?.trim() ?? '';
  if (text === '') return `Write the ${item}, or remove it.`;
  if ([...text].length > mostCharacters) return `A ${item} may have ${mostCharacters} characters.`;
  if (items.findIndex((each) => each.trim() === text) < n) return `“${text}” is there twice.`;
  return undefined;
}

/** The value in words. */
export function valueWords(field: Field, value: Value): string {
  switch (field.kind) {
    case 'duration':
      return durationWords(millisecondsOf(String(value)));
    case 'switch':
      return value === true ? 'on' : 'off';
    case 'choice':
      return field.choices[String(value)] ?? String(value);
    case 'number':
      return value === null ? 'no limit' : String(value);
    case 'flow':
      return value === null ? 'none' : String(value);
    case 'list':
      return (value as readonly string[]).join(', ') || 'none';
  }
}
