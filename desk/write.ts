import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildDesk } from './build';

/** Builds the desk into the folder that the command line names. */
async function main(folder: string): Promise<void> {
  const { files } = await buildDesk();
  for (const [path, { contents }] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contents);
  }
}

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Name the folder that the desk is built into');
void main(folder);
