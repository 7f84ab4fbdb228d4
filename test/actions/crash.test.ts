import { newMessages } from '../../lambda/actions/customer-messages';
import { deadline } from '../../lambda/actions/deadline';
import type { Deps, HandoverDeps } from '../../lambda/actions/ports';
import { sweep } from '../../lambda/actions/sweep';
import { plusSeconds } from '../../lambda/domain/time';
import {
  AS_SUPERVISOR,
  completeIt,
  endIt,
  leaveIt,
  patchIt,
  pauseIt,
  reassignIt,
  resumeIt,
  serviceInviteIt,
} from '../doubles/commands';
import { ALICE, BOB, NOW, sid } from '../doubles/constants';
import { type CrashPoint, runUntil } from '../doubles/crash';
import { PAUSE_ON, STUDIO } from '../doubles/deps';
import { FOUR_HOURS, held, left, leftWrappingUp, paused, type Scene, wrappingUp } from './scenes';

interface Case {
  readonly name: string;
  readonly arrange: () => Promise<Scene>;
  readonly act: (scene: Scene, deps: HandoverDeps) => Promise<unknown>;
  /** Where the conversation is in the end. */
  readonly after: object;
  /** Where it is when the webhooks are lost too, if that is another place. */
  readonly afterLostWebhooks?: object;
  /** A sweep finds it without us, as a deadline whose timer is gone: there is no "as if nothing had been asked". */
  readonly mustHappen?: boolean;
}

/** In which a crash is made good; with no webhook at all it may be the next invite. */
const MINUTES = { arrive: 2, 'are lost': 4 } as const;
const NO_WRAP_UP = { settings: { ...PAUSE_ON, wrapUp: false } };
const settled = { owed: [], hooks: 0 };
const isLeft = { ...settled, state: 'inactive', live: [], timers: [] };
const isPaused = {
  ...settled,
  state: 'pause',
  live: [],
  timers: [plusSeconds(NOW, FOUR_HOURS)],
};
const isBackWithAlice = {
  ...settled,
  state: 'active',
  live: [{ purpose: 'resume', holder: ALICE, status: 'assigned' }],
  timers: [],
};
/** A named invite ends by itself before its sender's lease does: then it is the next one, through the workflow. */
const isBackWithSomebody = {
  ...isBackWithAlice,
  live: [expect.objectContaining({ purpose: 'resume' })],
};
const isWithBob = {
  ...isBackWithAlice,
  live: [{ purpose: 'reassign', holder: BOB, status: 'assigned' }],
};
const isWithSomebodyElse = { ...isWithBob, live: [expect.objectContaining({ purpose: 'reassign' })] };
const isBackInQueue = {
  ...settled,
  state: 'active',
  live: [{ purpose: 'reassign', holder: null, status: 'pending' }],
  timers: [],
};
const isClosed = { ...settled, state: 'closed', live: [], timers: [] };
const timeLimit = 'PT4H';

