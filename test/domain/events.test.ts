import type { Cause } from '../../lambda/domain/cause';
import { decide } from '../../lambda/domain/decide';
import { eventsOf } from '../../lambda/domain/events';
import { oweNextInvite } from '../../lambda/domain/invites';
import { type Happening, type Happenings, MOVES } from '../../lambda/domain/moves';
import type { Conversation, Place } from '../../lambda/domain/record';
import type { Settings } from '../../lambda/domain/settings';
import { plusSeconds } from '../../lambda/domain/time';
import { BOB, NOW, sid } from '../doubles/constants';
import { CUSTOM_ROUTING, PAUSE_ON } from '../doubles/deps';
import {
  active,
  after,
  AT,
  awaiting,
  contextAt,
  DEADLINE,
  inputs,
  invited,
  left,
  outcomeOf,
  paused,
  waitingForAgent,
} from '../doubles/records';

const HOUR = 3600;
const DAY = 24 * HOUR;
const ENDED = ['ConversationEnded'];
const NONE: string[] = [];

/** All that is told, by what happens and where. A place that is not named has no such move. */
const TOLD: Readonly<Record<Happening, Partial<Record<Place, string[]>>>> = {
  accept: {
    active: NONE,
    'active, to pause': NONE,
    pause: NONE,
    inactive: NONE,
    'inactive, wrapping up': NONE,
  },
  pause: { active: ['ConversationPaused'] },
  leave: { active: ['ConversationLeft'] },
  complete: { 'active, to pause': NONE, 'inactive, wrapping up': NONE, 'closed, wrapping up': NONE },
  resume: { 'active, to pause': ['ConversationResumed'], pause: ['ConversationResumed'] },
  reassign: {
    'active, to pause': ['ConversationReassigned'],
    pause: ['ConversationReassigned'],
    inactive: ['ConversationReassigned'],
    'inactive, wrapping up': ['ConversationReassigned'],
  },
  handover: { 'active, to pause': ['PauseChanged'], pause: ['PauseChanged'] },
  deadline: { 'active, to pause': ['ConversationReassigned'], pause: ['ConversationReassigned'] },
  mark: { 'active, to pause': ['PauseMarkReached'], pause: ['PauseMarkReached'] },
  'change-pause': { 'active, to pause': ['PauseChanged'], pause: ['PauseChanged'] },
  'service-invite': { active: ['ConversationReassigned'] },
  // The last look for a reply; what comes of it is below.
  expiry: { inactive: NONE, 'inactive, wrapping up': NONE },
  'customer-writes': {
    'active, to pause': ['CustomerReplied'],
    pause: ['CustomerReplied'],
    inactive: ['ConversationReactivated'],
    'inactive, wrapping up': ['ConversationReactivated'],
  },
  end: {
    active: ENDED,
    'active, to pause': ENDED,
    pause: ENDED,
    inactive: ENDED,
    'inactive, wrapping up': ENDED,
  },
  'task-reserved': { active: NONE },
  'task-wrapping': {
    active: NONE,
    'active, to pause': NONE,
    'inactive, wrapping up': NONE,
    'closed, wrapping up': NONE,
  },
  'task-over': {
    active: NONE,
    'active, to pause': NONE,
    pause: NONE,
    inactive: NONE,
    'inactive, wrapping up': NONE,
    closed: NONE,
    'closed, wrapping up': NONE,
  },
  joining: { active: NONE },
  'flex-lets-go': { active: NONE },
  'found-closed': {
    active: ENDED,
    'active, to pause': ENDED,
    // Just after its wrap-up.
    pause: ['ClosedByWrapUp', ...ENDED],
    inactive: ['ClosedByWrapUp', ...ENDED],
    'inactive, wrapping up': ENDED,
    closed: NONE,
    'closed, wrapping up': NONE,
  },
};
const HAPPENINGS = Object.keys(MOVES) as Happening[];
const CELLS = HAPPENINGS.flatMap((happening) =>
  (Object.entries(TOLD[happening]) as [Place, string[]][]).map(([place, told]) => {
    return { happening, place, told };
  }),
);

