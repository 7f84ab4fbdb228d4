import { type Route } from 'playwright-core';
import { type Conversation } from '../../desk/api/types';
import { pausedByAlice, seen } from '../e2e/acts';
import { describeInBrowser } from './browser';
import { type DeskPage } from './desk-page';
import { deskForAll } from './fixture';

const COUNT = 2_000;
/** On a machine that others keep busy; alone it is some ten milliseconds. */
const SLOW_FRAME_MS = 250;

describeInBrowser('two thousand paused conversations', () => {
  const { running, open } = deskForAll();

  /** The board with so many, of which the API gives a page at a time. */
  async function boardOf(count: number): Promise<DeskPage> {
    const example = await seen(running(), await pausedByAlice(running(), { timeLimit: 'P2D' }));
    const all = Array.from({ length: count }, (_, n): Conversation => ({
      ...example,
      conversationSid: `CH${String(n).padStart(32, '0')}`,
      customerName: `Person ${n}`,
    }));
    const desk = await open('Dee');
    await desk.page.route(/\/paused\?/, (route: Route) => {
      const parameters = new URL(route.request().url()).searchParams;
      const from = Number(parameters.get('cursor') ?? 0);
      const to = from + Number(parameters.get('limit'));
      return route.fulfill({
        json: { conversations: all.slice(from, to), ...(to < count && { next: String(to) }) },
      });
    });
    await desk.page.route(/\/paused\/summary$/, async (route: Route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...((await answer.json()) as object), complete: false } });
    });
    await desk.go('board');
    return desk;
  }

  it('are read in a few clicks, are in the page where they are seen, and scroll smoothly', async () => {
    const desk = await boardOf(COUNT);
    const heading = desk.page.getByRole('heading', { level: 2, name: /^Paused \(/ });
    await desk.page.getByText('Paused (100+)').waitFor();
    for (const words of [
      'Paused (200+)',
      'Paused (400+)',
      'Paused (800+)',
      'Paused (1600+)',
      'Paused (2000)',
    ]) {
      await desk.button('Show more').click();
      await heading.getByText(words, { exact: true }).waitFor();
    }
    const list = desk.page.getByRole('list', { name: 'Paused' });
    expect(await list.getByRole('listitem').count()).toBeLessThan(50);

    const frames = await list.evaluate(scrollThrough);
    const [median = 0] = frames.sort((a, b) => a - b).slice(frames.length / 2);
    expect(median).toBeLessThan(SLOW_FRAME_MS);
    await list.getByText(`Person ${COUNT - 1}`, { exact: true }).waitFor();
    expect(await list.getByRole('listitem').count()).toBeLessThan(50);
    expect(await desk.look('board-2000')).toEqual([]);

    await desk.page.getByText('Select all shown').click();
    await desk.page.getByText(`${COUNT} selected`).waitFor();
    expect(await desk.page.getByText('More is paused than is counted here').count()).toBe(1);
  });
});

/** Scrolls a step each frame, then to the end. @returns how long each frame took, in milliseconds */
async function scrollThrough(list: Element): Promise<number[]> {
  const scroller = list.parentElement!;
  const frames: number[] = [];
  let before = performance.now();
  for (let n = 1; n <= 100; n++) {
    scroller.scrollTop = 100 * n;
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - before);
    before = now;
  }
  scroller.scrollTop = scroller.scrollHeight;
  return frames;
}
