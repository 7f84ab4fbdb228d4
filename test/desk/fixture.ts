import { type Browser } from 'playwright-core';
import { buildDesk } from '../../desk/build';
import { RunningProduct } from '../e2e/running-product';
import { launchBrowser } from './browser';
import { DeskPage } from './desk-page';

/** A browser that starts beside others on a busy machine, and people's time */
const TIMEOUT_MS = 120_000;

/** One product with Leave and Pause turned on, and a browser; each test opens the desk as whom it needs. */
export function deskForAll(): {
  readonly running: () => RunningProduct;
  readonly open: (name: string, options?: Parameters<typeof DeskPage.open>[3]) => Promise<DeskPage>;
} {
  let running: RunningProduct;
  let browser: Browser;
  const opened: DeskPage[] = [];
  jest.setTimeout(TIMEOUT_MS);
  beforeAll(async () => {
    [running, browser] = await Promise.all([
      RunningProduct.start({ desk: buildDesk, isWatched: false }),
      launchBrowser(),
    ]);
    await running.set({ pause: { enabled: true }, leave: { enabled: true } });
  }, TIMEOUT_MS);
  afterEach(async () => {
    const complaints = opened.flatMap((desk) => desk.complaints);
    await Promise.all(opened.splice(0).map((desk) => desk.close()));
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await running?.close();
  }, TIMEOUT_MS);
  return {
    running: () => running,
    open: async (name, options) => {
      const desk = await DeskPage.open(browser, running.product.url, name, options);
      opened.push(desk);
      return desk;
    },
  };
}