/** What a happening tells, where it changes something. */
function toldBy<H extends Happening>(
  record: Conversation,
  happening: H,
  input: Happenings[H],
  { now = NOW, by = 'system' }: { now?: string; by?: Cause } = {},
): string[] {
  const decision = decide(record, happening, input, contextAt(now, 'run-1', by));
  if (decision.kind === 'refuse') throw new Error(`${happening} is refused`);
  return decision.kind === 'apply' ? eventsOf(record, decision.next, by) : [];
}

const atOneHour = { now: plusSeconds(DEADLINE, -HOUR) };
const byCustomer = { by: 'customer' } as const;

describe('every move tells what it does, and nothing else', () => {
  it.each(HAPPENINGS)('the table of what is told has every place of %s', (happening) => {
    expect(Object.keys(TOLD[happening]).sort()).toEqual(Object.keys(MOVES[happening]).sort());
  });

  it.each(CELLS)('$happening at "$place": $told', ({ happening, place, told }) => {
    const how = happening === 'mark' ? atOneHour : happening === 'customer-writes' ? byCustomer : {};
    const record = happening === 'service-invite' ? awaiting() : AT[place]();
    expect(toldBy(record, happening, inputs()[happening], how)).toEqual(told);
  });
});

describe('a reply to a pause is told before what it brings about', () => {
  const settings = (onCustomerReply: Settings['pause']['onCustomerReply']): Settings => ({
    ...PAUSE_ON,
    pause: { ...PAUSE_ON.pause, onCustomerReply },
  });
  it.each([
    ['notify', ['CustomerReplied']],
    ['resume', ['CustomerReplied', 'ConversationResumed']],
    ['queue', ['CustomerReplied', 'ConversationReassigned']],
  ] as const)('%s: %j', (onCustomerReply, told) => {
    const input = { index: 7, atCapacity: false, settings: settings(onCustomerReply) };
    expect(toldBy(paused(), 'customer-writes', input, byCustomer)).toEqual(told);
  });

  it('each time', () => {
    const once = after(paused(), 'customer-writes', { index: 7, atCapacity: true, settings: PAUSE_ON });
    const again = { index: 8, atCapacity: true, settings: PAUSE_ON };
    expect(toldBy(once, 'customer-writes', again, byCustomer)).toEqual(['CustomerReplied']);
  });

  it('and a message that was there when the pause began is none', () => {
    const record = paused();
    const pause = { ...record.pause!, pauseId: 'another' };
    expect(eventsOf(record, { ...record, pause, lastMessageIndex: 9 }, 'WK1')).toEqual([
      'ConversationPaused',
    ]);
  });
});

describe('an invite', () => {
  const over = (wasTaken: boolean) => ({ ...inputs()['task-over'], taskSid: sid('WT', 2), wasTaken });

  it('whose task was over without an agent is told as lost, each time', () => {
    const waiting = waitingForAgent();
    const lost = after(waiting, 'task-over', over(false));
    expect(eventsOf(waiting, lost, 'system')).toEqual(['InviteLost']);
    const lostAgain = after({ ...lost, invite: { ...lost.invite!, taskSid: sid('WT', 3) } }, 'task-over', {
      ...over(false),
      taskSid: sid('WT', 3),
    });
    expect(eventsOf(lost, lostAgain, 'system')).toEqual(['InviteLost']);
  });

  it('whose task may have been taken is not', () => {
    const waiting = waitingForAgent();
    expect(eventsOf(waiting, after(waiting, 'task-over', over(true)), 'system')).toEqual([]);
  });

  it('that is refused, and goes through the default workflow, is not', () => {
    const record = invited();
    const refused = outcomeOf(record, 'invite', { result: 'invite-refused' });
    expect(eventsOf(record, refused, 'system')).toEqual([]);
  });

  it('that repairs a lost task tells nothing: nothing had been put aside', () => {
    const lost = after(active(), 'task-over', inputs()['task-over']);
    const repaired = outcomeOf(
      { ...lost, pending: takenNow(lost) },
      'look-for-task',
      { result: 'no-task' },
      contextAt(),
    );
    expect(repaired.invite?.purpose).toBe('repair');
    expect(eventsOf(lost, repaired, 'system')).toEqual([]);
  });
});

function takenNow({ pending }: Conversation): Conversation['pending'] {
  const taken = { by: 'run-1', at: NOW };
  return Object.fromEntries(Object.entries(pending).map(([id, owed]) => [id, { ...owed, taken }]));
}

