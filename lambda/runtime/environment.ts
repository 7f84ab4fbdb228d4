/** A variable that the stack gives the function. @throws when it is missing: then the function is deployed wrongly */
export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`Environment variable ${name} is missing`);
  return value;
}

export function optional(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

let environment = {};

/** Computes once in an environment, on the first call: it is read then, and not on import. */
export function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T; readonly of: object } | undefined;
  return () => {
    if (computed?.of !== environment) computed = { value: compute(), of: environment };
    return computed.value;
  };
}

/** From now on it is another one. Only where the product is started several times in one process, as in tests. */
export function renewEnvironment(): void {
  environment = {};
}
