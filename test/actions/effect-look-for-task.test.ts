import type { Outcome } from '../../lambda/domain/outcome';
import { ALICE, BOB } from '../doubles/constants';
import type { FakeChannel, FakeTask } from '../doubles/fake-resources';
import { held, type Scene } from './scenes';
import { anotherTask, callsFromNow, recordSays, tried } from './tried';

const channel = ({ deps, conversationSid }: Scene): FakeChannel => deps.platform.channelOf(conversationSid);
const look = (scene: Scene): Promise<Outcome> => tried(scene, { kind: 'look-for-task' });

/** Alice's task has ended without our asking, and the record knows that. */
async function unasked(): Promise<Scene> {
  const scene = await held();
  scene.deps.platform.endTask(scene.deps.platform.task(scene.taskSid), 'completed');
  await scene.deps.deliver();
  return scene;
}

function acceptedByBob(scene: Scene): FakeTask {
  const task = anotherTask(scene);
  scene.deps.platform.accept(task.taskSid, BOB);
  scene.deps.loseNews();
  return task;
}

describe('a channel that is closed', () => {
  it.each(['closed', 'Closed'])('has no task, whatever is live in it: %s', async (status) => {
    const scene = await unasked();
    anotherTask(scene);
    channel(scene).status = status;
    expect(await look(scene)).toEqual({ result: 'conversation-closed' });
  });

  it('is one that is gone, too', async () => {
    const scene = await unasked();
    scene.deps.platform.channels.clear();
    expect(await look(scene)).toEqual({ result: 'conversation-closed' });
  });
});

describe('the task of the conversation is found', () => {
  it('with its agent, where one has accepted it', async () => {
    const scene = await unasked();
    const { taskSid, reservations } = acceptedByBob(scene);
    expect(await look(scene)).toMatchObject({
      result: 'task-found',
      task: {
        ...{ taskSid, status: 'assigned', reservationSid: reservations[0]?.reservationSid },
        ...{ workerSid: BOB, workerName: 'Bob', workerIdentity: 'bob' },
      },
    });
  });

  it.each(['pending', 'reserved'] as const)(
    'without an agent while it is %s, and none is asked for',
    async (status) => {
      const scene = await unasked();
      const task = anotherTask(scene);
      if (status === 'reserved') scene.deps.platform.reserve(task, ALICE);
      const calls = callsFromNow(scene);
      const nobody = { reservationSid: null, workerSid: null, workerName: null, workerIdentity: null };
      expect(await look(scene)).toMatchObject({ result: 'task-found', task: { status, ...nobody } });
      expect(calls().sort()).toEqual(['channelStatus', 'invites', 'participants', 'task']);
    },
  );

  it('by its agent in the channel, where no invite is listed for it', async () => {
    const scene = await unasked();
    const { taskSid } = acceptedByBob(scene);
    channel(scene).invites.splice(0);
    expect(await look(scene)).toMatchObject({ result: 'task-found', task: { taskSid } });
  });
});

describe('among the tasks that it may be', () => {
  it('each is read once, and customers have none', async () => {
    const scene = await unasked();
    const { taskSid } = acceptedByBob(scene);
    scene.deps.platform.tasks.delete(taskSid);
    scene.deps.twilio.calls.length = 0;
    expect(await look(scene)).toEqual({ result: 'no-task' });
    expect(scene.deps.twilio.callsOf('task')).toEqual([`task ${taskSid}`]);
  });

  it('one that was seen to be over is not, though Twilio still shows it live', async () => {
    const scene = await held();
    const { taskSid } = scene;
    recordSays(scene, { task: null, formerTasks: [{ taskSid, over: true }] });
    expect(await look(scene)).toEqual({ result: 'no-task' });
  });

  it('one that was current before, and was not seen to be over, is', async () => {
    const scene = await held();
    const { taskSid } = scene;
    recordSays(scene, { task: null, formerTasks: [{ taskSid, over: false }] });
    expect(await look(scene)).toMatchObject({ result: 'task-found', task: { taskSid } });
  });
});