const CASES: readonly Case[] = [
  {
    name: 'pause',
    arrange: () => held(),
    act: ({ conversationSid }, deps) => pauseIt(conversationSid, deps, { body: { timeLimit } }),
    after: {
      ...isPaused,
      state: 'active, to pause',
      live: [{ purpose: 'new', holder: ALICE, status: 'wrapping' }],
    },
  },
  {
    name: 'pause without wrap-up',
    arrange: () => held(NO_WRAP_UP),
    act: ({ conversationSid }, deps) => pauseIt(conversationSid, deps, { body: { timeLimit } }),
    after: isPaused,
  },
  {
    name: 'complete',
    arrange: () => wrappingUp(),
    act: ({ conversationSid }, deps) => completeIt(conversationSid, deps),
    after: isPaused,
  },
  {
    name: 'resume from pause',
    arrange: () => paused(),
    act: ({ conversationSid }, deps) => resumeIt(conversationSid, deps),
    after: isBackWithAlice,
    afterLostWebhooks: isBackWithSomebody,
  },
  {
    name: 'resume from the wrap-up',
    arrange: () => wrappingUp(),
    act: ({ conversationSid }, deps) => resumeIt(conversationSid, deps),
    after: isBackWithAlice,
    afterLostWebhooks: isBackWithSomebody,
  },
  {
    name: 'reassign to the queue',
    arrange: () => wrappingUp(),
    act: ({ conversationSid }, deps) => reassignIt(conversationSid, deps),
    after: isBackInQueue,
  },
  {
    name: 'reassign to an agent',
    arrange: () => paused(),
    act: ({ conversationSid }, deps) => reassignIt(conversationSid, deps, { body: { workerSid: BOB } }),
    after: isWithBob,
    afterLostWebhooks: isWithSomebodyElse,
  },
  {
    name: 'reassign of what was left',
    arrange: () => left(),
    act: ({ conversationSid }, deps) => reassignIt(conversationSid, deps),
    after: isBackInQueue,
  },
  {
    name: 'another deadline',
    arrange: () => paused(),
    act: ({ conversationSid }, deps) => patchIt(conversationSid, deps, { body: { timeLimit: 'PT9H' } }),
    after: { ...isPaused, timers: [plusSeconds(NOW, 9 * 3600)] },
  },
  {
    name: 'end from pause',
    arrange: () => paused(),
    act: ({ conversationSid }, deps) => endIt(conversationSid, deps),
    after: isClosed,
  },
  {
    name: 'end from the wrap-up',
    arrange: () => wrappingUp(),
    act: ({ conversationSid }, deps) => endIt(conversationSid, deps),
    after: isClosed,
  },
  {
    name: "end of another's conversation",
    arrange: () => held(),
    act: ({ conversationSid }, deps) => endIt(conversationSid, deps, { caller: AS_SUPERVISOR }),
    after: isClosed,
  },
  {
    name: 'the deadline',
    arrange: async () => due(await paused()),
    act: ({ deps: { timer } }, deps) => deadline(timer.list()[0]!.input, deps),
    after: isBackInQueue,
    mustHappen: true,
  },
  {
    name: 'the deadline during the wrap-up',
    arrange: async () => due(await wrappingUp()),
    act: ({ deps: { timer } }, deps) => deadline(timer.list()[0]!.input, deps),
    after: isBackInQueue,
    mustHappen: true,
  },
  {
    name: 'leave with a Studio flow',
    arrange: () => held({ settings: STUDIO }),
    act: ({ conversationSid }, deps) => leaveIt(conversationSid, deps),
    after: {
      ...isLeft,
      live: [{ purpose: 'new', holder: ALICE, status: 'wrapping' }],
      hooks: 1,
    },
  },
  {
    name: 'the reply, with a Studio flow, during the wrap-up',
    arrange: async () => hasWritten(await leftWrappingUp({ settings: STUDIO })),
    act: ({ deps: { platform } }, deps) =>
      newMessages(sid('CH', 1), platform.conversations.get(sid('CH', 1))!.messages, deps),
    after: { ...settled, owed: ['await-custom-routing'], state: 'active', live: [], timers: [], hooks: 1 },
    mustHappen: true,
  },
  {
    name: 'the sweep when the time of custom routing is over',
    arrange: async () => {
      const scene = await replied();
      scene.deps.advance(3600);
      return scene;
    },
    act: (_scene, deps) => sweep(deps, () => 0),
    after: { ...isBackInQueue, live: [{ purpose: 'reply', holder: null, status: 'pending' }] },
    mustHappen: true,
  },
  {
    name: 'an invite by custom logic',
    arrange: () => replied(),
    act: ({ conversationSid }, deps) => serviceInviteIt(conversationSid, deps),
    after: { ...isBackInQueue, live: [{ purpose: 'custom', holder: null, status: 'pending' }] },
  },
  {
    name: 'an invite by custom logic to an agent',
    arrange: () => replied(),
    act: ({ conversationSid }, deps) => serviceInviteIt(conversationSid, deps, { body: { workerSid: BOB } }),
    after: { ...isBackInQueue, live: [{ purpose: 'custom', holder: BOB, status: 'assigned' }] },
    afterLostWebhooks: { ...isBackInQueue, live: [expect.objectContaining({ purpose: 'custom' })] },
  },
  {
    name: 'the sweep at a deadline that its timer let pass',
    arrange: async () => {
      const scene = due(await paused());
      scene.deps.advance(60);
      return scene;
    },
    act: (_scene, deps) => sweep(deps, () => 0),
    after: isBackInQueue,
    mustHappen: true,
  },
];

/** Left, with a Studio flow that makes no task, and the customer has replied. */
async function replied(): Promise<Scene> {
  const scene = await hasWritten(await left({ settings: STUDIO }));
  await scene.deps.deliver();
  return scene;
}

