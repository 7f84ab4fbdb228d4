import * as fc from 'fast-check';
import { schemaErrors } from '../contract/openapi';
import { locate } from '../contract/openapi-document';

type Place = readonly (string | number)[];

/** As much of JSON Schema as docs/openapi.yaml uses of bodies and parameters. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
  readonly allOf?: readonly unknown[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly items?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Values that fit the schema at this place of docs/openapi.yaml. */
export function fitting(...place: Place): fc.Arbitrary<unknown> {
  return like(...place).filter((value) => schemaErrors(locate(...place).at, value).length === 0);
}

/** Nearly all of them fit: `not`, and parts of patterns, are left to who filters. */
function like(...place: Place): fc.Arbitrary<unknown> {
  const { at, value: schema } = locate<Schema>(...place);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map((_, index) => like(...at, 'oneOf', index)));
  if (schema.allOf) {
    const parts = schema.allOf.map((_, index) => like(...at, 'allOf', index));
    return fc.tuple(...parts).map((objects) => Object.assign({}, ...objects) as object);
  }
  const types = [schema.type ?? []].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, at)));
}

function ofType(type: string, schema: Schema, at: Place): fc.Arbitrary<unknown> {
  const { minimum = 0, maximum = 1_000_000 } = schema;
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: minimum, max: maximum });
    case 'array':
      return fc.array(like(...at, 'items'), { maxLength: 3 });
    case 'object':
      return ofObject(schema, at);
    default:
      return ofString(schema);
  }
}

function ofObject({ properties = {}, required = [] }: Schema, at: Place): fc.Arbitrary<unknown> {
  const values = Object.keys(properties).map((name) => [name, like(...at, 'properties', name)] as const);
  return fc.record(Object.fromEntries(values), { requiredKeys: [...required] });
}

/** fast-check makes no text of a pattern that looks ahead; without that, what is made may not fit. */
const LOOKAHEAD = /\(\?=[^)]*\)/g;
const HOUR = 3_600_000;

function ofString({ format, pattern, minLength = 0, maxLength = 100 }: Schema): fc.Arbitrary<string> {
  if (format === 'date-time')
    return fc.integer({ min: -1, max: 24 * 100 }).map((hours) => {
      return `${new Date(Date.now() + hours * HOUR).toISOString().slice(0, 19)}Z`;
    });
  if (pattern === undefined) return fc.string({ minLength, maxLength, unit: 'binary' });
  return fc.stringMatching(new RegExp(pattern.replace(LOOKAHEAD, '')));
}
