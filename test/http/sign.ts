import { createHmac } from 'node:crypto';

/**
 * Twilio's signature of a form, by its documentation alone: the URL, then names and values in the order of the names;
 * several values of a name once each and sorted.
 */
export function sign(authToken: string, url: string, fields: readonly [string, string][]): string {
  const distinct = [...new Map(fields.map((field) => [JSON.stringify(field), field])).values()];
  const ordered = distinct.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const text = url + ordered.map(([name, value]) => name + value).join('');
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
