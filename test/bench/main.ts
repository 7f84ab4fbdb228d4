import { weightTable } from './weight-table';

/** Prints what docs/performance.md shows. */
async function main(): Promise<void> {
  for (const line of await weightTable()) process.stdout.write(`${line}\n`);
}

void main();
