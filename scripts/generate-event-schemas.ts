/** Writes the JSON Schema of each detail type on the event bus to docs/events, from docs/openapi.yaml. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventSchemas } from './event-schemas';

const FOLDER = join(__dirname, '../docs/events');

mkdirSync(FOLDER, { recursive: true });
for (const [type, schema] of Object.entries(eventSchemas()))
  writeFileSync(join(FOLDER, `${type}.json`), `${JSON.stringify(schema, null, 2)}\n`);
