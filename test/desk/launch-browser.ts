import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium as playwright } from 'playwright-core';

const DEBIANS = '/usr/bin/chromium';
/** The package's browser is built for this. */
const HAS_PACKAGED = process.platform === 'linux' && process.arch === 'x64';

/** Why there is no browser; null where there is one. */
export const NO_BROWSER =
  existsSync(DEBIANS) || HAS_PACKAGED
    ? null
    : `no browser: neither ${DEBIANS} nor one packaged for ${process.platform} ${process.arch}`;

/** The rest would be for a machine that the browser has for itself. */
const ARGUMENTS = [
  '--headless=shell',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--font-render-hinting=none',
];

export async function launchBrowser(): Promise<Browser> {
  const executablePath = HAS_PACKAGED ? await packagedBrowser() : DEBIANS;
  return playwright.launch({ executablePath, args: ARGUMENTS });
}

/** Whole or not there: the package unpacks in place, where another process would start a file still being written. */
async function packagedBrowser(): Promise<string> {
  const folder = join(tmpdir(), 'flex-leave-pause-browser');
  if (!existsSync(folder)) {
    const own = await mkdtemp(`${folder}-`);
    await unpack(own);
    await rename(own, folder).catch(() => rm(own, { recursive: true })); // another process was first
  }
  return join(folder, 'chromium');
}

/** In a process of its own, as the package unpacks into the temporary folder of its process. */
async function unpack(into: string): Promise<void> {
  const script = `require(${JSON.stringify(require.resolve('@sparticuz/chromium'))}).executablePath()`;
  await promisify(execFile)(process.execPath, ['-e', script], {
    env: { ...process.env, TMPDIR: into },
  });
}
