import type { Outcome } from '../../lambda/domain/outcome';
import type { FakeChannel } from '../doubles/fake-resources';
import { held, type Scene } from './scenes';
import { anotherTask, tried } from './tried';

const channel = ({ deps, conversationSid }: Scene): FakeChannel => deps.platform.channelOf(conversationSid);
const look = (scene: Scene): Promise<Outcome> =>
  tried(scene, { kind: 'look-for-agent', taskSid: scene.taskSid });
const missing = ({ taskSid }: Scene): Outcome => ({ result: 'agent-missing', taskSid });

/** Alice has accepted, and is not in the channel. */
async function accepted(): Promise<Scene> {
  const scene = await held();
  channel(scene).participants = [];
  return scene;
}

describe('the agent of a task', () => {
  it('who is in the channel has joined', async () => {
    expect(await look(await held())).toEqual({ result: 'done' });
  });

  it('who is not in the channel is missing', async () => {
    const scene = await accepted();
    expect(await look(scene)).toEqual(missing(scene));
  });

  it('is missing though the agent of another task is there', async () => {
    const scene = await accepted();
    scene.deps.platform.join(anotherTask(scene));
    expect(await look(scene)).toEqual(missing(scene));
  });

  it('is missing though a supervisor listens to that task', async () => {
    const scene = await accepted();
    const { taskSid } = scene;
    channel(scene).participants.push({ participantSid: 'UT-sue', type: 'supervisor', taskSid });
    expect(await look(scene)).toEqual(missing(scene));
  });

  it('is not missing where the task is gone', async () => {
    const scene = await accepted();
    scene.deps.platform.tasks.delete(scene.taskSid);
    expect(await look(scene)).toEqual({ result: 'done' });
  });

  it('is looked for again where the participants are not found, and the channel is there', async () => {
    const scene = await accepted();
    scene.deps.twilio.fail('participants', 'not-found');
    expect(await look(scene)).toEqual({ result: 'failed' });
  });
});
