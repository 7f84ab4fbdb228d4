import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeInBrowser } from './browser';

const ROOT = join(__dirname, '../..');
/** GitHub shows it to everybody who looks at the README. */
const MOST_BYTES = 300_000;

/** @throws Error when it is no PNG */
function sizeOf(file: string): { width: number; height: number; bytes: number } {
  const png = readFileSync(file);
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error('no PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), bytes: png.length };
}

it('the picture of the README is small enough to load at once', () => {
  expect(sizeOf(join(ROOT, 'docs/desk.png')).bytes).toBeLessThan(MOST_BYTES);
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain('](docs/desk.png)');
});

describeInBrowser('npm run picture', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flex-leave-pause-picture-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  // In a process of its own: the product sets the environment of its process.
  it('makes the picture again', async () => {
    const file = join(folder, 'desk.png');
    const script = join(ROOT, 'scripts/picture.ts');
    await promisify(execFile)(process.execPath, [require.resolve('tsx/cli'), script, file]);
    const [made, kept] = [sizeOf(file), sizeOf(join(ROOT, 'docs/desk.png'))];
    expect([made.width, made.height]).toEqual([kept.width, kept.height]);
    // Its times differ from day to day, and little else: an empty page would be a tenth of it.
    expect(Math.abs(made.bytes - kept.bytes)).toBeLessThan(kept.bytes / 10);
  }, 120_000);
});
