import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

export const FOLDER = join(__dirname, '../../docs/events');

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
addFormats(ajv);
const validators = new Map<string, ValidateFunction>();

/** The detail types that have a schema. */
export function describedTypes(): string[] {
  return readdirSync(FOLDER).map((file) => file.replace(/[.]json$/, ''));
}

export function schemaOf(type: string): object {
  return JSON.parse(readFileSync(join(FOLDER, `${type}.json`), 'utf8')) as object;
}

/** What is wrong with the detail of an event, one sentence each; empty when its schema in docs/events allows it. */
export function eventErrors(type: string, detail: unknown): string[] {
  const validate = validators.get(type) ?? ajv.compile(schemaOf(type));
  validators.set(type, validate);
  if (validate(detail) === true) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${type}: detail${instancePath} ${message}`,
  );
}
