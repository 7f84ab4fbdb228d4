import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';

const SCREENSHOTS = join(__dirname, 'screenshots');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds is told by these, worst first. */
const SERIOUS = ['critical', 'serious', 'moderate'];

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** The desk in a browser, as somebody sees it who is signed in. */
export class DeskPage {
  /** What the page has complained of */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** @param name one of the demo agents */
  static async open(
    browser: Browser,
    url: string,
    name: string,
    options: BrowserContextOptions = {},
  ): Promise<DeskPage> {
    const context = await browser.newContext({
      viewport: { width: 1200, height: 800 }, // the playground opens by itself only where there is more room
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    });
    const desk = new DeskPage(await context.newPage(), url);
    await desk.page.addInitScript((agent) => sessionStorage.setItem('leave-pause-demo-agent', agent), name);
    await desk.go('');
    return desk;
  }

  /** @param path after "#/" */
  async go(path: string): Promise<void> {
    await this.page.goto(`${this.url}/#/${path}`);
    await this.page.getByRole('banner').waitFor();
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  /** What the desk shows, without the playground */
  get main(): Locator {
    return this.page.getByRole('main');
  }

  button(name: string): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** A list with its heading */
  section(title: string): Locator {
    return this.main
      .locator('section')
      .filter({ has: this.page.getByRole('heading', { level: 2, name: new RegExp(`^${title} \\(`) }) });
  }

  row(title: string, customer: string): Locator {
    return this.section(title).getByRole('button').filter({ hasText: customer });
  }

  /** Looks away and back, so that the desk asks at once what is new. */
  async glance(): Promise<void> {
    await this.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }

  /** What has the focus: its name or text */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const { activeElement } = document;
      return activeElement === document.body ? 'nothing' : (activeElement?.textContent ?? '');
    });
  }

  /** Goes there by the Tab key alone: to what has the focus with this name, label or text. */
  async tabTo(name: string): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await this.page.keyboard.press('Tab');
      const focused = await this.focusedName();
      if (focused.includes(name)) return;
      passed.push(focused);
    }
    throw new Error(`The Tab key does not lead to ${name}, but to ${passed.join(', ')}`);
  }

  async pressByTab(name: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press('Enter');
  }

  private focusedName(): Promise<string> {
    return this.page.evaluate(() => {
      const { activeElement } = document;
      const labels =
        activeElement && 'labels' in activeElement ? (activeElement as HTMLInputElement).labels : null;
      return labels?.[0]?.textContent ?? activeElement?.textContent ?? '';
    });
  }

  /** Takes a picture for people to look at, and finds what is wrong for people who cannot see it. */
  async look(name: string): Promise<string[]> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    await this.page.evaluate(AXE);
    const violations = await this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
      return (await axe.run()).violations;
    });
    return violations
      .filter(({ impact }) => SERIOUS.includes(impact))
      .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }
}
