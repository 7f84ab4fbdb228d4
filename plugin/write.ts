import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildPlugin } from './build';

const TARGET = join(__dirname, 'build/flex-leave-pause.js');

async function main(): Promise<void> {
  const contents = await buildPlugin();
  mkdirSync(dirname(TARGET), { recursive: true });
  writeFileSync(TARGET, contents);
  process.stdout.write(`plugin/build/flex-leave-pause.js, ${Math.ceil(contents.length / 1024)} KB\n`);
}

void main();
