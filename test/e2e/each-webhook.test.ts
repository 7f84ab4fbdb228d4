import type { ConversationView } from '../../lambda/http/view';
import { CHANNEL_TYPES } from '../../local/twilio';
import { DEMO_USERS } from '../../local/twilio/demo';
import { globalsOfProcess } from '../of-process';
import { goOffline, goOnline, timers, twilio } from './acts';
import { productForAll } from './fixture';
import { DEE } from './running-product';
import { type Fault, FAULTS, WebhookFaults } from './webhook-faults';

/**
 * Two stories, in which each kind of webhook occurs. They are told again with each single webhook dropped, doubled, and
 * delayed past the next: by many conversations in step with each other. Who is refused asks again later, as people do,
 * up to the time that the README states.
 */
interface Told {
  readonly fault: Fault;
  readonly conversationSid: string;
  readonly path: string;
}

/** TaskRouter's events are found by the next sweep, and what they owe may take another. */
const TASKS = ['PT1M', 'PT1M'];
/** What Conversations' webhooks do not tell is found in 15 minutes, or in as much time again where that is more. */
const MESSAGES = ['PT15M'];
/** Two of each kind of channel: there is room for them with three agents, who take two tasks of a kind each. */
const AT_ONCE = 2 * CHANNEL_TYPES.length;

const running = productForAll({ isWatched: false }); // other tests hold the same requests to Twilio's descriptions
let faults: WebhookFaults;

beforeAll(async () => {
  faults = new WebhookFaults(globalThis.fetch);
  jest.spyOn(globalsOfProcess(), 'fetch').mockImplementation(faults.fetch);
  await running().set({ leave: { enabled: true } });
});
afterAll(() => jest.restoreAllMocks());

async function begins(fault: Fault, number: number): Promise<Told> {
  faults.forNext(fault);
  const channelType = CHANNEL_TYPES[number % CHANNEL_TYPES.length];
  const { body } = await running().post('/local/conversations', undefined, { channelType });
  const { conversationSid } = body as { conversationSid: string };
  return { fault, conversationSid, path: `/conversations/${conversationSid}` };
}

/** As the agent who has it or had it last; false: refused, it may be too early. */
async function asks({ conversationSid, path }: Told, route: string, body: object = {}): Promise<boolean> {
  const agent = DEMO_USERS.find(({ workerSid }) => workerSid === faults.holder(conversationSid));
  return (await running().post(`${path}/${route}`, agent?.token, body)).status < 300;
}

/** An agent takes the one task that waits, or has it already. */
async function takes({ conversationSid }: Told): Promise<boolean> {
  const [taskSid, ...others] = faults.liveTasks(conversationSid);
  expect(others).toEqual([]);
  if (taskSid === undefined) return false;
  await running().post(`/local/tasks/${taskSid}/accept`);
  return true;
}

async function completes({ conversationSid }: Told): Promise<boolean> {
  for (const taskSid of faults.liveTasks(conversationSid))
    await running().post(`/local/tasks/${taskSid}/complete`);
  return true;
}

async function writes({ conversationSid }: Told): Promise<boolean> {
  const path = `/local/conversations/${conversationSid}/messages`;
  return (await running().post(path, undefined, { from: 'customer', body: 'Hello?' })).status === 200;
}

const is =
  (isSo: (record: ConversationView) => boolean) =>
  async ({ path }: Told): Promise<boolean> => {
    const { status, body } = await running().get(path, DEE);
    return status === 200 && isSo(body as ConversationView);
  };

/** Each of them does it; those who cannot yet do it after these times. */
async function each(
  tolds: readonly Told[],
  what: string,
  act: (told: Told) => Promise<boolean>,
  within: readonly string[] = TASKS,
): Promise<void> {
  let waiting = tolds;
  for (const time of [...within, undefined]) {
    const later: Told[] = [];
    for (const told of waiting) if (!(await act(told))) later.push(told);
    waiting = later;
    if (waiting.length === 0) return;
    if (time !== undefined) await running().advance(time);
  }
  const without = waiting.map(({ fault }) => `${fault.what} ${fault.how}`);
  throw new Error(`${what}, not within ${within.join(' and ')}: ${without.join('; ')}`);
}

/** Time passes, and something happens that is nobody's here: sweeps read the event list from there on. */
async function later(minutes: number): Promise<void> {
  await running().advance('PT3M');
  await goOnline('Dee');
  await goOffline('Dee');
  await running().advance(`PT${minutes - 3}M`);
}

/** Exactly one future: a live task and no timer, or no task and the timer of a pause. */
async function expectOneFuture(tolds: readonly Told[], future: 'task' | 'timer' | 'reply' | 'none') {
  const runningTimers = (await timers(running())).filter(({ status }) => status === 'RUNNING');
  for (const { conversationSid } of tolds) {
    expect(faults.liveTasks(conversationSid)).toHaveLength(future === 'task' ? 1 : 0);
    const own = runningTimers.filter(({ name }) => name.startsWith(conversationSid));
    expect(own).toHaveLength(future === 'timer' ? 1 : 0);
  }
}

