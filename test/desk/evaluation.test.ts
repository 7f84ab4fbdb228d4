import { type Locator } from 'playwright-core';
import { ALICE, DEE } from '../e2e/running-product';
import { describeInBrowser } from './browser';
import { type DeskPage } from './desk-page';
import { deskForAll } from './fixture';
import { onlyFor, started } from './in-flex';

/** Wide enough for the playground to be open beside the view */
const WIDE = { viewport: { width: 1440, height: 1000 } };

describeInBrowser('somebody who evaluates the product', () => {
  const { running, open } = deskForAll();

  const playground = (desk: DeskPage): Locator =>
    desk.page.getByRole('complementary', { name: 'Playground' });
  const part = (desk: DeskPage, name: string): Locator =>
    playground(desk).getByRole('region', { name, exact: true });
  const steps = (desk: DeskPage, done: number): Promise<void> =>
    playground(desk)
      .getByRole('heading', { name: `First steps: ${done} of 5 done` })
      .waitFor();
  const press = (within: Locator, name: string): Promise<void> =>
    within.getByRole('button', { name, exact: true }).click();

  /** A conversation that Alice has put aside. */
  async function putAside(by: 'pause' | 'leave', customerName: string): Promise<string> {
    const { conversationSid, taskSid } = await started(running(), customerName);
    await running().post(`/local/tasks/${taskSid}/accept`);
    await running().post(`/conversations/${conversationSid}/${by}`, ALICE);
    await running().post(`/conversations/${conversationSid}/complete`, ALICE);
    return conversationSid;
  }

  async function write(desk: DeskPage, body: string, who = 'Customer'): Promise<void> {
    const customers = part(desk, 'Customers');
    await customers.getByLabel('Who writes').selectOption(who);
    await customers.getByRole('textbox', { name: /^Message of/ }).fill(body);
    await press(customers, 'Send');
  }

  beforeEach(async () => {
    await onlyFor(running(), 'Alice');
    await running().set({ pause: { enabled: true, timeLimit: 'PT2H' }, leave: { enabled: true } });
  });
  afterEach(async () => {
    const { tasks } = (await running().get('/local/tasks')).body as {
      tasks: { taskSid: string; conversationSid: string; status: string }[];
    };
    for (const { taskSid, conversationSid, status } of tasks) {
      if (status !== 'assigned' && status !== 'wrapping')
        await running().post(`/local/tasks/${taskSid}/accept`);
      await running().post(`/conversations/${conversationSid}/end`, DEE);
      await running().post(`/local/tasks/${taskSid}/complete`);
    }
  });

  /**
   * The browser writes down each answer that is a refusal: whoever comes to a conversation by its address asks for it,
   * also when it has no record yet, or is somebody else's.
   */
  function isRefused({ complaints }: DeskPage): void {
    const others = complaints.filter((each) => !/status of 40[34]/.test(each));
    complaints.splice(0, complaints.length, ...others);
  }

  it('goes through the first steps, which tick themselves off', async () => {
    await running().set({ pause: { enabled: false }, leave: { enabled: false } });
    const desk = await open('Alice', WIDE);
    await steps(desk, 0);
    expect(await desk.look('playground-first-steps')).toEqual([]);

    await press(playground(desk), 'Sign in as Ada, an administrator');
    await press(playground(desk), 'Turn both on');
    await steps(desk, 1);

    const customers = part(desk, 'Customers');
    await customers.getByLabel('Channel').selectOption('WhatsApp');
    await customers.getByLabel('Name, if any').fill('<b>Kim</b>');
    await press(customers, 'Start a conversation');
    await customers.getByText('It is offered to Alice.').waitFor();
    await write(desk, 'Where is my <i>parcel</i>?');
    await press(customers, 'Sign in as Alice');
    await desk.button('Accept').click();
    await steps(desk, 2);
    expect(await desk.main.getByText('Where is my <i>parcel</i>?').count()).toBe(1);
    await desk.main.getByLabel('Message to the customer').fill('I look into it.');
    await desk.button('Send').click();
    await customers.getByText('I look into it.').waitFor();
    expect(await desk.look('playground-accepted')).toEqual([]);

    await desk.button('Pause').click();
    await desk.dialog.getByRole('button', { name: 'Pause', exact: true }).click();
    await desk.button('Complete').click();
    await steps(desk, 3);
    await customers.getByText('No agent has a task for it now.').waitFor();

    const clock = part(desk, 'Clock');
    await clock.getByText(/^Next: the mark of 1 hour of <b>Kim<\/b>, (today|tomorrow) at/).waitFor();
    await press(clock, 'Jump to what comes next');
    await desk
      .row('Paused', '<b>Kim</b>')
      .getByText(/Reassigned in (59 min|1 h)/)
      .waitFor();
    await clock.getByText(/^Next: the deadline of <b>Kim<\/b>, (today|tomorrow) at/).waitFor();
    await press(clock, 'Jump to what comes next');
    await steps(desk, 4);
    await clock.getByText('Nothing is paused: no mark and no deadline comes next.').waitFor();

    await desk.row('My tasks', '<b>Kim</b>').waitFor();
    await desk.button('Accept').click();
    await desk.button('Leave').click();
    await desk.button('Complete').click();
    await desk.row('Left', '<b>Kim</b>').waitFor();
    await write(desk, 'An answer of the bot', 'Bot');
    await customers.getByText('An answer of the bot').waitFor();
    expect(await desk.row('Left', '<b>Kim</b>').count()).toBe(1);
    await write(desk, 'It has come.');
    await steps(desk, 5);
    await desk.button('Accept').click();
    await desk.button('Pause').waitFor();
    expect(await desk.look('playground-all-done')).toEqual([]);
    isRefused(desk);
  });

  it('sees what goes on underneath', async () => {
    const conversationSid = await putAside('pause', 'Uma Example');
    const desk = await open('Alice', WIDE);
    const underneath = part(desk, 'What goes on underneath');
    const row = (text: string | RegExp): Locator => underneath.getByRole('row').filter({ hasText: text });
    const timer = row('Uma Example').filter({ hasText: conversationSid });
    expect(await timer.textContent()).toMatch(/Running.*(today|tomorrow) at/);

    await underneath.getByRole('tab', { name: 'Webhooks' }).click();
    await row('reservation.accepted').filter({ hasText: 'Uma Example' }).filter({ hasText: '204' }).waitFor();
    expect(await desk.look('playground-webhooks')).toEqual([]);

    await underneath.getByRole('tab', { name: 'Events' }).click();
    await desk.page.reload();
    const event = row('ConversationPaused').filter({ hasText: 'Uma Example' });
    expect(await event.textContent()).toContain('Alice');
    await press(event, 'ConversationPaused');
    await underneath.getByText(`"conversationSid": "${conversationSid}"`).waitFor();
    expect(await desk.look('playground-event')).toEqual([]);

    await running().post(`/conversations/${conversationSid}/end`, ALICE);
    await row('ConversationEnded').filter({ hasText: 'Uma Example' }).waitFor();
    await underneath.getByRole('tab', { name: 'Timers' }).click();
    await timer.getByText('Stopped').waitFor();
  });

  it('sees what is owed, until it is done', async () => {
    await running().set({ leave: { onReply: 'custom-routing', customRoutingTimeout: 'PT1M' } });
    const conversationSid = await putAside('leave', 'Owen Example');
    const desk = await open('Alice', WIDE);
    const underneath = part(desk, 'What goes on underneath');
    await underneath.getByRole('tab', { name: 'Owed' }).click();
    await underneath.getByText('Nothing is owed: all is done.').waitFor();
    await desk.row('Left', 'Owen Example').click();
    await write(desk, 'Any news?');
    const owing = underneath.getByRole('row').filter({ hasText: 'Owen Example' });
    await owing.filter({ hasText: 'await-custom-routing' }).waitFor();
    await running().advance('PT2M');
    await underneath.getByText('Nothing is owed: all is done.').waitFor();
    await desk.row('My tasks', 'Owen Example').waitFor();
    expect(desk.page.url()).toContain(conversationSid);
    await running().set({ leave: { onReply: 'new-task' } });
  });

  it('lets agents go and come back, and is at the desk of each', async () => {
    const desk = await open('Alice', WIDE);
    const agents = part(desk, 'Agents in Flex');
    const customers = part(desk, 'Customers');
    const isAvailable = (name: string): Locator =>
      agents.getByRole('switch', { name: `${name} is Available` });
    await isAvailable('Alice').press('Space');
    await customers.getByLabel('Name, if any').fill('Ava Example');
    await press(customers, 'Start a conversation');
    await customers.getByText('It waits: no agent is available.').waitFor();
    await isAvailable('Bob').press('Space');
    await customers.getByText('It is offered to Bob.').waitFor();
    await agents.getByText('1 offered').waitFor();
    await press(agents, 'Sign in as Bob');
    await agents.getByText('Bob (you)').waitFor();
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('playground-agents');
    await desk.row('My tasks', 'Ava Example').click();
    await desk.button('Accept').click();
    await agents.getByText('1 accepted').waitFor();

    const signedIn = desk.page.getByLabel('Signed in as');
    await signedIn.focus();
    await signedIn.selectOption('Carol');
    await agents.getByText('Carol (you)').waitFor();
    await desk.main.getByText('With somebody else now').waitFor();
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('demo-agent');
    isRefused(desk);
  });

  it('folds up what is not needed, and it stays so', async () => {
    const desk = await open('Alice', WIDE);
    const firstStep = playground(desk).getByText('Turn Leave and Pause on');
    await firstStep.waitFor();
    await press(playground(desk), 'Dismiss');
    await desk.page.reload();
    await playground(desk).getByRole('button', { name: 'Show' }).waitFor();
    expect(await firstStep.count()).toBe(0);
    await press(playground(desk), 'Show');
    await firstStep.waitFor();

    await press(playground(desk), 'Playground');
    await desk.page.reload();
    await playground(desk).getByRole('button', { name: 'Playground', expanded: false }).waitFor();
    expect(await part(desk, 'Clock').count()).toBe(0);
    expect(await desk.look('playground-closed')).toEqual([]);
  });

  it('has it as a sheet on a phone, by keyboard, and what customers write does no harm', async () => {
    const desk = await open('Alice', { viewport: { width: 360, height: 700 } });
    const toggle = playground(desk).getByRole('button', { name: 'Playground' });
    expect(await part(desk, 'Clock').count()).toBe(0);
    await toggle.focus();
    await desk.page.keyboard.press('Enter');
    const customers = part(desk, 'Customers');
    await customers.getByLabel('Name, if any').fill('N'.repeat(100));
    await desk.page.keyboard.press('Enter');
    await customers.getByText('It is offered to Alice.').waitFor();
    await write(desk, '<script>alert(1)</script>'.repeat(400));
    await customers.getByText('<script>alert(1)</script>').waitFor();
    expect(await desk.look('playground-narrow')).toEqual([]);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});
