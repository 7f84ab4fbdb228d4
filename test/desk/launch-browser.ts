import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
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
  const executablePath = HAS_PACKAGED ? await chromium.executablePath() : DEBIANS;
  return playwright.launch({ executablePath, args: ARGUMENTS });
}
