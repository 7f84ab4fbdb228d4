import type { Settings } from '../../lambda/domain/settings';
import { AS_BOB, completeIt, endIt, leaveIt, pauseIt } from '../doubles/commands';
import { ALICE, BOB } from '../doubles/constants';
import { BOTH_ON, PAUSE_ON, testDeps } from '../doubles/deps';
import { held, left, leftWrappingUp, type Scene } from './scenes';
import { NOTHING } from '../doubles/nothing';

const TWO_DAYS: Settings = { ...BOTH_ON, leave: { ...BOTH_ON.leave, expiresAfter: 'P2D' } };
const record = ({ deps, conversationSid }: Scene) => deps.store.record(conversationSid);
const tasks = ({ deps, conversationSid }: Scene) => deps.twilio.liveTasks(conversationSid);

async function writes(scene: Scene, author = 'carol', participantSid?: string | null): Promise<void> {
  scene.deps.platform.write(scene.conversationSid, author, participantSid);
  await scene.deps.deliver();
}

describe('Leave', () => {
  it('frees the agent when the wrap-up is over, and the conversation stays open', async () => {
    const scene = await left();
    expect(record(scene)).toMatchObject({
      channelState: 'inactive',
      wrapUp: null,
      task: null,
      pending: NOTHING,
    });
    expect(tasks(scene)).toEqual([]);
    expect(scene.deps.platform.channelOf(scene.conversationSid).status).toBe('active');
  });

  it('sent again answers as before and changes nothing', async () => {
    const scene = await leftWrappingUp();
    const before = record(scene);
    const again = await leaveIt(scene.conversationSid, scene.deps.nextRun());
    expect(again).toMatchObject({ kind: 'done', repeated: true });
    expect(record(scene)).toBe(before);
  });

  it('is not possible for another agent', async () => {
    const { deps, conversationSid } = await held({ settings: BOTH_ON });
    expect(await leaveIt(conversationSid, deps.nextRun(), { caller: AS_BOB })).toMatchObject({
      code: 'not-authorized',
    });
  });

  it('where nobody replies, closes the conversation after 90 days, and not before', async () => {
    const scene = await left();
    scene.deps.advance(90 * 86_400 - 120);
    await scene.deps.minutes(1);
    expect(record(scene).channelState).toBe('inactive');
    await scene.deps.minutes(1);
    expect(record(scene)).toMatchObject({ channelState: 'closed', pending: NOTHING });
    expect(scene.deps.platform.channelOf(scene.conversationSid).status).toBe('closed');
  });

  it('that was made before keeps its end when `expiresAfter` is changed', async () => {
    const scene = await left();
    const { expiresAt } = record(scene).leave!;
    const { leave } = BOTH_ON;
    scene.deps.store.set({ ...BOTH_ON, leave: { ...leave, expiresAfter: 'P1D' } });
    const another = await scene.deps.heldConversation();
    const later = await leaveIt(another.conversationSid, scene.deps.nextRun());
    expect(later).toMatchObject({ record: { leave: { expiresAt: scene.deps.in(86_400) } } });
    scene.deps.advance(2 * 86_400);
    await scene.deps.minutes(1);
    expect(record(scene)).toMatchObject({ channelState: 'inactive', leave: { expiresAt } });
  });

  it('that was made before Leave was turned off goes on: the reply brings it back', async () => {
    const scene = await left();
    scene.deps.store.set(PAUSE_ON);
    await writes(scene);
    expect(record(scene)).toMatchObject({ channelState: 'active', task: { purpose: 'reply' } });
  });

  it('is refused in this order: 403, 400, option-off, channel-not-eligible, wrong-state, then the rest', async () => {
    const deps = testDeps({ settings: { ...PAUSE_ON, hipaa: true } });
    const { conversationSid } = await deps.heldConversation(ALICE, { channelType: 'whatsapp' });
    const code = async (wish: object = {}) => {
      const result = await leaveIt(conversationSid, deps.nextRun(), wish);
      return result.kind === 'refuse' ? result.code : result.kind;
    };
    expect(await code({ caller: AS_BOB, problem: 'x' })).toBe('not-authorized');
    expect(await code({ problem: 'x' })).toBe('invalid-request');
    expect(await code()).toBe('option-off');
    deps.store.set({ ...BOTH_ON, hipaa: true });
    expect(await code()).toBe('channel-not-eligible');
    deps.store.set(BOTH_ON);
    await leaveIt(conversationSid, deps.nextRun());
    deps.twilio.fail('newestMessages', 'unavailable');
    deps.twilio.fail('conversation', 'unavailable');
    expect(await code({ body: { reason: 'another' } })).toBe('wrong-state');
  });

  it('can be ended by the agent who left it', async () => {
    const scene = await left();
    await endIt(scene.conversationSid, scene.deps.nextRun());
    expect(record(scene).channelState).toBe('closed');
  });
});

