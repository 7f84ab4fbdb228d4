import * as fc from 'fast-check';
import { odd } from '../http/nearly';

type Place = readonly (string | number)[];

const HUGE = 'x'.repeat(100_000);

/** The JSON value with one place of it missing, huge, or of another kind. */
export function altered(value: unknown): fc.Arbitrary<unknown> {
  return fc
    .constantFrom(...placesIn(value))
    .chain((place) =>
      fc.oneof(
        { arbitrary: odd.map((put) => withAt(value, place, () => put)), weight: 4 },
        { arbitrary: fc.constant(withAt(value, place, () => undefined)), weight: 2 },
        { arbitrary: fc.constant(withAt(value, place, () => HUGE)), weight: 1 },
        { arbitrary: fc.constant(withAt(value, place, (there) => [there, there])), weight: 1 },
      ),
    );
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inside = Object.entries(value).flatMap(([key, each]) =>
    placesIn(each).map((place) => [key, ...place]),
  );
  return [[], ...inside];
}

function withAt(value: unknown, place: Place, put: (there: unknown) => unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return put(value);
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = withAt(copy[key], rest, put);
  return copy;
}
