import { patchIt, pauseIt } from '../doubles/commands';
import { held } from './scenes';
import { tried } from './tried';

describe('an event is told as it was', () => {
  it('while the history cannot be written: each by its own entry', async () => {
    const { deps, conversationSid } = await held();
    deps.history.fail('write', Infinity);
    deps.history.fail('read', Infinity);
    await pauseIt(conversationSid, deps.nextRun(), { body: { note: 'waits' } });
    await patchIt(conversationSid, deps.nextRun(), { body: { note: 'calls back' } });
    expect(deps.bus.taken.map(({ type, detail }) => [type, detail.pause?.note])).toEqual([
      ['ConversationPaused', 'waits'],
      ['PauseChanged', 'calls back'],
    ]);
  });
});

describe('an event that the history does not have', () => {
  const MISSING = 'The history does not have the event';

  it('is not told where there is no such entry', async () => {
    const scene = await held();
    const event = { kind: 'publish-event', eventId: 'id-99', version: 99 } as const;
    await expect(tried(scene, event)).rejects.toThrow(MISSING);
    expect(scene.deps.bus.taken).toEqual([]);
  });

  it('is not told where the entry is of other events', async () => {
    const scene = await held();
    await pauseIt(scene.conversationSid, scene.deps.nextRun());
    const [entry] = scene.deps.history.of(scene.conversationSid);
    const event = { kind: 'publish-event', eventId: 'id-99', version: entry!.version } as const;
    const told = scene.deps.bus.types();
    await expect(tried(scene, event)).rejects.toThrow(MISSING);
    expect(scene.deps.bus.types()).toEqual(told);
  });
});