it('a conversation that an effect finds closed has ended', () => {
  const record = invited();
  const later = contextAt(plusSeconds(NOW, 61));
  const closed = outcomeOf(record, 'invite', { result: 'conversation-closed' }, later);
  expect(eventsOf(record, closed, 'system')).toEqual(ENDED);
});

describe('custom routing', () => {
  it('begins with the reply, which is told', () => {
    const record = left(CUSTOM_ROUTING);
    expect(toldBy(record, 'customer-writes', inputs()['customer-writes'], byCustomer)).toEqual([
      'ConversationReactivated',
    ]);
  });

  it.each([
    ['that lets its time pass is told', { result: 'no-task' }, ['InviteLost']],
    ['that is looked at again tells nothing', { result: 'failed' }, NONE],
    ['whose task is found tells nothing', { result: 'task-found', task: foundTask() }, NONE],
  ] as const)('%s', (_title, outcome, told) => {
    const record = { ...awaiting(), pending: takenNow(awaiting()) };
    expect(eventsOf(record, outcomeOf(record, 'await-custom-routing', outcome), 'system')).toEqual(told);
  });

  it('that has brought a task tells nothing', () => {
    expect(toldBy(awaiting(), 'accept', inputs().accept)).toEqual(NONE);
  });

  it('that has sent it somewhere is told once, also where that finds no agent at first', () => {
    const sent = after(awaiting(), 'service-invite', inputs()['service-invite']);
    const next = oweNextInvite(sent, sent.invite!, contextAt());
    expect(eventsOf(sent, next, 'system')).toEqual(['InviteLost']);
    const refused = outcomeOf(sent, 'invite', { result: 'invite-refused' });
    expect(eventsOf(sent, refused, 'system')).toEqual(NONE);
  });
});

function foundTask() {
  return { ...inputs().accept.task, status: 'pending' as const, acceptedAt: null };
}

it.each([
  ['without a reply has ended', { result: 'no-reply' }, ENDED],
  [
    'whose reply is found by then is reactivated',
    { result: 'customer-wrote', index: 1_000 },
    ['ConversationReactivated'],
  ],
] as const)('a leave that is over %s', (_title, outcome, told) => {
  const over = after(left(), 'expiry', undefined);
  expect(eventsOf(over, outcomeOf(over, 'look-for-reply', outcome), 'system')).toEqual(told);
});

it('a conversation that is known by its pause first is paused', () => {
  expect(eventsOf(undefined, paused(), 'WK1')).toEqual(['ConversationPaused']);
});

it('an accept that is the first thing known tells nothing', () => {
  expect(eventsOf(undefined, active(), 'system')).toEqual([]);
});

it('a left conversation that somebody reassigns is reassigned', () => {
  const record = left();
  const invite = { ...invited().invite!, purpose: 'reassign' as const };
  expect(eventsOf(record, { ...record, leave: null, channelState: 'active', invite }, 'WK1')).toEqual([
    'ConversationReassigned',
  ]);
});

describe('a pause is changed', () => {
  const record = paused();
  const change = (changed: Partial<NonNullable<Conversation['pause']>>) =>
    eventsOf(record, { ...record, pause: { ...record.pause!, ...changed } }, 'WK1');

  it.each([{ note: 'another' }, { workerSid: BOB }, { deadline: plusSeconds(DEADLINE, 1) }])(
    'by %j',
    (changed) => expect(change(changed)).toEqual(['PauseChanged']),
  );

  it('not by what only we count', () => {
    expect(change({ timers: 9, limitSeconds: 1 })).toEqual([]);
  });
});

