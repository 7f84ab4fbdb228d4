import type { Caller } from '../../lambda/domain/authority';
import { getConversation } from '../../lambda/actions/get-conversation';
import type { Deps } from '../../lambda/actions/ports';
import { putSettings } from '../../lambda/actions/settings';
import { DEFAULT_SETTINGS, type Settings } from '../../lambda/domain/settings';
import { AS_ADMIN, AS_ALICE, AS_BOB, AS_SUPERVISOR, pauseIt } from '../doubles/commands';
import { ALICE, NOW } from '../doubles/constants';
import { runUntil } from '../doubles/crash';
import { PAUSE_ON, type TestDeps, testDeps } from '../doubles/deps';
import { paused } from './scenes';

const putIt = (wanted: Settings, seen: number, deps: TestDeps, caller = AS_ADMIN) =>
  putSettings(wanted, seen, caller, deps.nextRun());

describe('settings', () => {
  it('switch Leave and Pause off by default', () => {
    expect([DEFAULT_SETTINGS.pause.enabled, DEFAULT_SETTINGS.leave.enabled]).toEqual([false, false]);
  });

  it('are written one version on', async () => {
    const deps = testDeps();
    const result = await putIt({ ...PAUSE_ON, hipaa: true }, 0, deps);
    expect(result).toMatchObject({ kind: 'done', settings: { version: 1, hipaa: true } });
    expect((await deps.store.readSettings()).settings).toMatchObject({ version: 1, hipaa: true });
  });

  it('that somebody else has written meanwhile are not overwritten', async () => {
    const deps = testDeps();
    await putIt(PAUSE_ON, 0, deps);
    expect(await putIt({ ...PAUSE_ON, hipaa: true }, 0, deps)).toMatchObject({
      code: 'version-mismatch',
    });
    expect((await deps.store.readSettings()).settings).toMatchObject({ version: 1, hipaa: false });
  });

  it('with another time limit apply to new pauses only', async () => {
    const { deps, conversationSid } = await paused();
    const { deadline } = deps.store.record(conversationSid).pause!;
    await putIt({ ...PAUSE_ON, pause: { ...PAUSE_ON.pause, timeLimit: 'PT1H' } }, 0, deps);
    const next = await deps.heldConversation();
    await pauseIt(next.conversationSid, deps.nextRun());
    expect(deps.store.record(conversationSid).pause?.deadline).toBe(deadline);
    expect(deps.store.record(next.conversationSid).pause?.deadline).toBe('2026-03-02T10:00:00Z');
    expect(NOW).toBe('2026-03-02T09:00:00Z');
  });
});