async function accepted(tolds: readonly Told[], purpose: string): Promise<void> {
  await each(tolds, 'has a task that an agent takes', takes);
  const isAccepted = is(({ task }) => task?.status === 'assigned' && task.purpose === purpose);
  await each(tolds, `is accepted: ${purpose}`, isAccepted);
  await expectOneFuture(tolds, 'task');
}

async function paused(tolds: readonly Told[], timeLimit: string): Promise<void> {
  await each(tolds, 'can be paused', (told) => asks(told, 'pause', { timeLimit }));
  await each(tolds, 'is completed in Flex', completes);
  const isPaused = is(({ channelState, wrapUp }) => channelState === 'pause' && wrapUp === null);
  await each(tolds, 'is paused', isPaused);
  await expectOneFuture(tolds, 'timer');
}

async function left(tolds: readonly Told[]): Promise<void> {
  await each(tolds, 'can be left', (told) => asks(told, 'leave'));
  await each(tolds, 'can be completed', (told) => asks(told, 'complete'));
  const isLeft = is(({ channelState, wrapUp }) => channelState === 'inactive' && wrapUp === null);
  await each(tolds, 'is left', isLeft);
  await expectOneFuture(tolds, 'reply');
}

/** Paused, with a reply, and resumed; left, and back with the reply; ended by its agent. */
async function comesBackAndEnds(tolds: readonly Told[]): Promise<void> {
  await accepted(tolds, 'new');
  await paused(tolds, 'P2D');
  await later(5);
  await each(tolds, 'the customer writes', writes);
  const hasReply = is(({ customerRepliedAt }) => customerRepliedAt !== null);
  await each(tolds, 'tells that the customer has written', hasReply, MESSAGES);
  await each(tolds, 'can be resumed', (told) => asks(told, 'resume'));
  await accepted(tolds, 'resume');

  await left(tolds);
  await later(5);
  await each(tolds, 'the customer writes', writes);
  await each(tolds, 'is back', takes, MESSAGES);
  await accepted(tolds, 'reply');

  await each(tolds, 'can be ended', (told) => asks(told, 'end'));
  await each(tolds, 'is completed in Flex', completes);
  const hasEnded = is(({ channelState, wrapUp }) => channelState === 'closed' && wrapUp === null);
  await each(tolds, 'has ended', hasEnded);
  await expectOneFuture(tolds, 'none');
  for (const { conversationSid } of tolds) expect(faults.tasks(conversationSid)).toBe(3);
}

/** Paused until the deadline; left, and closed by a timer of Twilio's that somebody has set. */
async function isReassignedAndClosed(tolds: readonly Told[]): Promise<void> {
  await accepted(tolds, 'new');
  await paused(tolds, 'PT1H');
  await later(60);
  await accepted(tolds, 'reassign');

  await left(tolds);
  for (const { conversationSid } of tolds)
    await twilio(`/v1/Conversations/${conversationSid}`, { 'Timers.Closed': 'PT10M' });
  await later(10);
  const isClosed = is(({ channelState }) => channelState === 'closed');
  await each(tolds, 'is closed', isClosed, MESSAGES);
  await expectOneFuture(tolds, 'none');
  for (const { conversationSid } of tolds) expect(faults.tasks(conversationSid)).toBe(2);
}

/** Of these types, those that are looked at are named below; all others are dropped, doubled and delayed at once. */
const TYPES = [
  'reservation.created',
  'reservation.accepted',
  'task.wrapup',
  'task.completed',
  'onMessageAdded',
  'onConversationStateUpdated',
];

function faultsOf(webhooks: readonly string[]): Fault[] {
  const isOther = (webhook: string) => !TYPES.some((type) => webhook.startsWith(`${type} `));
  return FAULTS.flatMap((how) => [
    ...webhooks.map((what): Fault => ({ how, what, strikes: (webhook) => webhook === what })),
    { how, what: 'the others', strikes: isOther },
  ]);
}

const ofTask = (number: number) => [
  `reservation.accepted ${number}`,
  `task.wrapup ${number}`,
  `task.completed ${number}`,
];

it.each([
  {
    story: comesBackAndEnds,
    webhooks: [
      ...[...ofTask(1), 'onMessageAdded 1', 'reservation.created 2', ...ofTask(2)],
      ...['onMessageAdded 2', ...ofTask(3), 'onConversationStateUpdated 1'],
    ],
  },
  { story: isReassignedAndClosed, webhooks: [...ofTask(2), 'onConversationStateUpdated 1'] },
])(
  'a conversation that $story.name does so with each single webhook dropped, doubled and delayed past the next',
  async ({ story, webhooks }) => {
    const all = faultsOf(webhooks);
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const tolds: Told[] = [];
      for (const [number, fault] of all.slice(from, from + AT_ONCE).entries())
        tolds.push(await begins(fault, number));
      await story(tolds);
      const spared = tolds.filter(({ conversationSid }) => !faults.hasStruck(conversationSid));
      expect(spared.map(({ fault }) => fault)).toEqual([]);
    }
  },
  240_000,
);
