import { decide } from '../../lambda/domain/decide';
import type { Happening, Happenings } from '../../lambda/domain/moves';
import type { Outcome } from '../../lambda/domain/outcome';
import { type Conversation, type Place, placeOf } from '../../lambda/domain/record';
import type { Settings } from '../../lambda/domain/settings';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, BOB, NOW, sid } from '../doubles/constants';
import { CUSTOM_ROUTING, PAUSE_ON, STUDIO } from '../doubles/deps';
import {
  acceptedTask,
  active,
  after,
  AT,
  awaiting,
  contextAt,
  DEADLINE,
  inputs,
  invited,
  kinds,
  left,
  leftWrappingUp,
  outcomeOf,
  PLACES,
  waitingForAgent,
} from '../doubles/records';
import { NOTHING } from '../doubles/nothing';

/** A row of the table of moves: what happens, and from each place where it leads and what it owes. Any other refuses it. */
interface Row {
  readonly what: string;
  readonly happening: Happening;
  readonly input: Happenings[Happening];
  readonly from: Partial<Record<Place, readonly [to: Place, ...owed: string[]]>>;
  /** What the record says afterwards, wherever it came from. */
  readonly then: object;
  /** Where it is no news, and refuses nothing: the record stays as it is. */
  readonly noNews: readonly Place[];
}

function row<H extends Happening>(
  what: string,
  happening: H,
  from: Row['from'],
  then: object = {},
  input: Happenings[H] = inputs()[happening],
  noNews: readonly Place[] = [],
): Row {
  return { what, happening, input, from, then, noNews };
}

const CLOSING = 'close-participant';
const replyWith = (onCustomerReply: Settings['pause']['onCustomerReply']) => ({
  ...inputs()['customer-writes'],
  settings: { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, onCustomerReply } },
});
const TO_ALICE = { direct: true, workerSid: ALICE };
const TO_ANYBODY = { direct: false, workerSid: null };
const LATER = plusSeconds(DEADLINE, 60);

