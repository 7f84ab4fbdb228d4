import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of a run of Jest; elsewhere nothing is kept. */
const { TEST_RUN_FOLDER } = process.env;

/** What takes long to make is made by the first test file of a run that needs it, as JSON for all others. */
export function keptForRun<T>(name: string): T | undefined {
  if (TEST_RUN_FOLDER === undefined) return undefined;
  const file = fileOf(TEST_RUN_FOLDER, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

/** Test files run at once: what can be read is whole, and the same twice does no harm. */
export function keepForRun<T>(name: string, made: T): T {
  if (TEST_RUN_FOLDER === undefined) return made;
  const file = fileOf(TEST_RUN_FOLDER, name);
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(made));
  renameSync(unfinished, file);
  return made;
}

function fileOf(folder: string, name: string): string {
  return join(folder, `${name}.json`);
}
