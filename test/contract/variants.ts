/** Fields whose value is any object of the caller's. */
const OPEN = ['attributes'];

/** The value with one field more, once for each object in it that may have only known ones. */
export function withOneFieldMore(value: unknown): unknown[] {
  if (!isObject(value)) return [];
  return [{ ...value, surprise: 1 }, ...inEachField(value, withOneFieldMore, OPEN)];
}

/** The value with one field less, once for each field in it. */
export function withOneFieldLess(value: unknown): unknown[] {
  if (!isObject(value)) return [];
  const without = Object.keys(value).map((left) =>
    Object.fromEntries(Object.entries(value).filter(([name]) => name !== left)),
  );
  return [...without, ...inEachField(value, withOneFieldLess)];
}

function inEachField(
  value: Record<string, unknown>,
  variants: (inner: unknown) => unknown[],
  but: readonly string[] = [],
): unknown[] {
  return Object.entries(value).flatMap(([name, inner]) =>
    but.includes(name) ? [] : variants(inner).map((variant) => ({ ...value, [name]: variant })),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
