import type { Outcome } from '../../lambda/domain/outcome';
import type { FakeTask } from '../doubles/fake-resources';
import { held, type Scene } from './scenes';
import { callsFromNow, tried } from './tried';

const task = ({ deps, taskSid }: Scene): FakeTask => deps.platform.task(taskSid);
const agent = ({ deps, conversationSid }: Scene) =>
  deps.platform.channelOf(conversationSid).participants.find(({ type }) => type === 'agent');
const wrapUp = (scene: Scene): Promise<Outcome> =>
  tried(scene, { kind: 'wrap-up-task', taskSid: scene.taskSid });

/** What Twilio shows of a task that does not go into wrap-up by our call, and what comes of that. */
const SHOWN: readonly {
  shown: string;
  show: (scene: Scene) => unknown;
  outcome: (taskSid: string) => Outcome;
}[] = [
  {
    shown: 'wraps up already',
    show: (scene) => (task(scene).status = 'wrapping'),
    outcome: () => ({ result: 'wrapping-up', participantSid: null }),
  },
  {
    shown: 'is completed',
    show: (scene) => (task(scene).status = 'completed'),
    outcome: (taskSid) => ({ result: 'task-over', taskSid, wasTaken: true }),
  },
  {
    shown: 'is gone',
    show: ({ deps, taskSid }) => deps.platform.tasks.delete(taskSid),
    outcome: (taskSid) => ({ result: 'task-over', taskSid, wasTaken: true }),
  },
  { shown: 'is assigned all the same', show: () => undefined, outcome: () => ({ result: 'failed' }) },
];

describe('a task is put into wrap-up', () => {
  it('by its agent’s participant, whose SID is kept', async () => {
    const scene = await held();
    const participantSid = agent(scene)?.participantSid;
    expect(await wrapUp(scene)).toEqual({ result: 'wrapping-up', participantSid });
    expect(scene.deps.twilio.callsOf('setParticipant')).toEqual(['setParticipant wrapup']);
    expect(task(scene).status).toBe('wrapping');
  });

  it('not where the channel is closed: the conversation is found closed', async () => {
    const scene = await held();
    scene.deps.twilio.fail('setParticipant', 'closed');
    expect(await wrapUp(scene)).toEqual({ result: 'conversation-closed' });
  });

  it('later, where Twilio does not answer', async () => {
    const scene = await held();
    scene.deps.twilio.fail('setParticipant', 'unavailable');
    await expect(wrapUp(scene)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe.each(SHOWN)('a task that $shown', ({ show, outcome }) => {
  it.each(['refused', 'not-found'] as const)(
    'is taken as it is where its participant is %s',
    async (kind) => {
      const scene = await held();
      show(scene);
      scene.deps.twilio.fail('setParticipant', kind);
      expect(await wrapUp(scene)).toEqual(outcome(scene.taskSid));
    },
  );

  it('is taken as it is where the channel has no participant of it, and no call is made for one', async () => {
    const scene = await held();
    show(scene);
    scene.deps.platform.channelOf(scene.conversationSid).participants = [];
    const calls = callsFromNow(scene);
    expect(await wrapUp(scene)).toEqual(outcome(scene.taskSid));
    expect(calls()).toEqual(['participants', 'task']);
  });
});
