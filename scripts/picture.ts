/**
 * Makes the README's picture of the desk: starts the product on this machine, plays a scene, and takes the picture in a
 * browser. To docs/desk.png, or to the file that is named.
 */
import { join } from 'node:path';
import { buildDesk } from '../desk/build';
import { startProduct } from '../local/product';
import { launchBrowser, NO_BROWSER } from '../test/desk/launch-browser';
import { playScene } from './desk-scene';

const FILE = process.argv[2] ?? join(__dirname, '../docs/desk.png');
const SIZE = { width: 1440, height: 900 };
const PLACE = { locale: 'en-GB', timezoneId: 'Europe/Berlin' };

async function main(): Promise<void> {
  if (NO_BROWSER !== null) throw new Error(NO_BROWSER);
  const product = await startProduct({ port: 0, desk: buildDesk });
  const browser = await launchBrowser();
  try {
    const { conversationSid } = await playScene(product.url);
    const page = await browser.newPage({ viewport: SIZE, ...PLACE, reducedMotion: 'reduce' });
    await page.goto(`${product.url}/#/tasks/${conversationSid}`);
    const playground = page.getByRole('complementary', { name: 'Playground' });
    await playground.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Resume' }).waitFor();
    await playground.getByText('Is there any news?').waitFor();
    await page.mouse.click(0, 0); // nothing has the focus
    await page.screenshot({ path: FILE });
  } finally {
    await browser.close();
    await product.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