describe('the reply to a left conversation', () => {
  it('makes one task, however many messages come', async () => {
    const scene = await left();
    scene.deps.platform.write(scene.conversationSid, 'carol');
    scene.deps.platform.write(scene.conversationSid, 'carol');
    await scene.deps.deliver();
    await writes(scene);
    expect(tasks(scene)).toHaveLength(1);
    expect(record(scene)).toMatchObject({ channelState: 'active', task: { purpose: 'reply' } });
  });

  it('can go to any agent, with the attributes of the old task', async () => {
    const scene = await left();
    await writes(scene);
    const [task] = tasks(scene);
    expect(task).toMatchObject({ target: null, attributes: { conversationSid: scene.conversationSid } });
    scene.deps.platform.accept(task!.taskSid, BOB);
    await scene.deps.deliver();
    expect(record(scene)).toMatchObject({ channelState: 'active', leave: null, task: { workerSid: BOB } });
  });

  it('during the wrap-up ends it first, and then makes one task', async () => {
    const scene = await leftWrappingUp();
    await writes(scene);
    await scene.deps.minutes(2);
    expect(tasks(scene)).toHaveLength(1);
    expect(tasks(scene)[0]!.taskSid).not.toBe(scene.taskSid);
  });

  it('in the same second as the Leave, its webhook before it, is found a minute later', async () => {
    const scene = await held({ settings: BOTH_ON });
    const { deps, conversationSid } = scene;
    deps.store.beforeNextReplace(async () => {
      deps.platform.write(conversationSid, 'carol');
      await deps.deliver(); // while the record still says active
    });
    await leaveIt(conversationSid, deps.nextRun());
    await completeIt(conversationSid, deps.nextRun());
    await deps.deliver();
    expect(record(scene).channelState).toBe('inactive');
    await deps.minutes(1);
    expect(tasks(scene)).toHaveLength(1);
  });

  it('whose webhook was lost is found by comparing', async () => {
    const scene = await left();
    await scene.deps.minutes(2);
    scene.deps.platform.write(scene.conversationSid, 'carol');
    scene.deps.loseNews();
    await scene.deps.minutes(16);
    expect(tasks(scene)).toHaveLength(1);
  });

  it('waits for custom routing as long as the settings said, and then goes through the workflow', async () => {
    const leave = { ...BOTH_ON.leave, onReply: 'custom-routing' as const, customRoutingTimeout: 'PT1H' };
    const scene = await left({ settings: { ...BOTH_ON, leave } });
    await writes(scene);
    await scene.deps.minutes(59);
    expect(tasks(scene)).toEqual([]);
    expect(record(scene).channelState).toBe('active');
    await scene.deps.minutes(2);
    expect(tasks(scene)).toHaveLength(1);
  });

  it('is taken by the task that custom routing brings', async () => {
    const leave = { ...BOTH_ON.leave, onReply: 'custom-routing' as const };
    const scene = await left({ settings: { ...BOTH_ON, leave } });
    await writes(scene);
    const { deps, conversationSid } = scene;
    const brought = deps.platform.invite(deps.platform.channelOf(conversationSid), {
      ...{ workspace_sid: 'WS', workflow_sid: 'WW', attributes: {}, priority: 0, timeout: 3600 },
    });
    deps.platform.accept(brought.taskSid, BOB);
    await deps.deliver();
    await deps.minutes(90);
    expect(tasks(scene).map(({ taskSid }) => taskSid)).toEqual([brought.taskSid]);
  });
});

