import { type Conversation } from '../../desk/api/types';
import { acceptedByAlice, changes, does, leftByAlice, pausedByAlice, seen } from '../e2e/acts';
import { ALICE, DEE } from '../e2e/running-product';
import { describeInBrowser } from './browser';
import { type DeskPage } from './desk-page';
import { deskForAll } from './fixture';
import { refusals } from './refusals';

const HOUR_MS = 3_600_000;

describeInBrowser('a supervisor at the board', () => {
  const { running, open } = deskForAll();
  afterEach(endAll);

  /** What one test has paused or left is not in the lists of the next. */
  async function endAll(): Promise<void> {
    for (const list of ['/paused', '/left']) {
      const { conversations } = (await running().get(`${list}?worker=all`, DEE)).body as {
        conversations: Conversation[];
      };
      for (const { conversationSid } of conversations)
        await does(running(), DEE, `/conversations/${conversationSid}/end`);
    }
  }

  async function paused(timeLimit: string): Promise<Conversation> {
    return seen(running(), await pausedByAlice(running(), { timeLimit, reason: 'research' }));
  }

  async function now(conversation: Conversation): Promise<Conversation> {
    return seen(running(), { path: `/conversations/${conversation.conversationSid}` });
  }

  const nameOf = ({ customerName }: Conversation): string => customerName ?? '';
  const row = (desk: DeskPage, conversation: Conversation) => desk.row('Paused', `${nameOf(conversation)}`);
  const choose = (desk: DeskPage, conversation: Conversation) =>
    desk.page.getByRole('checkbox', { name: `Select ${nameOf(conversation)}`, exact: true }).press('Space');
  const result = (desk: DeskPage, words: string) =>
    desk.page.getByRole('status').getByText(words, { exact: true }).waitFor();

  it('gives several another day at once', async () => {
    const conversations = [await paused('PT2H'), await paused('P3D')];
    const desk = await open('Dee');
    await desk.go('board');
    await desk.page.getByText('Select all shown').click();
    await desk.page.getByText('2 selected').waitFor();
    await desk.button('Change deadline').click();
    expect(await desk.look('board-change-deadline')).toEqual([]);
    // The list changes while somebody decides.
    await changes(running(), DEE, `/conversations/${conversations[1]!.conversationSid}`, { note: 'urgent' });
    await desk.glance();
    await desk.page.getByText('urgent').waitFor();
    await desk.dialog.getByRole('button', { name: 'Change', exact: true }).click();
    await result(desk, 'Changing deadlines: 2 done');
    for (const before of conversations) {
      const { pause } = await now(before);
      expect(Date.parse(pause!.deadline) - Date.parse(before.pause!.deadline)).toBe(24 * HOUR_MS);
    }
    await row(desk, conversations[0]!)
      .getByText(/Reassigned in 1 day 1 h/)
      .waitFor();
    await desk.page.getByText('Select all shown').waitFor();
  });

  it('sees which of several was refused and why, and it stays chosen', async () => {
    const [soon, late] = [await paused('PT2H'), await paused('P3D')];
    const desk = await open('Dee');
    await desk.go('board');
    await choose(desk, soon);
    await choose(desk, late);
    await desk.button('Change deadline').click();
    await desk.dialog.getByText('Earlier', { exact: true }).click();
    await desk.dialog.getByLabel('By', { exact: true }).fill('0');
    await desk.dialog.getByRole('button', { name: 'Change', exact: true }).click();
    await desk.dialog.getByText('Enter a whole number above zero.').waitFor();
    await desk.dialog.getByLabel('By', { exact: true }).fill('5');
    await desk.dialog.getByLabel('By, unit').selectOption('hours');
    await desk.dialog.getByRole('button', { name: 'Change', exact: true }).click();
    await result(desk, 'Changing deadlines: 1 done, 1 refused');
    const refused = desk.page.getByRole('list', { name: 'Refused' });
    expect(await refused.innerText()).toBe(
      `${nameOf(soon)}: The deadline must be at least one minute ahead.`,
    );
    await desk.page.getByText('1 selected').waitFor();
    expect((await now(soon)).pause!.deadline).toBe(soon.pause!.deadline);
    expect(await desk.look('board-refused')).toEqual([]);
    expect(refusals(desk)).toEqual([400]);
  });

  it('gives all of them one moment', async () => {
    const conversation = await paused('PT2H');
    const desk = await open('Dee');
    await desk.go('board');
    await choose(desk, conversation);
    await desk.button('Change deadline').click();
    await desk.dialog.getByText('At a moment', { exact: true }).click();
    await desk.dialog.getByText('Tomorrow morning', { exact: true }).click();
    await desk.dialog.getByRole('button', { name: 'Change', exact: true }).click();
    await result(desk, 'Changing deadlines: 1 done');
    await row(desk, conversation)
      .getByText(/tomorrow at 09:00/)
      .waitFor();
  });

  it('looks at one beside the list, and focus comes and goes with it', async () => {
    const conversation = await paused('PT2H');
    const desk = await open('Dee');
    await desk.go('board');
    await row(desk, conversation).focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText(/^Alice paused it until/).waitFor();
    expect(await desk.focused()).toBe(nameOf(conversation));
    expect(await desk.look('board-conversation')).toEqual([]);
    await desk.button('Close').click();
    await desk.button('Close').waitFor({ state: 'detached' });
    await expect(
      desk.page.waitForFunction(() => document.activeElement?.tagName === 'BUTTON'),
    ).resolves.toBeDefined();
    expect(await desk.focused()).toContain(nameOf(conversation));
  });

  it('reassigns to an agent, who is told to have it', async () => {
    const conversation = await paused('PT2H');
    const desk = await open('Dee');
    await desk.go(`board/paused/${conversation.conversationSid}`);
    await desk.button('Reassign').click();
    await desk.dialog.getByLabel('To').selectOption({ label: 'Carol, available' });
    expect(await desk.look('board-reassign')).toEqual([]);
    await desk.dialog.getByRole('button', { name: 'Reassign', exact: true }).click();
    await desk.page.getByText(/^You reassigned it for Carol/).waitFor();
    await desk.page.getByText('With Carol').waitFor();
    await desk.section('Paused').getByText('Nothing is paused.').waitFor();
    await does(running(), DEE, `/conversations/${conversation.conversationSid}/end`);
  });

  it('brings back what is left to the queue', async () => {
    const left = await seen(running(), await leftByAlice(running()));
    const desk = await open('Dee');
    await desk.go('board');
    await desk.page.getByRole('link', { name: 'Left' }).click();
    await desk
      .row('Left', nameOf(left))
      .getByText(/Closed in 89 days/)
      .waitFor();
    expect(await desk.look('board-left')).toEqual([]);
    await choose(desk, left);
    await desk.button('Reassign').click();
    await desk.dialog.getByRole('button', { name: 'Reassign', exact: true }).click();
    await desk.page
      .getByRole('status')
      .getByText(/^Reassigning to the queue: 1 done/)
      .waitFor();
    await desk.section('Left').getByText('Nothing waits for a customer’s reply.').waitFor();
    expect((await now(left)).task).not.toBeNull();
    await does(running(), DEE, `/conversations/${left.conversationSid}/end`);
  });

  it('hands over what a colleague has paused', async () => {
    const conversations = [await paused('PT2H'), await paused('P3D')];
    const desk = await open('Dee');
    await desk.go('board');
    await desk.page.getByRole('row', { name: 'Alice 2' }).getByRole('button').click();
    await row(desk, conversations[1]!).waitFor();
    await desk.button('Hand over paused work').click();
    expect(await desk.dialog.getByLabel('From').locator('option:checked').innerText()).toBe(
      'Alice, 2 paused',
    );
    await desk.dialog.getByLabel('To', { exact: true }).selectOption({ label: 'Bob, available' });
    expect(await desk.look('board-hand-over')).toEqual([]);
    await desk.dialog.getByRole('button', { name: 'Hand over', exact: true }).click();
    await desk.page
      .getByRole('status')
      .getByText(/^2 accepted: what Alice has paused .* Bob\.$/)
      .waitFor();
    await desk.section('Paused').getByText('Nothing is paused.').waitFor();
    await desk.page.getByRole('row', { name: 'Bob 2' }).getByRole('button').click();
    await row(desk, conversations[0]!)
      .getByText(/^Paused by Bob/)
      .waitFor();
    expect((await now(conversations[0]!)).pause).toMatchObject({
      deadline: conversations[0]!.pause!.deadline,
      workerSid: expect.stringContaining('b0b') as unknown,
    });
  });

  it('filters by how near the deadline is, and by the queue', async () => {
    const [soon, late] = [await paused('PT50M'), await paused('P3D')];
    const desk = await open('Dee');
    await desk.go('board');
    await row(desk, late).waitFor();
    await desk.page.getByLabel('Reassigned', { exact: true }).selectOption('Within 1 hour');
    await row(desk, late).waitFor({ state: 'detached' });
    await row(desk, soon).waitFor();
    await desk.page.getByLabel('Reassigned', { exact: true }).selectOption('Later');
    await row(desk, late).waitFor();
    await desk.page.getByLabel('Queue').selectOption(late.queueSid);
    await row(desk, late).waitFor();
    expect(await row(desk, soon).count()).toBe(0);
  });

  it('sees in numbers when it comes due and whose it is', async () => {
    await paused('PT2H');
    await paused('P3D');
    const desk = await open('Dee');
    await desk.go('board');
    const table = (name: string) => desk.page.getByRole('table', { name });
    await table('Paused by agent').getByRole('row', { name: 'Alice 2' }).waitFor();
    await table('Due within the next day')
      .getByRole('row', { name: /^today at \d\d:00 1$|^tomorrow at \d\d:00 1$/ })
      .waitFor();
    expect(await table('Due after that').getByRole('row').count()).toBe(2);
    expect(await desk.page.getByText('More is paused than is counted here').count()).toBe(0);
    expect(await desk.look('board')).toEqual([]);
  });

  it('uses it on a small screen', async () => {
    const conversation = await paused('PT2H');
    const desk = await open('Dee', { viewport: { width: 360, height: 740 } });
    await desk.go('board');
    await row(desk, conversation).waitFor();
    expect(await desk.look('board-small')).toEqual([]);
    await row(desk, conversation).click();
    await desk.page.getByText(/^Alice paused it until/).waitFor();
    expect(await desk.look('board-conversation-small')).toEqual([]);
    const width = await desk.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);
    await desk.button('Close').click();
    await row(desk, conversation).waitFor();
  });

  it('is shown what customers and agents wrote as text', async () => {
    const begun = await acceptedByAlice(running());
    await does(running(), ALICE, `${begun.path}/pause`, {
      note: `<img src=x onerror=alert(1)>${'x'.repeat(400)}`,
    });
    await does(running(), ALICE, `${begun.path}/complete`);
    const desk = await open('Dee');
    await desk.go(`board/paused/${begun.conversationSid}`);
    await desk.page.getByText(/^Note: <img src=x onerror=alert\(1\)>x+$/m).waitFor();
    expect(await desk.page.locator('img').count()).toBe(0);
  });
});
