import { completeIt, pauseIt } from '../doubles/commands';
import { ALICE } from '../doubles/constants';
import { held, paused, type Scene, wrappingUp } from './scenes';

const linesOf = ({ deps }: Scene, message: string) =>
  deps.lines.filter((line) => line.message === message).map(({ level, fields }) => ({ level, fields }));
const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);

/** What was logged of it until now is of no interest. */
async function from(scene: Promise<Scene>): Promise<Scene> {
  const { deps } = await scene;
  deps.lines.length = 0;
  return scene;
}

describe('the log of a write', () => {
  it('names its version, who caused it, its run, what it told and what it owes', async () => {
    const scene = await from(held());
    await pauseIt(scene.conversationSid, { ...scene.deps.nextRun(), run: 'the run' });
    const { conversationSid, taskSid } = scene;
    expect(linesOf(scene, 'conversation changed')[0]).toEqual({
      level: 'info',
      fields: {
        ...{ conversationSid, version: 2, by: ALICE, run: 'the run', told: ['ConversationPaused'] },
        owes: [
          expect.stringMatching(/^start-timer:./),
          `wrap-up-task:${taskSid}`,
          'write-history:2',
          expect.stringMatching(/^publish-event:./),
        ],
      },
    });
  });

  it('does not name again what was owed before', async () => {
    const scene = await held();
    scene.deps.timer.fail('start', 1);
    await pauseIt(scene.conversationSid, scene.deps.nextRun());
    expect(Object.keys(record(scene).pending)).toEqual([expect.stringMatching(/^start-timer:./)]);
    scene.deps.lines.length = 0;
    await completeIt(scene.conversationSid, scene.deps.nextRun());
    const owes = linesOf(scene, 'conversation changed')[0]?.fields['owes'];
    expect(owes).toContain(`close-participant:${scene.taskSid}`);
    expect(owes).not.toContainEqual(expect.stringMatching(/^start-timer:/));
  });

  it('names the system for what is due: a mark', async () => {
    const scene = await from(paused());
    scene.deps.advance(3 * 3_600);
    scene.deps.lines.length = 0;
    await scene.deps.sweep();
    expect(linesOf(scene, 'conversation changed')[0]?.fields).toMatchObject({
      by: 'system',
      told: ['PauseMarkReached'],
    });
  });

  it('names the system for what a comparison with Twilio writes: that it is due, and that it failed', async () => {
    const scene = await from(paused());
    scene.deps.twilio.fail('conversation', 'unavailable');
    scene.deps.advance(60);
    await scene.deps.sweep();
    const by = { by: 'system' };
    expect(linesOf(scene, 'conversation changed')).toMatchObject([{ fields: by }, { fields: by }]);
  });

  it('names the system for what a comparison with Twilio finds: that Flex holds it no more', async () => {
    const scene = await held();
    const { deps, conversationSid, taskSid } = scene;
    deps.platform.endTask(deps.platform.task(taskSid), 'completed');
    deps.platform.channelOf(conversationSid).status = 'inactive';
    await deps.deliver();
    await deps.minutes(2);
    deps.platform.channelOf(conversationSid).status = 'active';
    deps.advance(86_400);
    deps.lines.length = 0;
    await deps.sweep();
    const by = { by: 'system' };
    expect(linesOf(scene, 'conversation changed')).toMatchObject([{ fields: by }, { fields: by }]);
    expect(record(scene)).toMatchObject({ heldBy: null });
  });
});

describe('the log of an effect', () => {
  it('names its id, its attempts, its run and what came of it', async () => {
    const scene = await from(held());
    await pauseIt(scene.conversationSid, { ...scene.deps.nextRun(), run: 'the run' });
    const { conversationSid, taskSid } = scene;
    const effect = { effect: 'wrap-up-task', effectId: `wrap-up-task:${taskSid}` };
    expect(linesOf(scene, 'effect tried')).toContainEqual({
      level: 'info',
      fields: { conversationSid, ...effect, attempts: 1, run: 'the run', result: 'wrapping-up' },
    });
  });

  it('that stays owed names what Twilio has not done, and how that failed', async () => {
    const scene = await from(wrappingUp());
    scene.deps.twilio.fail('setParticipant', 'credentials');
    await completeIt(scene.conversationSid, { ...scene.deps.nextRun(), run: 'the run' });
    const { conversationSid, taskSid } = scene;
    const effect = { effect: 'close-participant', effectId: `close-participant:${taskSid}` };
    const error = { error: 'TwilioError', operation: 'setParticipant', kind: 'credentials' };
    expect(linesOf(scene, 'effect stays owed')).toEqual([
      { level: 'warn', fields: { conversationSid, ...effect, attempts: 1, run: 'the run', ...error } },
    ]);
  });

  it('that was carried out and could not be struck off names the conversation', async () => {
    const scene = await from(held());
    const { deps, conversationSid } = scene;
    deps.store.beforeNextReplace(() => deps.store.fail('replace', 1));
    await pauseIt(conversationSid, deps.nextRun());
    expect(linesOf(scene, 'effects were carried out but not struck off')).toEqual([
      { level: 'error', fields: { conversationSid, error: 'Error' } },
    ]);
  });
});

describe('the log of a sweep', () => {
  it('names the record that failed, and the error', async () => {
    const scene = await from(paused());
    const { deps, conversationSid } = scene;
    deps.advance(30 * 86_400);
    deps.store.fail('read', 1, conversationSid);
    await deps.sweep();
    expect(linesOf(scene, 'sweep of a record failed')).toEqual([
      { level: 'error', fields: { conversationSid, error: 'Error' } },
    ]);
  });

  it('names the conversation that could not be compared with Twilio, and how Twilio failed', async () => {
    const scene = await from(paused());
    const { deps, conversationSid } = scene;
    deps.twilio.fail('conversation', 'unavailable');
    deps.advance(60);
    await deps.sweep();
    expect(linesOf(scene, 'comparison failed')).toEqual([
      { level: 'warn', fields: { conversationSid, error: 'TwilioError', kind: 'unavailable' } },
    ]);
  });
});
