/** Makes what `npm pack` packs: the compiled construct, and beside it the functions' bundles and the desk, ready built. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildDesk } from '../desk/build';
import { BUNDLE, builtFrom } from '../lib/bundle';

const ROOT = join(__dirname, '..');
const PACKAGE = join(ROOT, 'dist/package');

async function main(): Promise<void> {
  rmSync(PACKAGE, { recursive: true, force: true });
  compileConstruct();
  for (const [name, code] of builtFrom(join(ROOT, 'lambda')).bundles) {
    write(join('lambda', name, BUNDLE), code);
  }
  for (const [path, { contents }] of (await buildDesk()).files) write(join('desk/built', path), contents);
}

function compileConstruct(): void {
  const tsc = createRequire(__filename).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '--project', 'tsconfig.package.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}

function write(path: string, contents: Uint8Array): void {
  const file = join(PACKAGE, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
}

void main();
