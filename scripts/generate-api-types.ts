/**
 * Writes the TypeScript types of the HTTP API, as docs/openapi.yaml gives them, to lambda/http/api-types.ts.
 * With `--check` it writes nothing, and fails when the file is not what the description gives.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const DESCRIPTION_FILE = join(__dirname, '../docs/openapi.yaml');
const TYPES_FILE = join(__dirname, '../lambda/http/api-types.ts');
const HEAD = '// Generated from docs/openapi.yaml by `npm run api-types`; do not edit.\n\n';

async function main(): Promise<void> {
  const types = HEAD + astToString(await openapiTS(readFileSync(DESCRIPTION_FILE)));
  if (!process.argv.includes('--check')) return writeFileSync(TYPES_FILE, types);
  if (readFileSync(TYPES_FILE, 'utf8') !== types) {
    process.stderr.write('lambda/http/api-types.ts is out of date: npm run api-types\n');
    process.exitCode = 1;
  }
}

void main();
