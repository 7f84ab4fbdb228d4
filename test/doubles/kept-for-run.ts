import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What takes long to make is made by the first test file of a run that needs it, as JSON for all others. */
export function keptForRun<T>(name: string): T | undefined {
  const file = fileOf(name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

/** Test files run at once: what can be read is whole, and the same twice does no harm. */
export function keepForRun<T>(name: string, made: T): T {
  const unfinished = `${fileOf(name)}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(made));
  renameSync(unfinished, fileOf(name));
  return made;
}

function fileOf(name: string): string {
  return join(process.env['TEST_RUN_FOLDER']!, `${name}.json`);
}