/** The customer has written, and nobody has heard of it. */
async function hasWritten(scene: Scene): Promise<Scene> {
  scene.deps.platform.write(scene.conversationSid, 'carol');
  return scene;
}

/** The wait is over, and the execution, which has called its Lambda, ends. */
function due(scene: Scene): Scene {
  scene.deps.advance(FOUR_HOURS);
  for (const { name } of scene.deps.timer.running()) scene.deps.timer.finish(name);
  return scene;
}

/** Where the conversation is: by our record, and by Twilio and Step Functions. */
function whereItIs({ deps, conversationSid }: Scene) {
  const { channelState, wrapUp, task, pending } = deps.store.record(conversationSid);
  const live = deps.twilio.liveTasks(conversationSid);
  const isTheRecords = live.every(({ taskSid }) => taskSid === task?.taskSid);
  return {
    state: channelState === 'active' && wrapUp === 'pause' ? 'active, to pause' : channelState,
    owed: Object.keys(pending),
    live: live.map(({ status, reservations }) => ({
      status,
      holder: reservations.find((each) => ['accepted', 'wrapping'].includes(each.status))?.workerSid ?? null,
      purpose: isTheRecords ? task?.purpose : 'not in the record',
    })),
    timers: deps.timer.running().map(({ input }) => input.deadline),
    hooks: deps.platform.conversations.get(conversationSid)!.hooks.length,
  };
}

/** Dies at each call in turn, until a run comes through; then minutes pass, with sweeps and what webhooks there are. */
async function atEachCall(
  { arrange, act, after, afterLostWebhooks = after, mustHappen = false }: Case,
  when: CrashPoint['when'],
  webhooks: 'arrive' | 'are lost',
): Promise<number> {
  for (let call = 1; ; call++) {
    const scene = await arrange();
    const before = whereItIs(scene);
    const { version } = scene.deps.store.record(scene.conversationSid);
    const diedAt = await runUntil({ call, when }, scene.deps.nextRun(), (deps) => act(scene, deps));
    if (diedAt === undefined) return call - 1;
    const isDecided = scene.deps.store.record(scene.conversationSid).version > version;
    for (let minute = 0; minute < MINUTES[webhooks]; minute++) {
      if (webhooks === 'are lost') scene.deps.loseNews();
      await scene.deps.minutes(1);
    }
    const done = webhooks === 'arrive' ? after : afterLostWebhooks;
    const expected = isDecided || mustHappen ? done : before;
    expect({ call, diedAt, ...whereItIs(scene) }).toEqual({ call, diedAt, ...expected });
  }
}

describe.each(['arrive', 'are lost'] as const)('a crash, when webhooks %s', (webhooks) => {
  describe.each(['before', 'after'] as const)('%s each call', (when) => {
    it.each(CASES)('of $name is made good within minutes', async (each) => {
      expect(await atEachCall(each, when, webhooks)).toBeGreaterThanOrEqual(4);
    });
  });
});

describe('a crash of a sweep that repairs a crash', () => {
  it.each(['before', 'after'] as const)('%s each of its calls is made good by the next', async (when) => {
    for (let call = 1; ; call++) {
      const scene = await paused();
      const { deps, conversationSid } = scene;
      await runUntil({ call: 4, when: 'before' }, deps.nextRun(), (mortal) =>
        resumeIt(conversationSid, mortal),
      );
      deps.advance(120);
      const diedAt = await runUntil({ call, when }, deps.nextRun(), (mortal) => sweep(mortal, () => 0));
      if (diedAt === undefined) return;
      await deps.minutes(3);
      expect({ call, diedAt, ...whereItIs(scene) }).toEqual({ call, diedAt, ...isBackWithAlice });
    }
  });
});

describe('a person who asks again after a crash', () => {
  it.each(['before', 'after'] as const)('%s each call of pause has one pause and one timer', async (when) => {
    for (let call = 1; ; call++) {
      const scene = await held();
      const pauseAgain = (deps: Deps) => pauseIt(scene.conversationSid, deps, { body: { timeLimit } });
      const diedAt = await runUntil({ call, when }, scene.deps.nextRun(), pauseAgain);
      if (diedAt === undefined) return;
      expect(await pauseAgain(scene.deps.nextRun())).toMatchObject({ kind: 'done' });
      await scene.deps.minutes(2);
      expect(whereItIs(scene)).toMatchObject({ owed: [], state: 'active, to pause' });
      expect(scene.deps.timer.list()).toHaveLength(1);
    }
  });
});
