/** The value with one field more, once for each object in it. */
export function withOneFieldMore(value: unknown): unknown[] {
  if (!isObject(value)) return [];
  return [{ ...value, surprise: 1 }, ...inEachField(value, withOneFieldMore)];
}

/** The value with one field less, once for each field in it. */
export function withOneFieldLess(value: unknown): unknown[] {
  if (!isObject(value)) return [];
  const without = Object.keys(value).map((left) =>
    Object.fromEntries(Object.entries(value).filter(([name]) => name !== left)),
  );
  return [...without, ...inEachField(value, withOneFieldLess)];
}

function inEachField(value: Record<string, unknown>, variants: (inner: unknown) => unknown[]): unknown[] {
  return Object.entries(value).flatMap(([name, inner]) =>
    variants(inner).map((variant) => ({ ...value, [name]: variant })),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
