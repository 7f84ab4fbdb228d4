import { type Json } from './definition';
import { StatesError } from './states-error';

/** `$`, `$.a.b`, `$.a[0]`, `$$.Execution.Name`: what CDK writes; filters and intrinsic functions are not known. */
const PATH = /^\$\$?(\.[A-Za-z_][\w-]*|\[\d+\])*$/;
const REFERENCE_PATH = /^\$(\.[A-Za-z_][\w-]*)*$/;

export function isPath(path: unknown): path is string {
  return typeof path === 'string' && PATH.test(path);
}

/** A path that a result can be written to. */
export function isReferencePath(path: unknown): path is string {
  return typeof path === 'string' && REFERENCE_PATH.test(path);
}

/** The paths in a template: values of the keys that end in `.$`. */
export function pathsIn(template: unknown): unknown[] {
  if (typeof template !== 'object' || template === null) return [];
  return Object.entries(template).flatMap(([key, value]: [string, unknown]) =>
    key.endsWith('.$') ? [value] : pathsIn(value),
  );
}

/** @throws StatesError States.Runtime when the path leads nowhere */
export function readPath(path: string, input: Json, context: Json = {}): Json {
  let value: Json | undefined = path.startsWith('$$') ? context : input;
  for (const step of steps(path)) value = child(value, step);
  if (value === undefined) {
    throw new StatesError('States.Runtime', `The path '${path}' could not be found in the input.`);
  }
  return value;
}

/** InputPath and OutputPath: absent is everything, null an empty object. */
export function selectBy(path: string | null | undefined, value: Json, context: Json): Json {
  return path === null ? {} : readPath(path ?? '$', value, context);
}

/** A template with each `"key.$": path` replaced by `"key": value`. Absent: the input itself. */
export function fill(template: Json | undefined, input: Json, context: Json): Json {
  if (template === undefined) return input;
  if (Array.isArray(template)) return template.map((each) => fill(each, input, context));
  if (template === null || typeof template !== 'object') return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$')
        ? [key.slice(0, -2), readPath(value as string, input, context)]
        : [key, fill(value, input, context)],
    ),
  );
}

/** ResultPath: where a result goes in the state's input; null throws the result away. */
export function writePath(path: string | null | undefined, input: Json, result: Json): Json {
  if (path === null) return input;
  return writeAt(steps(path ?? '$'), input, result);
}

function writeAt([step, ...rest]: string[], into: Json, result: Json): Json {
  if (step === undefined) return result;
  if (into === null || typeof into !== 'object' || Array.isArray(into)) {
    throw new StatesError('States.ResultPathMatchFailure', 'ResultPath does not fit the input.');
  }
  return { ...into, [step]: writeAt(rest, into[step] ?? {}, result) };
}

function child(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(step)];
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
  return value[step];
}

function steps(path: string): string[] {
  return path.match(/[A-Za-z_][\w-]*|\d+(?=\])/g) ?? [];
}
