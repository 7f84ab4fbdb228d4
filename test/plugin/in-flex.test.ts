import { type Browser } from 'playwright-core';
import { buildDesk } from '../../desk/build';
import { buildPlugin } from '../../plugin/build';
import { type Task } from '../../plugin/flex-ui';
import { describeInBrowser, launchBrowser } from '../desk/browser';
import { ADA, ALICE, RunningProduct } from '../e2e/running-product';
import { FlexPage, type FlexPageOptions } from './flex-page';
import { task } from './flex-stub';

/** A browser that starts beside others on a busy machine */
const TIMEOUT_MS = 120_000;
jest.setTimeout(TIMEOUT_MS);

interface Seen {
  readonly taskSid: string;
  readonly workerSid: string;
  readonly customerName: string;
  readonly attributes: Task['attributes'];
}

describeInBrowser('the plugin in Flex', () => {
  let running: RunningProduct;
  let browser: Browser;
  let plugin: Uint8Array;
  let flex: FlexPage;
  beforeAll(async () => {
    [running, browser, plugin] = await Promise.all([
      RunningProduct.start({ desk: buildDesk, isWatched: false }),
      launchBrowser(),
      buildPlugin(),
    ]);
    await running.set({ pause: { enabled: true }, leave: { enabled: true } });
  }, TIMEOUT_MS);
  afterEach(async () => {
    const { complaints } = flex;
    await flex.close();
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await running?.close();
  }, TIMEOUT_MS);

  const open = async (options: Partial<FlexPageOptions> = {}) => {
    const origin = `http://localhost:${running.product.port}`;
    flex = await FlexPage.open(browser, { plugin, origin, token: ALICE, ...options });
  };
  /** A task that an agent has accepted, as Flex shows it, and Flex as that agent sees it. */
  async function accepted(): Promise<{ shown: Task; seen: Seen; token: string; path: string }> {
    const { taskSid, path } = await running.accepted();
    const { tasks } = (await running.get('/local/tasks')).body as { tasks: Seen[] };
    const seen = tasks.find((each) => each.taskSid === taskSid)!;
    const agents = (await running.get('/local/agents')).body as { workerSid: string; token: string }[];
    const { token } = agents.find(({ workerSid }) => workerSid === seen.workerSid)!;
    await open({ workerSid: seen.workerSid, token });
    return { shown: task({ taskSid, attributes: seen.attributes }), seen, token, path };
  }

  it('pauses at the task, completes the wrap-up, and resumes from the list', async () => {
    const { shown, seen, token, path } = await accepted();
    await flex.heading('Paused (0)').waitFor();
    await flex.select(shown);
    await flex.button('Pause').click();
    expect(await flex.look('plugin-pause-dialog')).toEqual([]);
    await flex.page.getByRole('dialog').getByRole('button', { name: 'Pause', exact: true }).click();
    await flex.button('Complete').waitFor();
    await flex.heading('Paused (1)').waitFor();

    const wrapping: Task = { ...shown, status: 'wrapping' };
    await flex.select(wrapping);
    expect(await flex.invoke('CompleteTask', { task: wrapping })).toBe('the plugin');
    expect((await running.get(path, token)).body).toMatchObject({ channelState: 'pause', wrapUp: null });

    const row = flex.page.locator('#list').getByRole('button').filter({ hasText: seen.customerName });
    await row.filter({ hasNotText: 'Wrapping up' }).click();
    await flex.page.locator('#list').getByRole('button', { name: 'Resume' }).waitFor();
    expect(await flex.look('plugin-paused')).toEqual([]);
    await flex.page.locator('#list').getByRole('button', { name: 'Resume' }).click();
    await flex.heading('Paused (0)').waitFor();
    expect((await running.get(path, token)).body).toMatchObject({ channelState: 'active', pause: null });
  });

  it('says at the task why something is refused', async () => {
    const { shown } = await accepted();
    await flex.select(shown);
    await flex.button('Leave').waitFor();
    await running.set({ leave: { enabled: false } });
    await flex.button('Leave').click();
    await flex.page.getByText('This option is turned off.').waitFor();
    await running.set({ leave: { enabled: true } });
  });

  it('has nothing to say at a call', async () => {
    await open();
    await flex.select({ ...task(), attributes: { call_sid: 'CA1' } });
    await flex.heading('Paused (0)').waitFor();
    expect(await flex.page.locator('#header button').count()).toBe(0);
  });

  it('opens the desk, where there is one', async () => {
    await open({ leavePause: { apiUrl: 'http://localhost', deskUrl: 'https://desk.example.com' } });
    await flex.button('Open the desk').click();
    expect(await flex.read('opened')).toEqual(['https://desk.example.com']);
  });

  it('signs its agent in at the desk that it has opened, which is at another address', async () => {
    const [deskUrl, flexUrl] = ['localhost', '127.0.0.1'].map(
      (host) => `http://${host}:${running.product.port}`,
    );
    await open({ origin: flexUrl!, leavePause: { apiUrl: deskUrl, deskUrl }, opensWindows: true });
    await flex.page
      .context()
      .route(`${deskUrl}/config.json`, (route) =>
        route.fulfill({ json: { apiUrl: '', pluginOrigins: [flexUrl], demo: false } }),
      );
    const [desk] = await Promise.all([flex.page.waitForEvent('popup'), flex.button('Open the desk').click()]);
    await desk
      .getByRole('heading', { name: /^My tasks|^Paused/ })
      .first()
      .waitFor();
    await desk.getByRole('banner').getByText('Alice').last().waitFor();
    expect(desk.url()).not.toContain(ALICE);
    expect(await desk.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).toBe('{}');
  });

  it('tells an administrator, and nobody else, that it is not set up, and shows nothing', async () => {
    await open({ leavePause: {} });
    expect(await flex.read('shown')).toEqual([]);
    await flex.close();
    await open({ leavePause: {}, token: ADA, roles: ['admin'] });
    expect(await flex.read('shown')).toEqual([
      ['LeavePauseNotSetUp', { sentence: expect.stringContaining('apiUrl is not set') as string }],
    ]);
    expect(await flex.page.locator('#list button').count()).toBe(0);
  });

  it('warns an administrator of Flex’s own Leave and Pause', async () => {
    await open({ token: ADA, roles: ['admin'], nativeLeaveAndPause: ['Pause'] });
    expect((await flex.read('shown')).map(([id]) => id)).toEqual(['LeavePauseBesideFlex']);
  });
});
