import { mayTake, SERVICE } from '../../lambda/domain/authority';
import { decide } from '../../lambda/domain/decide';
import { inviteProperties, MARKER_KEY, MOST_PRIORITY } from '../../lambda/domain/invite-routing';
import { oweNextInvite } from '../../lambda/domain/invites';
import type { GivenRouting } from '../../lambda/domain/moves/service-invite';
import type { Conversation } from '../../lambda/domain/record';
import { BOB, QUEUE, sid, WORKFLOW } from '../doubles/constants';
import { AS_ADMIN, AS_ALICE, AS_SUPERVISOR } from '../doubles/commands';
import { CUSTOM_ROUTING, DEFAULT_WORKFLOW, PAUSE_ON } from '../doubles/deps';
import {
  active,
  after,
  awaiting,
  contextAt,
  inputs,
  invited,
  kinds,
  leftWrappingUp,
  waitingForAgent,
} from '../doubles/records';

const WORKSPACE = { workspaceSid: sid('WS', 1), defaultWorkflowSid: DEFAULT_WORKFLOW };
const OTHER_QUEUE = sid('WQ', 2);
const OTHER_WORKFLOW = sid('WW', 2);

const given = (routing: GivenRouting, settings = PAUSE_ON): Conversation =>
  after(awaiting(), 'service-invite', { given: routing, atCapacity: false, settings });
const sent = (record: Conversation, settings = PAUSE_ON) =>
  inviteProperties(record, record.invite!, WORKSPACE, settings);

describe('custom logic invites', () => {
  it('at once, in place of what was awaited', () => {
    const next = given({});
    expect(next.invite).toMatchObject({ purpose: 'custom', workerSid: null, direct: false, lost: 0 });
    expect(kinds(next)).toEqual(['invite']);
    expect(next.pending[`invite:${next.invite!.inviteId}`]?.taken).toMatchObject({ by: 'run-1' });
  });

  it('once the agent who still wraps up is out of the channel', () => {
    const replied = after(leftWrappingUp(CUSTOM_ROUTING), 'customer-writes', inputs()['customer-writes']);
    const next = after(replied, 'service-invite', inputs()['service-invite']);
    const [closing] = Object.keys(next.pending).filter((id) => id.startsWith('close-participant'));
    expect(next.pending[`invite:${next.invite!.inviteId}`]).toMatchObject({ after: [closing], taken: null });
  });

  it('without a word, as the last task was', () => {
    expect(sent(given({}))).toMatchObject({
      workflow_sid: WORKFLOW,
      queue_sid: QUEUE,
      priority: 3,
      timeout: 1_209_600,
      attributes: { topic: 'invoice', [MARKER_KEY]: { purpose: 'custom' } },
    });
  });

  it.each<[string, GivenRouting, object]>([
    ['another queue', { queueSid: OTHER_QUEUE }, { workflow_sid: WORKFLOW, queue_sid: OTHER_QUEUE }],
    [
      'another workflow and queue',
      { workflowSid: OTHER_WORKFLOW, queueSid: OTHER_QUEUE },
      { workflow_sid: OTHER_WORKFLOW, queue_sid: OTHER_QUEUE },
    ],
    ['a priority', { priority: 0 }, { priority: 0 }],
    ['an agent', { workerSid: BOB }, { worker_sid: BOB, queue_sid: QUEUE, timeout: 100 }],
    [
      'an agent, through another workflow',
      { workerSid: BOB, workflowSid: OTHER_WORKFLOW },
      { worker_sid: BOB, workflow_sid: OTHER_WORKFLOW, queue_sid: QUEUE },
    ],
  ])('with %s', (_, routing, expected) => {
    expect(sent(given(routing))).toMatchObject(expected);
  });

  it('with another workflow alone, which chooses the queue', () => {
    const properties = sent(given({ workflowSid: OTHER_WORKFLOW }));
    expect(properties).toMatchObject({ workflow_sid: OTHER_WORKFLOW });
    expect(properties).not.toHaveProperty('queue_sid');
  });

  it("with attributes in place of the task's own, but never Flex's or a marker of others", () => {
    const attributes = {
      vip: true,
      flexInteractionSid: 'KD',
      [MARKER_KEY]: { inviteId: 'x', purpose: 'resume' },
    };
    const next = given({ attributes });
    expect(next.routing.attributes).toEqual({ vip: true });
    expect(sent(next).attributes).toEqual({
      vip: true,
      [MARKER_KEY]: { purpose: 'custom', inviteId: next.invite!.inviteId, queueSid: QUEUE },
    });
  });

  it('under hipaa with those attributes that may be kept', () => {
    const hipaa = { ...PAUSE_ON, hipaa: true, hipaaAttributes: ['vip'] };
    expect(given({ attributes: { vip: true, name: 'Carol' } }, hipaa).routing.attributes).toEqual({
      vip: true,
    });
  });

  it('and what finds no agent goes the same way again, but to nobody by name', () => {
    const first = given({
      workerSid: BOB,
      queueSid: OTHER_QUEUE,
      priority: MOST_PRIORITY,
      attributes: { a: 1 },
    });
    const next = oweNextInvite(first, first.invite!, contextAt());
    expect(next.invite).toMatchObject({ purpose: 'custom', direct: false, workerSid: null });
    expect(sent(next)).toMatchObject({
      queue_sid: OTHER_QUEUE,
      priority: MOST_PRIORITY,
      attributes: { a: 1 },
    });
    expect(sent(next)).not.toHaveProperty('worker_sid');
  });
});

describe('custom logic may not invite', () => {
  const looking = () => after(active(), 'task-over', inputs()['task-over']);

  it.each<[string, () => Conversation]>([
    ['an agent has it', active],
    ['an invite is owed', invited],
    ["an invite's task waits", waitingForAgent],
    ['a task is looked for', looking],
    ['Flex has it', () => ({ ...awaiting(), heldBy: 'flex' })],
  ])('while %s', (_, record) => {
    expect(decide(record(), 'service-invite', inputs()['service-invite'], contextAt())).toEqual({
      kind: 'refuse',
      code: 'wrong-state',
      channelState: 'active',
    });
  });
});

it('is refused for an agent who is away or full, and what was awaited still is', () => {
  const input = { ...inputs()['service-invite'], given: { workerSid: BOB }, atCapacity: true };
  expect(decide(awaiting(), 'service-invite', input, contextAt())).toMatchObject({ code: 'at-capacity' });
  expect(decide(active(), 'service-invite', input, contextAt())).toMatchObject({ code: 'wrong-state' });
});

describe('who may', () => {
  it('is custom logic alone', () => {
    expect(mayTake('service-invite', awaiting(), SERVICE)).toBe(true);
    for (const caller of [AS_ALICE, AS_SUPERVISOR, AS_ADMIN])
      expect(mayTake('service-invite', awaiting(), caller)).toBe(false);
  });

  it.each(['pause', 'leave', 'complete', 'resume', 'end', 'change-pause', 'get'] as const)(
    'custom logic may nothing else: %s',
    (route) => {
      expect(mayTake(route, awaiting(), SERVICE)).toBe(false);
    },
  );
});
