import { NO_BROWSER } from './launch-browser';

export { launchBrowser } from './launch-browser';

if (NO_BROWSER !== null) {
  if (process.env['CI']) throw new Error(NO_BROWSER);
  process.stderr.write(`skipped: ${NO_BROWSER}\n`);
}

/** Tests that need a browser; skipped where none can be had, which CI does not allow. */
export const describeInBrowser = NO_BROWSER === null ? describe : describe.skip;
