import { MARKER_KEY } from '../../lambda/domain/invite-routing';
import type { Outcome } from '../../lambda/domain/outcome';
import type { Invite } from '../../lambda/domain/record';
import { held, paused, type Scene } from './scenes';
import { anotherTask, callsFromNow, record, recordSays, tried } from './tried';

/** An invite through the workflow that is owed. */
const INVITE: Invite = {
  ...{ inviteId: 'invite-2', purpose: 'resume', workerSid: null, direct: false, taskSid: null, sentAt: null },
  ...{ lost: 0, toDefaultWorkflow: false },
};
/** Task attributes of so many characters have no room for our marker. */
const NO_ROOM = { text: 'x'.repeat(4000) };

const send = (scene: Scene, attempts = 1): Promise<Outcome> =>
  tried(scene, { kind: 'invite', inviteId: INVITE.inviteId }, attempts);

/** What Alice has paused is to be invited again. */
async function owing(invite: Invite | null = INVITE): Promise<Scene> {
  const scene = await paused();
  recordSays(scene, { invite });
  return scene;
}

/** The same, with attributes that leave no room for our marker. */
async function owingWithoutRoom(begin: () => Promise<Scene> = paused): Promise<Scene> {
  const scene = await begin();
  recordSays(scene, { invite: INVITE, routing: { ...record(scene).routing, attributes: NO_ROOM } });
  return scene;
}

describe('an invite that the conversation does not need any more is not sent', () => {
  it.each([
    { what: 'as another has taken its place', invite: { ...INVITE, inviteId: 'invite-3' } },
    { what: 'as there is none', invite: null },
  ])('$what', async ({ invite }) => {
    const scene = await owing(invite);
    const calls = callsFromNow(scene);
    expect(await send(scene)).toEqual({ result: 'done' });
    expect(calls()).toEqual([]);
  });
});

describe('an invite without room for our marker, whose answer got lost,', () => {
  it('is known by a task of the channel that the record does not know', async () => {
    const scene = await owingWithoutRoom();
    const { taskSid } = anotherTask(scene, NO_ROOM);
    expect(await send(scene, 2)).toEqual({ result: 'invited', taskSid });
    expect(scene.deps.twilio.callsOf('invite')).toEqual([]);
  });

  it('is not taken for the task of another invite, which has its marker', async () => {
    const scene = await owingWithoutRoom();
    const { taskSid } = anotherTask(scene, { [MARKER_KEY]: { inviteId: 'invite-1' } });
    expect(await send(scene, 2)).not.toMatchObject({ taskSid });
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(1);
  });

  it('is not taken for the current task', async () => {
    const scene = await owingWithoutRoom(held);
    expect(await send(scene, 2)).not.toMatchObject({ taskSid: scene.taskSid });
    expect(scene.deps.twilio.callsOf('invite')).toHaveLength(1);
  });
});

it('an invite that is refused for good is named in the log, with what the runbook looks at', async () => {
  const scene = await owing();
  const { deps, conversationSid } = scene;
  deps.twilio.fail('invite', 'refused');
  expect(await send(scene)).toEqual({ result: 'invite-refused' });
  expect(deps.lines).toContainEqual({
    level: 'error',
    message: 'invite refused for good',
    fields: { conversationSid, inviteId: INVITE.inviteId, toDefaultWorkflow: false },
  });
});
