import { taskEvent } from '../../lambda/actions/task-event';
import { taskEventOf } from '../../lambda/domain/task-events';
import { completeIt, endIt, reassignIt, resumeIt } from '../doubles/commands';
import { BOB } from '../doubles/constants';
import { BOTH_ON } from '../doubles/deps';
import { FOUR_HOURS, leftWrappingUp, type Scene, wrappingUp } from './scenes';
import { NOTHING } from '../doubles/nothing';

const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const agents = ({ deps, conversationSid }: Scene) =>
  deps.platform.channelOf(conversationSid).participants.filter(({ type }) => type === 'agent');

/** TaskRouter's event reaches us, and nothing else does. */
async function hear({ deps, conversationSid, taskSid }: Scene, EventType: string): Promise<void> {
  deps.platform.endTask(deps.platform.task(taskSid), 'completed');
  deps.loseNews();
  const TaskAttributes = JSON.stringify({ conversationSid });
  await taskEvent(taskEventOf({ EventType, TaskSid: taskSid, TaskAttributes })!, deps.nextRun());
}

const ENDS: readonly { how: string; end: (scene: Scene) => Promise<unknown> }[] = [
  { how: 'by Complete', end: ({ deps, conversationSid }) => completeIt(conversationSid, deps.nextRun()) },
  { how: 'by the agent in Flex: task.completed', end: (scene) => hear(scene, 'task.completed') },
  { how: 'with a canceled task: task.canceled', end: (scene) => hear(scene, 'task.canceled') },
  { how: 'with a deleted task: task.deleted', end: (scene) => hear(scene, 'task.deleted') },
  {
    how: 'with the task, which Twilio removes after 24 hours',
    end: (scene) => hear(scene, 'task.system-deleted'),
  },
  {
    how: 'by Complete of a task that TaskRouter does not know any more',
    end: ({ deps, conversationSid, taskSid }) => {
      deps.platform.tasks.delete(taskSid);
      return completeIt(conversationSid, deps.nextRun());
    },
  },
];

describe.each([
  { option: 'Pause', begin: wrappingUp, place: 'pause' },
  { option: 'Leave', begin: leftWrappingUp, place: 'inactive' },
])('the wrap-up of $option', ({ begin, place }) => {
  it.each(ENDS)('ends $how, and the agent’s participant is closed', async ({ end }) => {
    const scene = await begin();
    await end(scene);
    expect(record(scene)).toMatchObject({ channelState: place, wrapUp: null, task: null, pending: NOTHING });
    expect(agents(scene)).toEqual([]);
  });
});

const { pause } = BOTH_ON;
const QUEUED: typeof BOTH_ON = { ...BOTH_ON, pause: { ...pause, onCustomerReply: 'queue' } };

/** What needs the conversation while its agent still wraps up, and the call that has to wait for that. */
const NEEDS: readonly {
  what: string;
  begin: () => Promise<Scene>;
  happen: (scene: Scene) => Promise<unknown>;
  call: 'invite' | 'closeChannel';
}[] = [
  {
    what: 'Resume',
    begin: wrappingUp,
    happen: ({ deps, conversationSid }) => resumeIt(conversationSid, deps.nextRun()),
    call: 'invite',
  },
  { what: 'Reassign of a pause', begin: wrappingUp, happen: reassigns, call: 'invite' },
  { what: 'Reassign of a leave', begin: leftWrappingUp, happen: reassigns, call: 'invite' },
  {
    what: 'the deadline',
    begin: wrappingUp,
    happen: async ({ deps }) => {
      deps.advance(FOUR_HOURS);
      await deps.fireTimers();
    },
    call: 'invite',
  },
  {
    what: 'the customer’s reply to a pause, by setting',
    begin: () => wrappingUp({ settings: QUEUED }),
    happen: replies,
    call: 'invite',
  },
  { what: 'the customer’s reply to a leave', begin: leftWrappingUp, happen: replies, call: 'invite' },
  { what: 'End of a pause', begin: wrappingUp, happen: ends, call: 'closeChannel' },
  { what: 'End of a leave', begin: leftWrappingUp, happen: ends, call: 'closeChannel' },
  {
    what: 'the expiry of a leave',
    begin: leftWrappingUp,
    happen: async ({ deps }) => {
      deps.advance(90 * 86_400);
      await deps.sweep();
    },
    call: 'closeChannel',
  },
];

async function replies({ deps, conversationSid }: Scene): Promise<void> {
  deps.platform.write(conversationSid, 'carol');
  await deps.hear(deps.platform.news.shift()!);
}

async function reassigns({ deps, conversationSid }: Scene): Promise<void> {
  await reassignIt(conversationSid, deps.nextRun(), { body: { workerSid: BOB } });
}

async function ends({ deps, conversationSid }: Scene): Promise<void> {
  await endIt(conversationSid, deps.nextRun());
}

describe.each(NEEDS)('$what during the wrap-up', ({ begin, happen, call }) => {
  it('closes the participant first, sees the task over, and only then goes on', async () => {
    const scene = await begin();
    const { calls } = scene.deps.twilio;
    calls.length = 0;
    await happen(scene);
    const order = ['setParticipant closed', `task ${scene.taskSid}`, call].map((each) =>
      calls.findIndex((made) => made.startsWith(each)),
    );
    expect(order[0]).toBeGreaterThan(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(record(scene).pending).toEqual({});
  });

  it('waits while the participant cannot be closed: it is owed, and done a minute later', async () => {
    const scene = await begin();
    scene.deps.twilio.fail('setParticipant', 'unavailable');
    await happen(scene);
    expect(scene.deps.twilio.callsOf(call)).toEqual([]);
    expect(Object.values(record(scene).pending).map(({ kind }) => kind)).toContain('close-participant');
    await scene.deps.minutes(1);
    expect(scene.deps.twilio.callsOf(call)).toHaveLength(1);
    expect(record(scene).pending).toEqual({});
  });
});
