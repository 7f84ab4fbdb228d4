import { API_CODES, Problem } from '../../desk/api/problem';
import { type ConversationList } from '../../desk/api/types';
import { refusalSentence } from '../../desk/conversations/refusals';
import { ALICE, DEE, type RunningProduct } from '../e2e/running-product';
import { describeInBrowser } from './browser';
import { ALICES_PAUSE, conversation } from './conversations';
import { type DeskPage } from './desk-page';
import { deskForAll } from './fixture';
import { onlyFor, started } from './in-flex';
import { refusals } from './refusals';

describeInBrowser('an agent at the desk', () => {
  const { running, open } = deskForAll();

  /** The next test begins with nothing in anybody's hands. */
  beforeEach(() => onlyFor(running(), 'Alice'));
  afterEach(async () => {
    for (const list of ['/paused?worker=all', '/left?worker=all']) {
      const { conversations } = (await running().get(list, DEE)).body as {
        conversations: { conversationSid: string }[];
      };
      for (const { conversationSid } of conversations)
        await running().post(`/conversations/${conversationSid}/end`, DEE);
    }
    for (const { taskSid, conversationSid, status } of await tasks(running())) {
      if (status === 'reserved') await running().post(`/local/tasks/${taskSid}/accept`);
      await running().post(`/conversations/${conversationSid}/end`, DEE);
      await running().post(`/local/tasks/${taskSid}/complete`);
    }
  });

  /** A customer of that name who has written, whose conversation Alice has. */
  async function accepted(customerName: string): Promise<{ conversationSid: string }> {
    const { conversationSid, taskSid } = await started(running(), customerName);
    await running().post(`/local/tasks/${taskSid}/accept`);
    await write(conversationSid, '<script>alert(1)</script> where is my parcel?');
    return { conversationSid };
  }

  async function write(conversationSid: string, body: string): Promise<void> {
    await running().post(`/local/conversations/${conversationSid}/messages`, undefined, {
      from: 'customer',
      body,
    });
  }

  async function paused(desk: DeskPage, customer: string, choose = 'In 1 hour'): Promise<void> {
    await desk.row('My tasks', customer).click();
    await desk.button('Pause').click();
    await desk.dialog.getByText(choose, { exact: true }).click();
    await desk.dialog.getByRole('button', { name: 'Pause', exact: true }).click();
    await desk.dialog.waitFor({ state: 'detached' });
    await desk.button('Complete').click();
    await desk.main.getByRole('status').getByText('Paused', { exact: true }).waitFor();
  }

  /** So many seconds before the deadline of the only pause. */
  async function jumpToBeforeDeadline(seconds: number): Promise<void> {
    const clock = (await running().get('/local/clock')).body as { now: string };
    const { conversations } = (await running().get('/paused', ALICE)).body as {
      conversations: { pause: { deadline: string } }[];
    };
    const left = Math.floor((Date.parse(conversations[0]!.pause.deadline) - Date.parse(clock.now)) / 1000);
    await running().advance(`PT${left - seconds}S`);
  }

  it('accepts what is offered, writes, pauses with reason and note, and resumes', async () => {
    const { conversationSid } = await started(running(), 'Ann Example');
    await write(conversationSid, '<b>Hello</b>');
    const desk = await open('Alice');
    await desk.row('My tasks', 'Ann Example').click();
    expect(await desk.look('agent-offered')).toEqual([]);
    await desk.button('Accept').click();
    await desk.button('Pause').waitFor();
    expect(await desk.main.getByText('<b>Hello</b>').count()).toBe(1);
    await desk.main.getByLabel('Message to the customer').fill('I look into it.');
    await desk.button('Send').click();
    await desk.main.locator('li').getByText('I look into it.').waitFor();

    await desk.button('Pause').click();
    await desk.dialog.getByLabel('Reason').fill('research');
    await desk.dialog.getByLabel('Note').fill('Ask the warehouse');
    await desk.dialog.getByText('Tomorrow morning').click();
    expect(await desk.look('agent-pause-dialog')).toEqual([]);
    await desk.dialog.getByRole('button', { name: 'Pause', exact: true }).click();
    await desk.button('Complete').waitFor();
    expect(await desk.focused()).toBe('Ann Example');
    await desk.button('Complete').click();
    await desk.section('My tasks').getByText('You have no tasks now.').waitFor();
    const row = await desk.row('Paused', 'Ann Example').textContent();
    expect(row).toMatch(/Reassigned in .*, tomorrow at 09:00/);
    expect(row).toContain('research');
    expect(row).toContain('Ask the warehouse');
    expect(await desk.look('agent-paused')).toEqual([]);

    await desk.button('Resume').click();
    await desk.row('My tasks', 'Ann Example').waitFor();
    await desk.section('Paused').getByText('Nothing is paused.').waitFor();
    await desk.button('End').click();
    await desk.dialog.getByRole('button', { name: 'End conversation' }).click();
    await desk.button('Complete').click();
    await desk.section('My tasks').getByText('You have no tasks now.').waitFor();
  });

  it('sees each mark when the clock jumps past it, hears of it, and finds it reassigned after the deadline', async () => {
    await accepted('Mark Example');
    const desk = await open('Alice');
    await paused(desk, 'Mark Example', 'Next week');
    const row = desk.row('Paused', 'Mark Example');
    await jumpToBeforeDeadline(23 * 3600);
    await desk.glance();
    await row.getByText(/Reassigned in 2[23] h/).waitFor();
    await desk.page.getByText('Mark Example: reassigned within 24 hours').waitFor({ state: 'attached' });
    expect(await desk.look('agent-within-24-hours')).toEqual([]);
    await running().advance('PT22H30M');
    await desk.glance();
    await row.getByText(/Reassigned in (29|30) min/).waitFor();
    await desk.page.getByText('Mark Example: reassigned within 1 hour').waitFor({ state: 'attached' });
    expect(await desk.look('agent-within-1-hour')).toEqual([]);
    await row.focus();
    await running().advance('PT31M');
    await desk.glance();
    await desk.section('Paused').getByText('Nothing is paused.').waitFor();
    expect(await desk.focused()).toBe('Paused (0)');
  });

  it('resumes what is past both marks', async () => {
    await accepted('Rob Example');
    const desk = await open('Alice');
    await paused(desk, 'Rob Example', 'Next week');
    for (const [seconds, words] of [
      [23 * 3600, /Reassigned in 2[23] h/],
      [1_800, /Reassigned in (29|30) min/],
    ] as const) {
      await jumpToBeforeDeadline(seconds);
      await desk.glance();
      await desk.row('Paused', 'Rob Example').getByText(words).waitFor();
    }
    await desk.button('Resume').click();
    await desk.section('Paused').getByText('Nothing is paused.').waitFor();
    await desk.row('My tasks', 'Rob Example').waitFor();
  });

  it('loses at the deadline what it has paused to the next available agent, who has the history', async () => {
    await accepted('Dora Example');
    const desk = await open('Alice');
    await paused(desk, 'Dora Example');
    await onlyFor(running(), 'Bob');
    await running().advance('PT1H1M');
    await desk.glance();
    await desk.section('Paused').getByText('Nothing is paused.').waitFor();
    const bob = await open('Bob');
    await bob.row('My tasks', 'Dora Example').click();
    await bob.button('Accept').click();
    await bob.main.getByText(/^Alice paused it until/).waitFor();
    await bob.main.getByText(/^The time limit was over/).waitFor();
  });

  it('changes when a pause ends, and its note, never beyond the limit', async () => {
    await accepted('Cleo Example');
    const desk = await open('Alice');
    await paused(desk, 'Cleo Example');
    await desk.row('Paused', 'Cleo Example').click();
    await desk.button('Change').click();
    await desk.dialog.getByLabel('Note').fill('Call the bank');
    await desk.dialog.getByText('Tomorrow morning', { exact: true }).click();
    expect(await desk.look('agent-change-dialog')).toEqual([]);
    await desk.dialog.getByRole('button', { name: 'Save' }).click();
    await desk.dialog.waitFor({ state: 'detached' });
    const row = desk.row('Paused', 'Cleo Example');
    await row.getByText(/tomorrow at 09:00/).waitFor();
    await row.getByText('Call the bank').waitFor();
    await desk.button('Change').click();
    await desk.dialog.getByLabel('Date', { exact: true }).fill('2099-01-01');
    await desk.dialog.getByRole('button', { name: 'Save' }).click();
    await desk.dialog.getByText(/^Choose a time/).waitFor();
    await desk.page.keyboard.press('Escape');
    await row.getByText(/tomorrow at 09:00/).waitFor();
  });

  it('sees that the customer has replied to what is paused, and is told before putting unread words aside', async () => {
    const { conversationSid } = await accepted('Rory Example');
    const desk = await open('Alice');
    await paused(desk, 'Rory Example');
    await write(conversationSid, 'One more thing');
    await desk.glance();
    await desk.row('Paused', 'Rory Example').getByText('Customer has replied').waitFor();
    await desk.main.getByText(/^Has replied/).waitFor();
    expect(await desk.look('agent-customer-replied')).toEqual([]);
    await desk.button('Resume').click();
    await desk.button('Leave').waitFor();
    // What comes while the messages cannot be read is not seen.
    await desk.page.route('**/local/conversations/*/messages*', (route) => route.abort());
    await write(conversationSid, 'And another');
    await desk.button('Leave').click();
    await desk.main.getByText('The customer has just written something that you have not seen.').waitFor();
    expect(await desk.row('My tasks', 'Rory Example').count()).toBe(1);
    desk.complaints.splice(0);
  });

  it('is told at capacity where a resumed conversation goes, or that it cannot be resumed now', async () => {
    await accepted('Cap Example');
    const desk = await open('Alice');
    await paused(desk, 'Cap Example');
    await running().set({ pause: { whenAtCapacity: 'refuse' } });
    await onlyFor(running());
    await desk.button('Resume').click();
    await desk.main.getByText(/^The agent is not available or has as many tasks as allowed/).waitFor();
    expect(refusals(desk)).toEqual([409]);
    await running().set({ pause: { whenAtCapacity: 'workflow' } });
    await desk.button('Resume').click();
    await desk.main.getByRole('status').getByText('Waits for an agent').waitFor();
    await desk.section('Paused').getByText('Nothing is paused.').waitFor();
    expect(await desk.look('agent-at-capacity')).toEqual([]);
    await onlyFor(running(), 'Alice');
    await desk.row('My tasks', 'Cap Example').waitFor();
  });

  it('does all of it by keyboard', async () => {
    await started(running(), 'Kay Example');
    const desk = await open('Alice');
    await desk.row('My tasks', 'Kay Example').waitFor();
    await desk.pressByTab('Kay Example');
    await desk.button('Accept').waitFor();
    await desk.pressByTab('Accept');
    await desk.button('Pause').waitFor();
    await desk.pressByTab('Pause');
    await desk.dialog.waitFor();
    await desk.tabTo('Note');
    await desk.page.keyboard.type('by keyboard');
    await desk.pressByTab('Pause');
    await desk.dialog.waitFor({ state: 'detached' });
    await desk.button('Complete').waitFor();
    await desk.pressByTab('Complete');
    await desk.button('Complete').waitFor({ state: 'detached' });
    await desk.row('Paused', 'Kay Example').getByText('by keyboard').waitFor();
    await desk.pressByTab('Resume');
    await desk.button('Leave').waitFor();
    await desk.pressByTab('Leave');
    await desk.button('Complete').waitFor();
    await desk.pressByTab('Complete');
    await desk.button('Complete').waitFor({ state: 'detached' });
    await desk.row('Left', 'Kay Example').waitFor();
    await desk.pressByTab('End');
    await desk.dialog.waitFor();
    await desk.pressByTab('End conversation');
    await desk.section('Left').getByText('Nothing waits for a customer’s reply.').waitFor();
  });

  it('leaves a conversation, which the customer’s reply brings to another agent with its history', async () => {
    const { conversationSid } = await accepted('Leo Example');
    const desk = await open('Alice');
    await desk.row('My tasks', 'Leo Example').click();
    await desk.button('Leave').click();
    await desk.button('Complete').click();
    await desk.row('Left', 'Leo Example').waitFor();
    expect(await desk.look('agent-left')).toEqual([]);
    await onlyFor(running(), 'Bob');
    await write(conversationSid, 'It has come!');
    await desk.glance();
    await desk.section('Left').getByText('Nothing waits for a customer’s reply.').waitFor();
    const bob = await open('Bob');
    await bob.row('My tasks', 'Leo Example').click();
    await bob.button('Accept').click();
    await bob.main.getByText('It has come!').waitFor();
    await bob.main.getByText(/^Alice left it for the customer’s reply/).waitFor();
    expect(await bob.main.getByText('<script>alert(1)</script> where is my parcel?').count()).toBe(1);
  });

  it('is told why something is refused, and nothing is lost', async () => {
    await accepted('Rita Example');
    const desk = await open('Alice');
    await desk.row('My tasks', 'Rita Example').click();
    await desk.button('Pause').click();
    await running().set({ pause: { enabled: false } });
    await desk.dialog.getByLabel('Note').fill('kept');
    await desk.dialog.getByRole('button', { name: 'Pause', exact: true }).click();
    await desk.dialog.getByText('This option is turned off.').waitFor();
    expect(await desk.dialog.getByLabel('Note').inputValue()).toBe('kept');
    expect(await desk.look('agent-refused')).toEqual([]);
    expect(desk.complaints.splice(0)).toEqual([expect.stringContaining('403')]);
    await running().set({ pause: { enabled: true, requireReason: true, reasons: ['research', 'callback'] } });
    await desk.dialog.getByRole('button', { name: 'Cancel' }).click();
    await desk.button('Pause').click();
    await desk.dialog.getByRole('combobox', { name: /Reason/ }).waitFor();
    await desk.dialog.getByRole('button', { name: 'Pause', exact: true }).click();
    await desk.dialog.getByText('Say why, so that others understand it.').waitFor();
    await desk.page.keyboard.press('Escape');
    await desk.dialog.waitFor({ state: 'detached' });
    expect(await desk.focused()).toBe('Pause');
    await running().set({ pause: { requireReason: false, reasons: [] } });
  });

  it('sees a sentence for each refusal, and what was typed stays', async () => {
    await accepted('Ray Example');
    const desk = await open('Alice');
    await desk.row('My tasks', 'Ray Example').click();
    await desk.button('Pause').click();
    await desk.dialog.getByLabel('Note').fill('kept');
    for (const code of API_CODES) {
      const json = { title: 'No', status: 409, code };
      await desk.page.route('**/conversations/*/pause', (route) => route.fulfill({ status: 409, json }), {
        times: 1,
      });
      await desk.dialog.getByRole('button', { name: 'Pause', exact: true }).click();
      await desk.dialog.getByText(refusalSentence(new Problem(code, 409))).waitFor();
    }
    expect(await desk.dialog.getByLabel('Note').inputValue()).toBe('kept');
    expect(refusals(desk)).toEqual(API_CODES.map(() => 409));
  });

  it('uses a phone of 360 pixels: the lists, then the conversation, and back', async () => {
    await accepted('Mia Example');
    const desk = await open('Alice', { viewport: { width: 360, height: 700 } });
    expect(await desk.look('agent-narrow-lists')).toEqual([]);
    await desk.row('My tasks', 'Mia Example').click();
    await desk.button('Pause').waitFor();
    expect(await desk.look('agent-narrow-conversation')).toEqual([]);
    const tooWide = await desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
    await desk.button('Back to the lists').click();
    await desk.row('My tasks', 'Mia Example').waitFor();
  });

  it('scrolls through 2,000 paused conversations, of which only those in sight are in the page', async () => {
    const desk = await open('Alice');
    await desk.page.route('**/paused?*', (route) =>
      route.fulfill({ json: pageOf2000(route.request().url()) }),
    );
    await desk.glance();
    for (const shown of ['100+', '200+', '400+', '800+', '1600+']) {
      await desk
        .section('Paused')
        .getByRole('heading', { name: `Paused (${shown})` })
        .waitFor();
      await desk.button('Show more').click();
    }
    await desk.section('Paused').getByRole('heading', { name: 'Paused (2000)' }).waitFor();
    const rows = desk.section('Paused').getByRole('listitem');
    expect(await rows.count()).toBeLessThan(60);
    expect(await rows.first().getAttribute('aria-setsize')).toBe('2000');
    const list = desk.section('Paused').getByRole('list');
    for (let n = 0; n < 4; n++) await list.evaluate((ul) => ul.parentElement!.scrollTo(0, ul.scrollHeight));
    await desk.row('Paused', 'Customer 2000').waitFor();
    expect(await rows.count()).toBeLessThan(60);
    expect(await desk.look('agent-2000')).toEqual([]);
    await desk.row('Paused', 'Customer 1999').focus();
    await desk.page.keyboard.press('Tab');
    expect(await desk.focused()).toContain('Customer 2000');
  });

  it('is told that the connection is lost, and that it is back', async () => {
    const desk = await open('Alice');
    await desk.section('Paused').waitFor();
    await desk.page.context().setOffline(true);
    await desk.page.getByText('Connection lost.').waitFor();
    await desk.page.context().setOffline(false);
    await desk.page.getByText('Connection lost.').waitFor({ state: 'detached' });
    desk.complaints.splice(0); // the browser writes down each request that fails
  });
});

interface Task {
  readonly taskSid: string;
  readonly conversationSid: string;
  readonly status: string;
}

async function tasks(running: RunningProduct): Promise<readonly Task[]> {
  return ((await running.get('/local/tasks')).body as { tasks: Task[] }).tasks;
}

/** A page of 100 of a list of 2,000, as the API answers. The cursor is where the page begins. */
function pageOf2000(url: string): ConversationList {
  const from = Number(new URL(url).searchParams.get('cursor') ?? 0);
  const conversations = Array.from({ length: 100 }, (_, n) =>
    conversation({
      conversationSid: `CH${from + n}`,
      customerName: `Customer ${from + n + 1}`,
      channelState: 'pause',
      task: null,
      pause: {
        ...ALICES_PAUSE,
        pauseId: `P${from + n}`,
        deadline: '2036-01-01T00:00:00Z',
        note: 'Ask the warehouse',
      },
    }),
  );
  return { conversations, ...(from + 100 < 2000 && { next: String(from + 100) }) };
}