describe('a change of the settings', () => {
  const CHANGED = { ...PAUSE_ON, hipaa: true };
  const AS_KNOWN_ADMIN: Caller = { ...AS_ADMIN, workerSid: ALICE };

  it('is told and written down at once, with who made it', async () => {
    const deps = testDeps();
    await putIt(CHANGED, 0, deps, AS_KNOWN_ADMIN);
    const change = { eventId: 'id-1', at: NOW, by: ALICE, settings: { ...CHANGED, version: 1 } };
    expect(deps.bus.taken).toEqual([{ type: 'SettingsChanged', at: NOW, detail: change }]);
    expect([...deps.history.changes]).toEqual([[1, change]]);
    expect((await deps.store.readSettings()).owed).toEqual([]);
  });

  it('of an administrator without a worker is told without a name', async () => {
    const deps = testDeps();
    await putIt(CHANGED, 0, deps);
    expect(deps.bus.taken[0]?.detail.by).toBe('system');
  });

  it('that somebody else was faster with is not told', async () => {
    const deps = testDeps();
    await putIt(PAUSE_ON, 0, deps);
    await putIt(CHANGED, 0, deps);
    expect(deps.bus.types()).toHaveLength(1);
  });

  it.each([
    ['the bus', (deps: TestDeps) => deps.bus.fail(1)],
    ['the history', (deps: TestDeps) => deps.history.fail('writeChange', 1)],
  ])('that %s did not take is done all the same, and told by the sweep', async (_what, fails) => {
    const deps = testDeps();
    fails(deps);
    expect(await putIt(CHANGED, 0, deps)).toMatchObject({ kind: 'done' });
    expect((await deps.store.readSettings()).owed).toHaveLength(1);
    deps.advance(59);
    await deps.sweep();
    const before = deps.bus.types().length; // who made the change may be at it
    deps.advance(1);
    await deps.sweep();
    expect(deps.bus.types()).toHaveLength(before + 1);
    expect(deps.history.changes.size).toBe(1);
    expect((await deps.store.readSettings()).owed).toEqual([]);
    await deps.sweep();
    expect(deps.bus.types()).toHaveLength(before + 1);
  });

  it('is told under the same id as often as it takes', async () => {
    const deps = testDeps();
    deps.bus.loseAnswers(2);
    await putIt(CHANGED, 0, deps);
    deps.advance(60);
    await deps.sweep();
    await deps.sweep();
    expect(deps.bus.taken).toHaveLength(3);
    expect(new Set(deps.bus.taken.map(({ detail }) => detail.eventId)).size).toBe(1);
  });

  it('that is still to be told survives the next, which is told first', async () => {
    const deps = testDeps();
    deps.bus.fail(1);
    await putIt(CHANGED, 0, deps);
    await putIt(PAUSE_ON, 1, deps);
    expect((await deps.store.readSettings()).owed.map(({ settings }) => settings.version)).toEqual([1]);
    deps.advance(60);
    await deps.sweep();
    const versions = deps.bus.taken.map(({ detail }) => detail.settings?.version);
    expect(versions).toEqual([2, 1]);
    expect((await deps.store.readSettings()).owed).toEqual([]);
  });

  it('that was told while somebody made the next is told again, rather than never', async () => {
    const deps = testDeps();
    deps.store.fail('replaceOwedChanges', 1);
    expect(await putIt(CHANGED, 0, deps)).toMatchObject({ kind: 'done' });
    deps.advance(60);
    await deps.sweep();
    expect(deps.bus.types()).toHaveLength(2);
    expect((await deps.store.readSettings()).owed).toEqual([]);
  });

  it('whose answer only was lost counts as made', async () => {
    const deps = testDeps();
    deps.store.loseAnswers(1);
    expect(await putIt(CHANGED, 0, deps)).toMatchObject({ kind: 'done', settings: { version: 1 } });
    expect(deps.bus.types()).toEqual(['SettingsChanged']);
  });

  it.each(['before', 'after'] as const)(
    'is told if it was made, wherever its run dies: %s each call',
    async (when) => {
      for (let call = 1; ; call++) {
        const deps = testDeps();
        const put = (mortal: Deps) => putSettings(CHANGED, 0, AS_ADMIN, mortal);
        if ((await runUntil({ call, when }, deps.nextRun(), put)) === undefined) {
          expect(call).toBe(6);
          return;
        }
        const { settings } = await deps.store.readSettings();
        deps.advance(60);
        await deps.sweep();
        const told = new Set(deps.bus.taken.map(({ detail }) => detail.eventId)).size;
        expect({ call, told, written: deps.history.changes.size }).toEqual({
          call,
          told: settings.version,
          written: settings.version,
        });
        expect((await deps.store.readSettings()).owed).toEqual([]);
      }
    },
  );

  it('whose answer only was lost counts as made, also where an earlier one is still to be told', async () => {
    const deps = testDeps();
    deps.bus.fail(1);
    await putIt(CHANGED, 0, deps);
    deps.store.loseAnswers(1);
    expect(await putIt(PAUSE_ON, 1, deps)).toMatchObject({ kind: 'done', settings: { version: 2 } });
  });

  it('that is made at once with another is made by one of both, though the other is still to be told', async () => {
    const deps = testDeps();
    deps.bus.fail(1);
    const both = [putIt(CHANGED, 0, deps), putIt(PAUSE_ON, 0, deps)];
    expect(await Promise.all(both)).toMatchObject([{ kind: 'done' }, { code: 'version-mismatch' }]);
  });

  it('that is to another version than the present one is not written', async () => {
    const deps = testDeps();
    expect(await putIt(CHANGED, 7, deps)).toMatchObject({ code: 'version-mismatch' });
    expect(deps.store.calls).toEqual(['readSettings']);
  });

  it('that nobody took is logged, and nothing is struck off', async () => {
    const deps = testDeps();
    deps.bus.fail(1);
    await putIt(CHANGED, 0, deps);
    const fields = { version: 1, error: 'Error' };
    expect(deps.lines).toEqual([{ level: 'warn', message: 'change of the settings stays untold', fields }]);
    expect(deps.store.calls).not.toContain('replaceOwedChanges');
  });

  it('that was told, and could not be struck off, is logged', async () => {
    const deps = testDeps();
    deps.store.fail('replaceOwedChanges', 1);
    await putIt(CHANGED, 0, deps);
    const message = 'change of the settings was told but not struck off';
    expect(deps.lines).toEqual([{ level: 'warn', message, fields: { error: 'Error' } }]);
  });

  it('costs no more reads than it needs', async () => {
    const deps = testDeps();
    await putIt(CHANGED, 0, deps);
    expect(deps.store.calls).toEqual(['readSettings', 'replaceSettings', 'replaceOwedChanges']);
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
