import { getConversation } from '../../lambda/actions/get-conversation';
import { putSettings } from '../../lambda/actions/settings';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { AS_ALICE, AS_BOB, AS_SUPERVISOR, pauseIt } from '../doubles/commands';
import { NOW } from '../doubles/constants';
import { PAUSE_ON, testDeps } from '../doubles/deps';
import { paused } from './scenes';

describe('settings', () => {
  it('switch Leave and Pause off by default', () => {
    expect([DEFAULT_SETTINGS.pause.enabled, DEFAULT_SETTINGS.leave.enabled]).toEqual([false, false]);
  });

  it('are written one version on', async () => {
    const deps = testDeps();
    const result = await putSettings({ ...PAUSE_ON, hipaa: true }, 0, deps);
    expect(result).toMatchObject({ kind: 'done', settings: { version: 1, hipaa: true } });
    expect(await deps.store.readSettings()).toMatchObject({ version: 1, hipaa: true });
  });

  it('that somebody else has written meanwhile are not overwritten', async () => {
    const deps = testDeps();
    await putSettings(PAUSE_ON, 0, deps);
    expect(await putSettings({ ...PAUSE_ON, hipaa: true }, 0, deps)).toMatchObject({
      code: 'version-mismatch',
    });
    expect(await deps.store.readSettings()).toMatchObject({ version: 1, hipaa: false });
  });

  it('with another time limit apply to new pauses only', async () => {
    const { deps, conversationSid } = await paused();
    const { deadline } = deps.store.record(conversationSid).pause!;
    await putSettings({ ...PAUSE_ON, pause: { ...PAUSE_ON.pause, timeLimit: 'PT1H' } }, 0, deps);
    const next = await deps.heldConversation();
    await pauseIt(next.conversationSid, deps.nextRun());
    expect(deps.store.record(conversationSid).pause?.deadline).toBe(deadline);
    expect(deps.store.record(next.conversationSid).pause?.deadline).toBe('2026-03-02T10:00:00Z');
    expect(NOW).toBe('2026-03-02T09:00:00Z');
  });
});

describe('one conversation', () => {
  it.each([AS_ALICE, AS_SUPERVISOR])('is shown to who paused it, and to supervisors (%#)', async (caller) => {
    const { deps, conversationSid } = await paused();
    expect(await getConversation(conversationSid, caller, deps)).toMatchObject({
      kind: 'done',
      record: { conversationSid },
    });
  });

  it('is not shown to other agents', async () => {
    const { deps, conversationSid } = await paused();
    expect(await getConversation(conversationSid, AS_BOB, deps)).toMatchObject({ code: 'not-authorized' });
  });

  it('that nobody knows is not found', async () => {
    expect(await getConversation('CH0', AS_SUPERVISOR, testDeps())).toMatchObject({ code: 'not-found' });
  });
});
