import { type Settings } from '../../desk/api/types';
import { pausedByAlice, seen } from '../e2e/acts';
import { ADA } from '../e2e/running-product';
import { describeInBrowser } from './browser';
import { type DeskPage } from './desk-page';
import { deskForAll } from './fixture';
import { refusals } from './refusals';

const DAY_MS = 86_400_000;

describeInBrowser('an administrator at the settings', () => {
  const { running, open } = deskForAll();

  async function settings(): Promise<Settings> {
    return (await running().get('/settings', ADA)).body as Settings;
  }

  async function atSettings(): Promise<DeskPage> {
    const desk = await open('Ada');
    await desk.go('settings');
    await desk.page.getByRole('heading', { name: 'Settings' }).waitFor();
    return desk;
  }

  /** How long a pause of now lasts by itself */
  async function pausedFor(path?: string): Promise<{ path: string; days: number }> {
    const conversation = path === undefined ? await pausedByAlice(running()) : { path };
    const { pause } = await seen(running(), conversation);
    const days = (Date.parse(pause!.deadline) - Date.parse(pause!.pausedAt)) / DAY_MS;
    return { path: conversation.path, days };
  }

  const field = (desk: DeskPage, label: string) => desk.page.getByLabel(label, { exact: true });
  const said = (desk: DeskPage, words: string) =>
    desk.page.getByRole('status').getByText(words, { exact: true }).waitFor();

  it('changes the time limit, and what is paused already keeps its own', async () => {
    const before = await pausedFor();
    const desk = await atSettings();
    expect(await desk.look('settings')).toEqual([]);
    await desk.page.getByText('For new pauses only').waitFor();
    await field(desk, 'Time limit').fill('36');
    await field(desk, 'Time limit, unit').selectOption('hours');
    await said(desk, 'One setting is not saved yet.');
    await desk.button('Save').click();
    await said(desk, 'Saved.');
    expect((await settings()).pause.timeLimit).toBe('PT36H');
    expect(await pausedFor(before.path)).toEqual(before);
    expect((await pausedFor()).days).toBe(1.5);
  });

  it('is told what is wrong while typing, and nothing wrong is saved', async () => {
    const { version } = await settings();
    const desk = await atSettings();
    await field(desk, 'Time limit').fill('91');
    await field(desk, 'Time limit, unit').selectOption('days');
    await desk.page.getByText('Enter a whole number; from 1 minute to 90 days.').waitFor();
    await field(desk, 'Calls a minute for comparing with Twilio').fill('many');
    await said(desk, '2 settings are not right yet.');
    expect(await desk.look('settings-wrong')).toEqual([]);
    await desk.button('Save').click();
    await expect(
      field(desk, 'Time limit').evaluate((input) => input === document.activeElement),
    ).resolves.toBe(true);
    expect((await settings()).version).toBe(version);
    await desk.button('Discard changes').click();
    await said(desk, 'Nothing is changed.');
  });

  it('edits lists: adds, changes and removes', async () => {
    await running().set({ pause: { reasons: ['research', 'parts'] } });
    const desk = await atSettings();
    await desk.button('Remove reason 1').click();
    await desk.button('Add a reason').click();
    await desk.page.keyboard.type('waits for <b>the bank</b>');
    await desk.button('Add a bot').click();
    await desk.page.keyboard.type('faq-bot');
    await desk.button('Add an attribute').click();
    await desk.page.getByText('Write the attribute, or remove it.').waitFor();
    await desk.button('Remove attribute 1').click();
    await field(desk, 'Pause is on').press('Space');
    await field(desk, 'When the customer writes to a paused conversation').selectOption('Back to the agent');
    await desk.button('Save').click();
    await said(desk, 'Saved.');
    expect(await settings()).toMatchObject({
      pause: { enabled: false, reasons: ['parts', 'waits for <b>the bank</b>'], onCustomerReply: 'resume' },
      botIdentities: ['faq-bot'],
      hipaaAttributes: [],
    });
    await running().set({ pause: { enabled: true, reasons: [] } });
  });

  it('hears that somebody else saved first, and puts the own changes on top', async () => {
    await running().set({ wrapUp: true, pause: { timeLimit: 'P14D', maxPerAgent: null } });
    const desk = await atSettings();
    await field(desk, 'Time limit').fill('10');
    await field(desk, 'Most paused conversations per agent').fill('20');
    await running().set({ wrapUp: false, pause: { timeLimit: 'P7D' } });
    await desk.button('Save').click();
    const notice = desk.page.getByRole('alert').filter({ hasText: 'Somebody else saved first' });
    await notice.getByText('Time limit: 14 days before, 7 days now. You have changed it, too.').waitFor();
    await notice.getByText('Agents wrap up after Leave, Pause and End: on before, off now.').waitFor();
    expect(await desk.focused()).toBe('Somebody else saved first');
    expect(await desk.look('settings-somebody-else-first')).toEqual([]);
    expect(await field(desk, 'Time limit').inputValue()).toBe('10');
    expect((await settings()).pause).toMatchObject({ timeLimit: 'P7D', maxPerAgent: null });

    await notice.getByRole('button', { name: 'Apply mine on top' }).click();
    await notice.waitFor({ state: 'detached' });
    await desk.button('Save').click();
    await said(desk, 'Saved.');
    expect(await settings()).toMatchObject({ wrapUp: false, pause: { timeLimit: 'P10D', maxPerAgent: 20 } });
    expect(refusals(desk)).toEqual([412]);
    await running().set({ wrapUp: true });
  });

  it('hears of it while typing, and takes theirs', async () => {
    await running().set({ pause: { timeLimit: 'P14D' } });
    const desk = await atSettings();
    await field(desk, 'Time limit').fill('10');
    await running().set({ pause: { timeLimit: 'P7D' } });
    await desk.glance();
    await desk.page.getByRole('heading', { name: 'Somebody else saved first' }).waitFor();
    expect(await field(desk, 'Time limit').inputValue()).toBe('10');
    await desk.button('Take theirs').click();
    expect(await field(desk, 'Time limit').inputValue()).toBe('7');
    await said(desk, 'Nothing is changed.');
  });

  it('follows what others save where nothing is typed', async () => {
    const desk = await atSettings();
    await running().set({ pause: { timeLimit: 'P3D' } });
    await desk.glance();
    await desk.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#setting-pause-timeLimit')?.value === '3',
    );
    await running().set({ pause: { timeLimit: 'P14D' } });
  });

  it('is asked before what is typed is lost', async () => {
    const desk = await atSettings();
    const board = desk.page.getByRole('link', { name: 'Board' });
    const asked: string[] = [];
    const answers = [false, true];
    desk.page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void (answers.shift() ? dialog.accept() : dialog.dismiss());
    });
    await field(desk, 'Time limit').fill('10');
    await board.click();
    expect(await field(desk, 'Time limit').inputValue()).toBe('10');
    await board.click();
    await desk.page.getByRole('heading', { name: 'Settings' }).waitFor({ state: 'detached' });
    expect(asked).toEqual(Array(2).fill('Some settings are not saved. Leave this page without them?'));
  });

  it('uses it on a small screen', async () => {
    const desk = await open('Ada', { viewport: { width: 360, height: 740 } });
    await desk.go('settings');
    await field(desk, 'Time limit').waitFor();
    expect(await desk.look('settings-small')).toEqual([]);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('is the only one who sees them', async () => {
    const seenBy = async (name: string) => {
      const desk = await open(name);
      await desk.go('settings');
      return desk.page.getByRole('navigation', { name: 'Views' }).getByRole('link').allInnerTexts();
    };
    expect(await seenBy('Alice')).toEqual(['Tasks']);
    expect(await seenBy('Dee')).toEqual(['Tasks', 'Board']);
    expect(await seenBy('Ada')).toEqual(['Board', 'Settings']); // no worker, so no tasks
  });
});