describe('a leave that has lasted as long as it may', () => {
  /** One of two days, as the sweep finds it that is made first after its end. */
  async function expiring(): Promise<Scene> {
    const scene = await left({ settings: TWO_DAYS });
    scene.deps.advance(2 * 86_400);
    return scene;
  }

  it('is closed, with its channel, by one sweep', async () => {
    const scene = await expiring();
    await scene.deps.sweep();
    expect(record(scene)).toMatchObject({ channelState: 'closed', leave: null, pending: NOTHING });
    expect(scene.deps.platform.channelOf(scene.conversationSid).status).toBe('closed');
  });

  it('is not closed when the customer has written, though the webhook was lost', async () => {
    const scene = await expiring();
    scene.deps.platform.write(scene.conversationSid, 'carol');
    scene.deps.loseNews();
    await scene.deps.sweep();
    expect(record(scene)).toMatchObject({ channelState: 'active', leave: null });
    expect(tasks(scene)).toHaveLength(1);
  });

  it('is not closed while nobody can tell whether the customer has written, and is not asked about each minute', async () => {
    const scene = await expiring();
    scene.deps.twilio.calls.length = 0;
    scene.deps.store.set({ ...TWO_DAYS, compareCallsPerMinute: 0 });
    scene.deps.twilio.fail('newestMessages', 'unavailable', 4);
    await scene.deps.minutes(10);
    expect(record(scene).channelState).toBe('inactive');
    expect(scene.deps.twilio.callsOf('newestMessages').length).toBe(4);
    await scene.deps.minutes(10);
    expect(record(scene).channelState).toBe('closed');
  });

  it('is closed when it is gone at Twilio', async () => {
    const scene = await expiring();
    scene.deps.twilio.fail('newestMessages', 'not-found');
    scene.deps.platform.channelOf(scene.conversationSid).status = 'closed';
    await scene.deps.sweep();
    expect(record(scene)).toMatchObject({ channelState: 'closed', pending: NOTHING });
  });
});

describe('what does not wake a left conversation', () => {
  it.each([
    ['the agent who left it', 'alice', undefined],
    ['a bot of the settings', 'bot', undefined],
    ['a message without a participant', 'system', null],
  ])('%s', async (_who, author, participantSid) => {
    const scene = await left({ settings: { ...BOTH_ON, botIdentities: ['bot'] } });
    await writes(scene, author, participantSid);
    await scene.deps.minutes(2);
    expect(record(scene).channelState).toBe('inactive');
    expect(tasks(scene)).toEqual([]);
  });

  it('an agent who held it before the one who left it', async () => {
    const scene = await left();
    await writes(scene);
    const [task] = tasks(scene);
    scene.deps.platform.accept(task!.taskSid, BOB);
    await scene.deps.deliver();
    await leaveIt(scene.conversationSid, scene.deps.nextRun(), { caller: AS_BOB });
    await completeIt(scene.conversationSid, scene.deps.nextRun(), { caller: AS_BOB });
    await scene.deps.deliver();
    await writes(scene, 'alice');
    expect(record(scene).channelState).toBe('inactive');
  });
});

describe('a customer’s message', () => {
  it('in a conversation that an agent has costs one read', async () => {
    const scene = await held({ settings: BOTH_ON });
    scene.deps.store.calls.length = 0;
    await writes(scene);
    expect(scene.deps.store.calls).toEqual(['read']);
  });

  it('to a paused conversation is told to the agent, and starts nothing', async () => {
    const scene = await held({ settings: BOTH_ON });
    await pauseIt(scene.conversationSid, scene.deps.nextRun());
    await completeIt(scene.conversationSid, scene.deps.nextRun());
    await scene.deps.deliver();
    await writes(scene);
    expect(record(scene)).toMatchObject({
      channelState: 'pause',
      customerRepliedAt: scene.deps.now(),
      pending: NOTHING,
    });
  });

  it.each(['resume', 'queue'] as const)(
    'to a paused conversation makes one task where the setting is `%s`',
    async (onCustomerReply) => {
      const settings = { ...BOTH_ON, pause: { ...BOTH_ON.pause, onCustomerReply } };
      const scene = await held({ settings });
      await pauseIt(scene.conversationSid, scene.deps.nextRun());
      await completeIt(scene.conversationSid, scene.deps.nextRun());
      await scene.deps.deliver();
      await writes(scene);
      await writes(scene);
      await scene.deps.minutes(2);
      expect(tasks(scene)).toHaveLength(1);
      expect(scene.deps.timer.running()).toEqual([]);
    },
  );
});
