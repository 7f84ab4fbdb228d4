import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

/** The schemas of CycloneDX; the package's own validator wants more packages beside it. */
const SCHEMAS = join(__dirname, '../../node_modules/@cyclonedx/cyclonedx-library/res/schema');
const schemaIn = (file: string) => JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')) as object;

/** What is wrong with a bill of materials of CycloneDX 1.5, one sentence each. */
export function cycloneDxErrors(bill: unknown): string[] {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { 'idn-email': true, 'iri-reference': true },
  });
  addFormats(ajv);
  for (const file of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json'])
    ajv.addSchema(schemaIn(file), `http://cyclonedx.org/schema/${file}`);
  const validate = ajv.compile(schemaIn('bom-1.5.SNAPSHOT.schema.json'));
  if (validate(bill)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
