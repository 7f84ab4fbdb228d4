import * as fc from 'fast-check';
import type { Answer } from '../adapters/twilio/loopback';
import { odd } from '../http/nearly';
import { altered } from './altered';

const BODIES = [
  ...[
    '',
    ' ',
    'null',
    'true',
    '7',
    '""',
    '[]',
    '{}',
    '[null]',
    'NaN',
    'undefined',
    '{}{}',
    '\ufeff{}',
    '\u0000',
  ],
  '<!DOCTYPE html><html><body>Bad Gateway</body></html>',
  `"${'x'.repeat(1_000_000)}"`,
  `[${'{},'.repeat(50_000)}{}]`,
  '['.repeat(50_000),
];
const STATUSES = [
  201, 202, 204, 206, 301, 304, 400, 401, 403, 404, 408, 409, 412, 413, 418, 422, 429, 500, 503, 599,
];
const TYPES = ['application/json', 'application/x-amz-json-1.0', 'text/html', 'text/plain', 'image/png', ''];

/** What a broken server, or something in between, may answer where this were a good answer. */
export function nonsense(good: unknown): fc.Arbitrary<Answer> {
  const text = JSON.stringify(good);
  const body = fc.oneof(
    fc.constantFrom(...BODIES),
    fc.nat(text.length).map((length) => text.slice(0, length)),
    odd.map((value) => JSON.stringify(value)),
    altered(good).map((value) => JSON.stringify(value) ?? ''),
  );
  const status = fc.oneof({ arbitrary: fc.constant(200), weight: 2 }, fc.constantFrom(...STATUSES));
  const type = fc.constantFrom(...TYPES);
  const answer = fc.record({ status, body, headers: type.map((each) => ({ 'content-type': each })) });
  return fc.oneof({ arbitrary: answer, weight: 30 }, fc.constant<Answer>('reset'));
}

/** Of a call: what it gave, or threw; it fails when it takes longer than any answer that came at once can explain. */
export async function outcomeOf(
  call: () => Promise<unknown>,
): Promise<{ gave: unknown } | { threw: unknown }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The call hangs')), MOST_MILLISECONDS);
  });
  const settled = call().then(
    (gave) => ({ gave }),
    (threw: unknown) => ({ threw }),
  );
  return Promise.race([settled, late]).finally(() => clearTimeout(timer));
}

const MOST_MILLISECONDS = 10_000;
