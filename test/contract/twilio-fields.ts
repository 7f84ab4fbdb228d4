import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { type Field, twilioDescriptions } from './twilio-descriptions';

let ajv: Ajv | undefined;
const validators = new Map<string, ValidateFunction>();

/** Where the fields stand; headers may have names that Twilio does not describe. */
export type Where = 'path' | 'query' | 'header' | 'form';

/**
 * What is wrong with text fields by Twilio's description: unknown and missing names, names given twice, wrong
 * types, values outside of enums, patterns and limits. Names fields, never values.
 */
export function fieldViolations(
  where: Where,
  fields: readonly Field[],
  given: readonly [string, string][],
): string[] {
  const known = new Map(fields.map((field) => [field.name, field]));
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of given) {
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  }
  const violations = Object.entries(values).flatMap(([name, value]) => {
    const field = known.get(name);
    if (!field) return where === 'header' ? [] : [`${where} ${name} is not known`];
    return valueViolations(field, value).map((what) => `${where} ${name} ${what}`);
  });
  const missing = fields.filter(({ name, required }) => required && !(name in values));
  return [...violations, ...missing.map(({ name }) => `${where} ${name} is missing`)];
}

function valueViolations(field: Field, value: string | string[]): string[] {
  const isList = field.schema.type === 'array';
  if (Array.isArray(value) && !isList) return ['is given more than once'];
  if (isAnything(field)) return isJson(String(value)) ? [] : ['is not JSON'];
  const validate = validatorOf(field);
  return validate({ value: isList ? [value].flat() : value }) ? [] : (validate.errors ?? []).map(sentence);
}

/** Twilio describes JSON-valued fields (Routing, MediaProperties) by the empty schema. */
function isAnything({ schema }: Field): boolean {
  return schema.type === undefined && schema.$ref === undefined;
}

/** The text is read as the type that the schema wants ("20" as a number, "true" as a boolean). */
function validatorOf({ ref }: Field): ValidateFunction {
  const known = validators.get(ref);
  if (known) return known;
  const validate = compiler().compile({ type: 'object', properties: { value: { $ref: ref } } });
  validators.set(ref, validate);
  return validate;
}

function compiler(): Ajv {
  if (!ajv) {
    ajv = new Ajv({ strict: false, coerceTypes: true, validateSchema: false });
    addFormats(ajv);
    ajv.addFormat('http-method', /^(GET|POST)$/);
    for (const { id, document } of twilioDescriptions().descriptions) ajv.addSchema(document, id);
  }
  return ajv;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function sentence({ message, params }: ErrorObject): string {
  return `${message} ${JSON.stringify(params)}`;
}
