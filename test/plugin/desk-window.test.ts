import { READY, SIGN_IN, type SignIn } from '../../desk/shell/token';
import { type DeskPage, DeskWindow } from '../../plugin/desk-window';
import { WORKER } from './flex-stub';

const DESK = 'https://desk.example.com';
const USER = { workerSid: WORKER, name: 'Alice', roles: ['agent'] } as const;

class Page {
  readonly opened: [url: string, name: string][] = [];
  readonly posted: [message: unknown, origin: string][] = [];
  blocks = false;
  token = 'token-1';
  readonly desk = {
    closed: false as boolean,
    focus: () => undefined,
    postMessage: (message: unknown, origin: string) => void this.posted.push([message, origin]),
  } satisfies DeskPage;
  private listener: (event: MessageEvent) => void = () => undefined;

  open(url: string, name: string): DeskPage | null {
    this.opened.push([url, name]);
    return this.blocks ? null : this.desk;
  }

  addEventListener(_: 'message', listener: (event: MessageEvent) => void): void {
    this.listener = listener;
  }

  says(data: unknown, origin = DESK, source: unknown = this.desk): void {
    this.listener({ data, origin, source } as MessageEvent);
  }
}

function windowOn(page: Page): DeskWindow {
  return new DeskWindow(
    page,
    `${DESK}/somewhere`,
    () => ({ token: page.token, user: USER }) satisfies SignIn,
  );
}

it('opens the desk without the token in its address, and hands it over once the desk is ready', () => {
  const page = new Page();
  expect(windowOn(page).open()).toBe(true);
  expect(page.opened).toEqual([[`${DESK}/somewhere`, 'leave-pause-desk']]);
  expect(page.posted).toEqual([]);
  page.says({ type: READY });
  expect(page.posted).toEqual([[{ type: SIGN_IN, token: 'token-1', user: USER }, DESK]]);
});

it.each<[string, (page: Page) => void]>([
  ['another origin', (page) => page.says({ type: READY }, 'https://desk.example.org')],
  ['another window', (page) => page.says({ type: READY }, DESK, {})],
  ['who says something else', (page) => page.says({ type: 'hello' })],
  ['who says nothing', (page) => page.says(null)],
])('hands nothing to %s', (_, say) => {
  const page = new Page();
  windowOn(page).open();
  say(page);
  expect(page.posted).toEqual([]);
});

it('hands nothing to anybody before it is opened', () => {
  const page = new Page();
  const desk = windowOn(page);
  page.says({ type: READY }, DESK, null);
  desk.handOver();
  expect(page.posted).toEqual([]);
});

it('hands over a renewed token, as long as the window is open', () => {
  const page = new Page();
  const desk = windowOn(page);
  desk.open();
  page.token = 'token-2';
  desk.handOver();
  expect(page.posted).toEqual([[{ type: SIGN_IN, token: 'token-2', user: USER }, DESK]]);
  page.desk.closed = true;
  desk.handOver();
  expect(page.posted).toHaveLength(1);
});

it('knows when the browser has blocked the window', () => {
  const page = new Page();
  page.blocks = true;
  expect(windowOn(page).open()).toBe(false);
});