const ROWS: readonly Row[] = [
  row(
    'an agent accepts a task that is new to the record: active, that task is current, the timer is stopped',
    'accept',
    {
      active: ['active'],
      'active, to pause': ['active', CLOSING, 'stop-timer'],
      pause: ['active', 'stop-timer'],
      inactive: ['active'],
      'inactive, wrapping up': ['active', CLOSING],
    },
    { task: { taskSid: sid('WT', 2), status: 'assigned' }, pause: null, leave: null },
  ),
  row(
    'Leave by the holder: inactive at once, wrapping up; the task to wrap-up',
    'leave',
    { active: ['inactive, wrapping up', 'wrap-up-task'] },
    { wrapUp: 'leave', leave: { workerSid: ALICE, leftAt: NOW } },
  ),
  row(
    'Pause by the holder: active, wrapping up to pause; the timer started, the task to wrap-up',
    'pause',
    { active: ['active, to pause', 'start-timer', 'wrap-up-task'] },
    { wrapUp: 'pause', pause: { workerSid: ALICE, pausedAt: NOW, deadline: DEADLINE } },
  ),
  ...(
    [
      ['completed', true],
      ['canceled, deleted, removed or not found', false],
    ] as const
  ).map(([how, wasTaken]) =>
    row(
      `the task is over, ${how}: pause or inactive; the agent’s participant closed`,
      'task-over',
      {
        active: ['active', 'look-for-task'],
        'active, to pause': ['pause', CLOSING],
        'inactive, wrapping up': ['inactive', CLOSING],
        'closed, wrapping up': ['closed'],
      },
      { task: null, wrapUp: null },
      { ...inputs()['task-over'], wasTaken },
      ['pause', 'inactive', 'closed'],
    ),
  ),
  row('Complete: the same state; the agent’s participant closed', 'complete', {
    'active, to pause': ['active, to pause', CLOSING],
    'inactive, wrapping up': ['inactive, wrapping up', CLOSING],
    'closed, wrapping up': ['closed, wrapping up', CLOSING],
  }),
  row(
    'Resume: active; the timer stopped, an invite to the agent who paused',
    'resume',
    {
      'active, to pause': ['active', CLOSING, 'invite', 'stop-timer'],
      pause: ['active', 'invite', 'stop-timer'],
    },
    { pause: null, invite: { purpose: 'resume', ...TO_ALICE } },
  ),
  row(
    'Resume at capacity: active; the timer stopped, an invite through the workflow that names the agent',
    'resume',
    {
      'active, to pause': ['active', CLOSING, 'invite', 'stop-timer'],
      pause: ['active', 'invite', 'stop-timer'],
    },
    { pause: null, invite: { purpose: 'resume', direct: false, workerSid: ALICE } },
    { atCapacity: true, whenAtCapacity: 'workflow' },
  ),
  row(
    'the deadline: active; an invite through the workflow, to the queue it came from',
    'deadline',
    { 'active, to pause': ['active', CLOSING, 'invite'], pause: ['active', 'invite'] },
    { pause: null, invite: { purpose: 'reassign', ...TO_ANYBODY }, routing: active().routing },
  ),
  row(
    'PATCH: the same state, a new deadline; the timer started under its new name, the old one stopped',
    'change-pause',
    {
      'active, to pause': ['active, to pause', 'start-timer', 'stop-timer'],
      pause: ['pause', 'start-timer', 'stop-timer'],
    },
    { pause: { deadline: LATER, timers: 2 } },
    { deadline: LATER },
  ),
  row(
    'PATCH of the note alone: the same state; no timer',
    'change-pause',
    { 'active, to pause': ['active, to pause'], pause: ['pause'] },
    { pause: { deadline: DEADLINE, timers: 1, note: 'later' } },
    { note: 'later' },
  ),
  row(
    'handover to an agent: the same state, that agent’s, the same deadline',
    'handover',
    { 'active, to pause': ['active, to pause'], pause: ['pause'] },
    { pause: { workerSid: BOB, deadline: DEADLINE }, parkedBy: BOB },
  ),
  row(
    'reassign to the queue: active; the timer stopped, an invite',
    'reassign',
    {
      'active, to pause': ['active', CLOSING, 'invite', 'stop-timer'],
      pause: ['active', 'invite', 'stop-timer'],
      inactive: ['active', 'invite'],
      'inactive, wrapping up': ['active', CLOSING, 'invite'],
    },
    { pause: null, leave: null, invite: { purpose: 'reassign', ...TO_ANYBODY } },
  ),
  row(
    'reassign to a named agent: active; the timer stopped, an invite',
    'reassign',
    {
      'active, to pause': ['active', CLOSING, 'invite', 'stop-timer'],
      pause: ['active', 'invite', 'stop-timer'],
      inactive: ['active', 'invite'],
      'inactive, wrapping up': ['active', CLOSING, 'invite'],
    },
    { pause: null, leave: null, invite: { purpose: 'reassign', direct: true, workerSid: BOB } },
    { workerSid: BOB, atCapacity: false },
  ),
  row(
    'the customer writes: an inactive conversation is active, with an invite through the workflow; a paused one stays, by `notify`',
    'customer-writes',
    {
      'active, to pause': ['active, to pause'],
      pause: ['pause'],
      inactive: ['active', 'invite'],
      'inactive, wrapping up': ['active', CLOSING, 'invite'],
    },
    { customerRepliedAt: NOW, leave: null },
    replyWith('notify'),
  ),
  row(
    'the customer writes, by `resume`: a paused conversation goes back to its agent',
    'customer-writes',
    {
      'active, to pause': ['active', CLOSING, 'invite', 'stop-timer'],
      pause: ['active', 'invite', 'stop-timer'],
      inactive: ['active', 'invite'],
      'inactive, wrapping up': ['active', CLOSING, 'invite'],
    },
    { customerRepliedAt: NOW, pause: null, leave: null },
    replyWith('resume'),
  ),
  row(
    'the customer writes, by `queue`: a paused conversation goes to the queue',
    'customer-writes',
    {
      'active, to pause': ['active', CLOSING, 'invite', 'stop-timer'],
      pause: ['active', 'invite', 'stop-timer'],
      inactive: ['active', 'invite'],
      'inactive, wrapping up': ['active', CLOSING, 'invite'],
    },
    { customerRepliedAt: NOW, pause: null, leave: null, invite: TO_ANYBODY },
    replyWith('queue'),
  ),
  row(
    'End by others than the holder: closed; the timer stopped, the channel closed',
    'end',
    {
      active: ['closed', 'close-channel'],
      'active, to pause': ['closed', 'close-channel', CLOSING, 'stop-timer'],
      pause: ['closed', 'close-channel', 'stop-timer'],
      inactive: ['closed', 'close-channel'],
      'inactive, wrapping up': ['closed', 'close-channel', CLOSING],
    },
    { pause: null, leave: null, closedAt: NOW },
  ),
  row(
    'the channel or conversation itself is closed or gone: closed; the timer stopped',
    'found-closed',
    {
      active: ['closed, wrapping up'],
      'active, to pause': ['closed, wrapping up', 'stop-timer'],
      pause: ['closed', 'stop-timer'],
      inactive: ['closed'],
      'inactive, wrapping up': ['closed, wrapping up'],
    },
    { pause: null, leave: null, closedAt: NOW },
    undefined,
    ['closed', 'closed, wrapping up'],
  ),
];

