import { leaveIt, reassignIt, resumeIt } from '../doubles/commands';
import { STUDIO } from '../doubles/deps';
import { NOTHING } from '../doubles/nothing';
import { held, paused, type Scene } from './scenes';

const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);

/** Twilio answers 429 to each invite, so many times. */
async function resumedWhileThrottled(times: number): Promise<Scene> {
  const scene = await paused();
  scene.deps.twilio.fail('invite', 'throttled', times);
  await resumeIt(scene.conversationSid, scene.deps.nextRun());
  return scene;
}

describe('what Twilio had too many calls for', () => {
  it('is tried again by the next sweep', async () => {
    const scene = await resumedWhileThrottled(1);
    await scene.deps.minutes(1);
    expect(record(scene)).toMatchObject({ task: { status: 'assigned' }, pending: NOTHING });
  });

  it('is tried again by each sweep, however often it was throttled', async () => {
    const scene = await resumedWhileThrottled(10);
    await scene.deps.minutes(9);
    expect(record(scene).task).toBeNull();
    await scene.deps.minutes(1);
    expect(record(scene)).toMatchObject({ task: { status: 'assigned' }, pending: NOTHING });
  });

  it('was not carried out: no task of an invite is looked for', async () => {
    const scene = await resumedWhileThrottled(3);
    await scene.deps.minutes(3);
    expect(scene.deps.twilio.callsOf('invites')).toEqual([]);
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(4);
  });

  it('is looked for where an earlier call may have been carried out', async () => {
    const scene = await paused();
    scene.deps.platform.reservesAtOnce = false;
    scene.deps.twilio.fail('invite', 'unavailable-applied');
    scene.deps.twilio.fail('invites', 'throttled');
    await reassignIt(scene.conversationSid, scene.deps.nextRun());
    await scene.deps.minutes(5);
    expect(scene.deps.twilio.callsOf('invites')).toHaveLength(2);
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(1);
  });

  it('of a hook for a Studio flow was not put on either', async () => {
    const scene = await held({ settings: STUDIO });
    scene.deps.twilio.fail('addStudioHook', 'throttled', 2);
    await leaveIt(scene.conversationSid, scene.deps.nextRun());
    await scene.deps.minutes(3);
    const [hook] = scene.deps.platform.conversations.get(scene.conversationSid)!.hooks;
    expect(record(scene).studioHook).toMatchObject({ webhookSid: hook!.webhookSid });
  });
});