describe('marks', () => {
  /** Paused at NOW, until so much later. */
  const pausedFor = (seconds: number): Conversation => {
    const deadline = plusSeconds(NOW, seconds);
    return { ...paused(), pause: { ...paused().pause!, deadline } };
  };
  const at = (record: Conversation, secondsBefore: number) => ({
    now: plusSeconds(record.pause!.deadline, -secondsBefore),
  });
  const reach = (record: Conversation, secondsBefore: number) =>
    after(record, 'mark', undefined, contextAt(at(record, secondsBefore).now));
  const nothingAt = (record: Conversation, secondsBefore: number) =>
    expect(toldBy(record, 'mark', undefined, at(record, secondsBefore))).toEqual([]);
  const deadlineIn = (record: Conversation, now: string, seconds: number) =>
    toldBy(record, 'change-pause', { deadline: plusSeconds(now, seconds) }, { now });

  it('are told 24 hours and 1 hour before the deadline, once each', () => {
    const record = pausedFor(3 * DAY);
    nothingAt(record, DAY + 1);
    const first = reach(record, DAY);
    expect(eventsOf(record, first, 'system')).toEqual(['PauseMarkReached']);
    nothingAt(first, DAY - 1);
    nothingAt(first, HOUR + 1);
    const second = reach(first, HOUR);
    expect(eventsOf(first, second, 'system')).toEqual(['PauseMarkReached']);
    nothingAt(second, HOUR - 1);
    expect([first, second].map(({ pause }) => pause?.toldMark)).toEqual(['within-24-hours', 'within-1-hour']);
  });

  it('are told only as far as they come after the pause began', () => {
    nothingAt(pausedFor(DAY), DAY);
    nothingAt(pausedFor(DAY), HOUR + 1);
    nothingAt(pausedFor(HOUR), HOUR);
    nothingAt(pausedFor(HOUR), 1);
    expect(toldBy(pausedFor(HOUR + 1), 'mark', undefined, at(pausedFor(HOUR + 1), HOUR))).toHaveLength(1);
  });

  it('are told as the nearest alone, when both have passed', () => {
    const record = pausedFor(3 * DAY);
    const late = reach(record, HOUR - 5);
    expect(late.pause?.toldMark).toBe('within-1-hour');
    expect(eventsOf(record, late, 'system')).toEqual(['PauseMarkReached']);
  });

  it('are not told once the deadline has come', () => {
    nothingAt(pausedFor(3 * DAY), 0);
    nothingAt(reach(pausedFor(3 * DAY), DAY), 0);
  });

  it('are reached again by a deadline that was moved away', () => {
    const told = reach(pausedFor(3 * DAY), HOUR);
    const { now } = at(told, HOUR);
    expect(deadlineIn(told, now, 2 * DAY)).toEqual(['PauseChanged']);
    const moved = after(told, 'change-pause', { deadline: plusSeconds(now, 2 * DAY) }, contextAt(now));
    expect(moved.pause?.toldMark).toBeNull();
    expect(toldBy(moved, 'mark', undefined, at(moved, DAY))).toEqual(['PauseMarkReached']);
  });

  it('are told with the change that moves the deadline past one', () => {
    const record = pausedFor(3 * DAY);
    const now = plusSeconds(NOW, DAY);
    expect(deadlineIn(record, now, 2 * HOUR)).toEqual(['PauseChanged', 'PauseMarkReached']);
    expect(deadlineIn(record, now, HOUR / 2)).toEqual(['PauseChanged', 'PauseMarkReached']);
    expect(deadlineIn(record, now, 2 * DAY - 60)).toEqual(['PauseChanged']);
  });

  it('are not told with a change that stays between the same two', () => {
    const told = reach(pausedFor(3 * DAY), DAY);
    expect(deadlineIn(told, at(told, DAY).now, 2 * HOUR)).toEqual(['PauseChanged']);
  });

  it('are not told with a change to a moment that was past one when the pause began', () => {
    expect(deadlineIn(pausedFor(3 * DAY), plusSeconds(NOW, 60), HOUR / 2)).toEqual(['PauseChanged']);
  });
});

describe('something found wrong at Twilio', () => {
  const finding = { what: 'ClosedByWrapUp', taskSid: sid('WT', 1) } as const;

  it.each(['AcceptedButNotJoined', 'ClosedByWrapUp'] as const)('is told as %s', (what) => {
    expect(eventsOf(active(), { ...active(), finding: { ...finding, what } }, 'system')).toEqual([what]);
  });

  it('is told once of each task', () => {
    const found = { ...active(), finding };
    expect(eventsOf(found, { ...found, version: 9 }, 'system')).toEqual([]);
    const ofAnother = { ...finding, taskSid: sid('WT', 2) };
    expect(eventsOf(found, { ...found, finding: ofAnother }, 'system')).toEqual(['ClosedByWrapUp']);
  });
});