describe.each(ROWS)('$what', ({ happening, input, from, then, noNews }) => {
  const starts = PLACES.filter((place) => from[place] !== undefined);
  const others = PLACES.filter((place) => from[place] === undefined && !noNews.includes(place));

  it.each(starts)('from "%s"', (place) => {
    const [to, ...owed] = from[place]!;
    const next = after(AT[place](), happening, input);
    expect({ to: placeOf(next), owed: kinds(next) }).toEqual({ to, owed: owed.sort() });
    expect(next).toMatchObject(then);
  });

  if (noNews.length > 0)
    it.each(noNews)('is no news at "%s"', (place) => {
      expect(decide(AT[place](), happening, input, contextAt())).toEqual({ kind: 'nothing' });
    });

  if (others.length > 0)
    it.each(others)('not from "%s": it is refused as wrong-state, and changes nothing', (place) => {
      expectRefused(AT[place](), happening, input);
    });
});

function expectRefused<H extends Happening>(record: Conversation, happening: H, input: Happenings[H]): void {
  const before = structuredClone(record);
  const refused = { kind: 'refuse', code: 'wrong-state', channelState: record.channelState };
  expect(decide(record, happening, input, contextAt())).toEqual(refused);
  expect(record).toEqual(before);
}

const reply = inputs()['customer-writes'];

describe('the customer writes to an inactive conversation, with custom routing: active; custom logic has its time', () => {
  it.each<[string, Conversation, string[]]>([
    ['inactive', left(CUSTOM_ROUTING), ['await-custom-routing']],
    ['inactive, wrapping up', leftWrappingUp(CUSTOM_ROUTING), ['await-custom-routing', CLOSING]],
  ])('from "%s"', (_, record, owed) => {
    const next = after(record, 'customer-writes', reply);
    expect({ to: placeOf(next), owed: kinds(next), invite: next.invite }).toEqual({
      to: 'active',
      owed,
      invite: null,
    });
  });
});

describe('an agent accepts a task where a Studio hook is on: it is taken off', () => {
  const hooked = outcomeOf(left(STUDIO), 'put-studio-hook', { result: 'studio-hook-absent' });
  const on = outcomeOf(hooked, 'put-studio-hook', { result: 'studio-hook-on', webhookSid: sid('WH') });

  it.each([
    ['inactive', on],
    ['active', after(on, 'customer-writes', reply)],
  ])('from "%s"', (_, record) => {
    expect(kinds(after(record, 'accept', inputs().accept))).toEqual(['take-studio-hook-off']);
  });
});

describe('90 days, or the setting, without a reply: closed; the channel closed', () => {
  const LEFT = [
    ['inactive', left(), ['close-channel']],
    ['inactive, wrapping up', leftWrappingUp(), ['close-channel', CLOSING]],
  ] as const;

  it.each(LEFT)('from "%s", after a last look for a reply', (_, record, owed) => {
    const expired = after(record, 'expiry', undefined);
    expect(kinds(expired)).toEqual(['look-for-reply']);
    const next = outcomeOf(expired, 'look-for-reply', { result: 'no-reply' });
    expect({ state: next.channelState, owed: kinds(next) }).toEqual({ state: 'closed', owed });
  });

  const others = PLACES.filter((place) => LEFT.every(([from]) => from !== place));
  it.each(others)('not from "%s": it is refused as wrong-state, and changes nothing', (place) => {
    expectRefused(AT[place](), 'expiry', undefined);
  });
});

