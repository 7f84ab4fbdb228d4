import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { keepForRun, keptForRun } from '../doubles/kept-for-run';

/** What docs/openapi.yaml says; in the simulator's program it stands in this file's place. */
export const OPENAPI: unknown =
  keptForRun('openapi') ??
  keepForRun('openapi', parse(readFileSync(join(__dirname, '../../docs/openapi.yaml'), 'utf8')));
