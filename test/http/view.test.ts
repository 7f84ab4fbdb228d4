import { effectId, type Effect, owe, type Pending } from '../../lambda/domain/pending';
import type { Conversation, Invite } from '../../lambda/domain/record';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { viewOf } from '../../lambda/http/view';
import { schemaErrors } from '../contract/openapi';
import { contextAt } from '../doubles/records';
import { PAUSE, paused, record } from './records';
import { NOW, sid } from '../doubles/constants';

const view = (of: Conversation, now = NOW) => viewOf(of, DEFAULT_SETTINGS, now);
const task = record().task!;

const INVITE: Invite = {
  inviteId: 'i-1',
  purpose: 'resume',
  workerSid: sid('WK'),
  direct: true,
  taskSid: null,
  sentAt: null,
  lost: 0,
  toDefaultWorkflow: false,
};
const EFFECTS: Effect[] = [
  { kind: 'start-timer', name: 'CH-p-1-1', pauseId: 'p-1', deadline: PAUSE.deadline },
  { kind: 'stop-timer', name: 'CH-p-1-1', until: null },
  { kind: 'wrap-up-task', taskSid: sid('WT') },
  {
    kind: 'close-participant',
    taskSid: sid('WT'),
    reservationSid: null,
    participantSid: null,
    participantClosed: false,
  },
  { kind: 'invite', inviteId: 'i-1' },
  { kind: 'accept', inviteId: 'i-1', taskSid: sid('WT'), by: 'server', inVain: 0 },
  { kind: 'close-channel', endTasks: true },
  { kind: 'look-for-task' },
  { kind: 'look-for-reply' },
  { kind: 'await-custom-routing' },
  { kind: 'put-studio-hook' },
  {
    kind: 'take-studio-hook-off',
    hook: { flowSid: sid('FW'), mayBeOn: true, webhookSid: sid('WH') },
    until: null,
  },
  { kind: 'look-for-agent', taskSid: sid('WT') },
];
const owing = (...effects: Effect[]): Pending =>
  effects.reduce((pending, each) => owe(pending, each, contextAt()), {});

/** A record in each place, and in what can differ there. */
const RECORDS: [string, Conversation][] = [
  ['active, assigned', record()],
  [
    'active, its task pending',
    record({ task: { ...task, status: 'pending', reservationSid: null, workerSid: null } }),
  ],
  [
    'active, its task reserved',
    record({ task: { ...task, status: 'reserved', purpose: 'resume', inviteId: 'i-1' } }),
  ],
  ['active, its task wrapping', record({ task: { ...task, status: 'wrapping' } })],
  ['active, beside another live task', record({ formerTasks: [{ taskSid: sid('WT', 2), over: false }] })],
  ['active, without a task', record({ task: null })],
  ['active, an invite to an agent owed', record({ task: null, invite: INVITE, pending: owing(EFFECTS[4]!) })],
  [
    'active, an invite through the workflow sent',
    record({ task: null, invite: { ...INVITE, direct: false, taskSid: sid('WT', 2), sentAt: NOW } }),
  ],
  ['active, custom routing awaited', record({ task: null, pending: owing(EFFECTS[8]!) })],
  ['active, held by Flex', record({ task: null, heldBy: 'flex' })],
  ['active, to pause', paused({ channelState: 'active', wrapUp: 'pause', task })],
  ['pause', paused()],
  ['pause without reason and note', paused({ pause: { ...PAUSE, reason: null, note: null } })],
  [
    'inactive, wrapping up',
    record({ channelState: 'inactive', wrapUp: 'leave', task: { ...task, status: 'wrapping' } }),
  ],
  ['inactive', record({ channelState: 'inactive', task: null })],
  [
    'closed, wrapping up',
    record({ channelState: 'closed', wrapUp: 'end', closedAt: NOW, task: { ...task, status: 'wrapping' } }),
  ],
  ['closed', record({ channelState: 'closed', task: null, closedAt: NOW })],
  [
    'of nobody whose name is known',
    record({ workerName: null, customerName: null, routing: { ...record().routing, queueSid: null } }),
  ],
  ['with every effect owed', paused({ pending: owing(...EFFECTS) })],
];

describe('is a Conversation of the contract', () => {
  it.each(RECORDS)('%s', (_, of) => {
    expect(schemaErrors(['components', 'schemas', 'Conversation'], view(of))).toEqual([]);
  });

  it.each(RECORDS)('%s, under hipaa', (_, of) => {
    const shown = viewOf(of, { ...DEFAULT_SETTINGS, hipaa: true }, NOW);
    expect(schemaErrors(['components', 'schemas', 'Conversation'], shown)).toEqual([]);
    expect(shown.customerName).toBeNull();
  });
});

it('shows what the contract has, and nothing of the rest', () => {
  expect(view(paused({ version: 7, pending: owing(EFFECTS[0]!) }))).toEqual({
    conversationSid: sid('CH'),
    interactionSid: sid('KD'),
    channelSid: sid('UO'),
    channelType: 'web',
    channelState: 'pause',
    wrapUp: null,
    heldBy: null,
    version: 7,
    updatedAt: NOW,
    task: null,
    queueSid: sid('WQ'),
    workerName: 'Alice',
    customerName: 'Carol',
    pause: {
      pauseId: 'p-1',
      workerSid: sid('WK'),
      pausedAt: NOW,
      deadline: '2026-03-16T09:00:00Z',
      mark: 'later',
      reason: 'research',
      note: 'Waits for the parts list',
    },
    leave: null,
    customerRepliedAt: null,
    owed: ['start-timer'],
  });
});

describe('the task', () => {
  const shown = {
    taskSid: sid('WT'),
    reservationSid: sid('WR'),
    workerSid: sid('WK'),
    status: 'assigned',
    purpose: 'new',
  };
  const onItsWay = { taskSid: null, reservationSid: null, status: 'pending', purpose: 'resume' };

  it.each<[string, Partial<Conversation>, object | null]>([
    ['the live one', {}, shown],
    ['the live one, also while an invite is owed', { invite: INVITE }, shown],
    ['none', { task: null }, null],
    ['none while custom logic has its time', { task: null, pending: owing(EFFECTS[8]!) }, null],
    [
      'the coming one, for the agent whom it is meant for',
      { task: null, invite: INVITE },
      { ...onItsWay, workerSid: sid('WK') },
    ],
    [
      'the coming one, for any agent',
      { task: null, invite: { ...INVITE, direct: false } },
      { ...onItsWay, workerSid: null },
    ],
  ])('is %s', (_, changes, expected) => {
    expect(view(record(changes)).task).toEqual(expected);
  });
});

it.each([
  ['2026-03-15T08:59:59Z', 'later'],
  ['2026-03-15T09:00:00Z', 'within-24-hours'],
  ['2026-03-16T07:59:59Z', 'within-24-hours'],
  ['2026-03-16T08:00:00Z', 'within-1-hour'],
  ['2026-03-16T08:59:59Z', 'within-1-hour'],
  ['2026-03-16T09:00:00Z', 'overdue'],
])('at %s the pause until 9 of the 16th is %s', (now, mark) => {
  expect(view(paused(), now).pause?.mark).toBe(mark);
});

it('names each kind of effect once', () => {
  const stops: Effect[] = [1, 2].map((n) => ({ kind: 'stop-timer', name: `CH-p-1-${n}`, until: null }));
  expect(new Set(stops.map(effectId)).size).toBe(2);
  expect(view(paused({ pending: owing(...stops) })).owed).toEqual(['stop-timer']);
});