/** The task of an active conversation is over, and nobody asked for it. */
const lost = () => after(active(), 'task-over', inputs()['task-over']);

/** Two minutes later this run has looked for another. */
function found(outcome: Outcome): Conversation {
  const record = lost();
  const look = { ...record.pending['look-for-task']!, taken: { by: 'run-1', at: NOW } };
  return outcomeOf({ ...record, pending: { 'look-for-task': look } }, 'look-for-task', outcome);
}

describe('a service invite, with no task live, owed or on its way: active; an invite as given', () => {
  it('from "active"', () => {
    const next = after(awaiting(), 'service-invite', {
      ...inputs()['service-invite'],
      given: { queueSid: sid('WQ', 7), priority: 50 },
    });
    expect({ to: placeOf(next), owed: kinds(next) }).toEqual({ to: 'active', owed: ['invite'] });
    expect(next).toMatchObject({
      invite: { purpose: 'custom', ...TO_ANYBODY },
      routing: { queueSid: sid('WQ', 7), priority: 50 },
    });
  });

  it.each<[string, () => Conversation]>([
    ...PLACES.map((place): [string, () => Conversation] => [place, AT[place]]),
    ['active, an invite owed', invited],
    ['active, an invite on its way', waitingForAgent],
    ['active, a lost task looked for', lost],
    ['active, held by Flex', () => found({ result: 'held-by-flex' })],
  ])('not from "%s": it is refused as wrong-state, and changes nothing', (_, record) => {
    expectRefused(record(), 'service-invite', inputs()['service-invite']);
  });
});

describe('active, its task is over and we did not ask for it', () => {
  it('active; looked at after two minutes', () => {
    expect(lost().pending['look-for-task']).toMatchObject({ notBefore: plusSeconds(NOW, 120) });
  });

  it('a live task is adopted', () => {
    const task = { ...acceptedTask(), taskSid: sid('WT', 2), acceptedAt: null };
    const next = found({ result: 'task-found', task });
    expect(next).toMatchObject({ channelState: 'active', task: { taskSid: sid('WT', 2) }, pending: NOTHING });
  });

  it('Flex’s own pause or leave: left alone until an agent accepts its next task', () => {
    const next = found({ result: 'held-by-flex' });
    expect(next).toMatchObject({ channelState: 'active', heldBy: 'flex', pending: NOTHING });
    expect(after(next, 'accept', inputs().accept)).toMatchObject({ heldBy: null });
  });

  it('closed at Twilio: closed', () => {
    expect(found({ result: 'conversation-closed' })).toMatchObject({
      channelState: 'closed',
      pending: NOTHING,
    });
  });

  it('nothing of these: an invite through the workflow', () => {
    const next = found({ result: 'no-task' });
    expect(kinds(next)).toEqual(['invite']);
    expect(next).toMatchObject({ channelState: 'active', invite: { purpose: 'repair', ...TO_ANYBODY } });
  });
});

it('active, an invite’s task is over without an agent: active; the next invite, through the workflow, with back-off', () => {
  const over = { taskSid: sid('WT', 2), inviteId: null, wasTaken: false, settings: PAUSE_ON };
  const next = after(waitingForAgent(), 'task-over', over);
  expect(kinds(next)).toEqual(['invite']);
  expect(next).toMatchObject({ channelState: 'active', invite: { ...TO_ANYBODY, lost: 1 } });
  expect(Object.values(next.pending)).toMatchObject([{ notBefore: plusSeconds(NOW, 60), taken: null }]);
});

it('active, an invite is refused for good: active; an invite through the default workflow', () => {
  const next = outcomeOf(invited(), 'invite', { result: 'invite-refused' });
  expect(kinds(next)).toEqual(['invite']);
  expect(next).toMatchObject({ channelState: 'active', invite: { ...TO_ANYBODY, toDefaultWorkflow: true } });
});
