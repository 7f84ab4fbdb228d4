import * as v from 'valibot';
import { isObject } from './is-object';

/** What is nested deeper could not be written as JSON again: Node does that by recursion. */
const MOST_DEPTH = 100;

/** Any JSON object. */
export const jsonObject = v.pipe(
  v.custom<Readonly<Record<string, unknown>>>(isObject),
  v.check((object) => isWithin(MOST_DEPTH, object), `may be nested ${MOST_DEPTH} deep`),
);

function isWithin(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((each) => isWithin(depth - 1, each));
}
