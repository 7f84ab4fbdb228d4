import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Locator, type Page } from 'playwright-core';
import { type Task } from '../../plugin/flex-ui';
import { WORKER } from './flex-stub';
import { standInForFlex } from './stand-in-for-flex';

const SCREENSHOTS = join(__dirname, '../desk/screenshots');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const SCRIPTS = ['react/umd/react.production.min.js', 'react-dom/umd/react-dom.production.min.js'].map(
  (file) => readFileSync(join(__dirname, '../../node_modules', file), 'utf8'),
);

export interface FlexPageOptions {
  readonly plugin: Uint8Array;
  /** Where page and API are, such as `http://localhost:3000` */
  readonly origin: string;
  readonly token: string;
  readonly workerSid?: string;
  readonly leavePause?: object;
  readonly roles?: readonly string[];
  readonly nativeLeaveAndPause?: readonly string[];
  /** Windows are opened, not only written down. */
  readonly opensWindows?: boolean;
}

/** What the stand-in for Flex offers to the test, in the browser. */
interface FlexInBrowser {
  readonly invoked: [name: string, payload: unknown][];
  readonly shown: [id: string, context: unknown][];
  readonly opened: string[];
  select(task: Task): void;
  invoke(name: string, payload: unknown): Promise<string>;
}

interface Global {
  standIn: FlexInBrowser;
}

/** A page with Flex's React, a header, a list of tasks, and the plugin in them, as Flex loads it. */
export class FlexPage {
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', ({ message }) => this.complaints.push(message));
  }

  static async open(browser: Browser, { plugin, origin, ...options }: FlexPageOptions): Promise<FlexPage> {
    const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, locale: 'en-GB' });
    const flex = new FlexPage(await context.newPage());
    const html = `<!doctype html><html lang="en"><title>Flex</title><body style="margin:0;font-family:sans-serif">
      <main style="display:flex"><div id="list" style="width:320px"></div><div id="header" style="flex:1;padding:16px"></div></main>`;
    await flex.page.route(`${origin}/flex`, (route) =>
      route.fulfill({ body: html, contentType: 'text/html' }),
    );
    await flex.page.goto(`${origin}/flex`);
    for (const script of SCRIPTS) await flex.page.evaluate(script);
    const { leavePause = { apiUrl: origin }, workerSid = WORKER, roles = ['agent'], ...rest } = options;
    await flex.page.evaluate(standInForFlex, { leavePause, workerSid, roles, ...rest });
    await flex.page.evaluate(Buffer.from(plugin).toString());
    return flex;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 2, name, exact: true });
  }

  select(task: Task): Promise<void> {
    return this.page.evaluate((selected) => (globalThis as unknown as Global).standIn.select(selected), task);
  }

  /** @returns by whom it was carried out */
  invoke(name: string, payload: unknown): Promise<string> {
    return this.page.evaluate(
      ([action, given]) => (globalThis as unknown as Global).standIn.invoke(action, given),
      [name, payload] as const,
    );
  }

  read<K extends 'invoked' | 'shown' | 'opened'>(what: K): Promise<FlexInBrowser[K]> {
    return this.page.evaluate((name) => (globalThis as unknown as Global).standIn[name], what) as Promise<
      FlexInBrowser[K]
    >;
  }

  /** Takes a picture for people to look at, and finds what is wrong for people who cannot see it. */
  async look(name: string): Promise<string[]> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    await this.page.evaluate(AXE);
    return this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(on: string, options: object): Promise<{ violations: { id: string; impact: string }[] }> };
      };
      // Headings of the page are Flex's own.
      const { violations } = await axe.run('main', { rules: { 'page-has-heading-one': { enabled: false } } });
      return violations.filter(({ impact }) => impact !== 'minor').map(({ id, impact }) => `${impact} ${id}`);
    });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
