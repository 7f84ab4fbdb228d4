/**
 * An event of Twilio's lists and streams as its webhook would have it: names in Pascal case ("task_sid" is "TaskSid"),
 * and all values text.
 */
export function eventFields(data: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [pascalCase(name), asText(value)]));
}

/** A page of a list has a thousand events with the same few dozens of names. */
const pascalNames = new Map<string, string>();
/** Twilio has a few hundred. */
const MOST_NAMES = 1_000;

function pascalCase(name: string): string {
  const known = pascalNames.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/(^|_)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
  if (pascalNames.size < MOST_NAMES) pascalNames.set(name, made);
  return made;
}

/** Webhooks have text only, and empty text for what is null. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
