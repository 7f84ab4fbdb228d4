import * as fc from 'fast-check';
import { newsOf, taskEventOf } from '../../lambda/domain/task-events';
import type { Form } from '../../lambda/http/signature';
import { sid } from '../doubles/constants';

const ATTRIBUTES = { conversationSid: sid('CH'), channelType: 'web', customerName: 'Carol' };
const MARKER = { purpose: 'resume', inviteId: 'i-1', workerSid: sid('WK'), queueSid: sid('WQ') };
const marked = (marker: unknown) => JSON.stringify({ ...ATTRIBUTES, leavePause: marker });

/** All fields that any event of TaskRouter has. */
const FORM: Form = {
  AccountSid: sid('AC'),
  WorkspaceSid: sid('WS'),
  Sid: sid('EV'),
  Timestamp: '1772442000',
  TaskSid: sid('WT'),
  TaskAttributes: JSON.stringify(ATTRIBUTES),
  TaskAssignmentStatus: 'assigned',
  TaskPriority: '3',
  TaskChannelUniqueName: 'web',
  TaskQueueSid: sid('WQ'),
  WorkflowSid: sid('WW'),
  ReservationSid: sid('WR'),
  WorkerSid: sid('WK'),
  WorkerName: 'alice@example.com',
  WorkerAttributes: '{"full_name":"Alice","contact_uri":"client:alice"}',
};
const event = (EventType: string, changes: Form = {}) => taskEventOf({ ...FORM, EventType, ...changes });
const without = (field: string) =>
  Object.fromEntries(Object.entries(FORM).filter(([each]) => each !== field));

const OVER = ['task.completed', 'task.canceled', 'task.deleted', 'task.system-deleted'];
/** Source: Twilio, TaskRouter event reference. */
const OTHERS = [
  ...['created', 'updated', 'timeout', 'transfer-initiated', 'transfer-attempt-failed', 'transfer-failed'],
  ...['transfer-canceled', 'transfer-completed'],
]
  .map((each) => `task.${each}`)
  .concat(
    ['rejected', 'timeout', 'canceled', 'rescinded', 'completed', 'failed', 'wrapup'].map(
      (each) => `reservation.${each}`,
    ),
    ['created', 'deleted', 'entered', 'timeout', 'moved', 'expression.updated'].map(
      (each) => `task-queue.${each}`,
    ),
    ['created', 'activity.update', 'attributes.update', 'capacity.update', 'deleted'].map(
      (each) => `worker.${each}`,
    ),
    ['worker.channel.availability.update', 'activity.created', 'workspace.created'],
    ['created', 'updated', 'deleted', 'target-matched', 'entered', 'timeout', 'skipped'].map(
      (each) => `workflow.${each}`,
    ),
  );

describe('of the types of events', () => {
  it.each(OVER)('%s tells that a task is over', (type) => {
    expect(event(type)).toEqual({
      kind: 'over',
      conversationSid: sid('CH'),
      taskSid: sid('WT'),
      inviteId: null,
      wasTaken: ['task.completed', 'task.system-deleted'].includes(type),
      attributes: ATTRIBUTES,
    });
  });

  it('task.wrapup tells that a task wraps up', () => {
    expect(event('task.wrapup')).toEqual({
      kind: 'wrapping',
      conversationSid: sid('CH'),
      taskSid: sid('WT'),
    });
  });

  it('reservation.accepted tells who has the task, and what the next one needs', () => {
    expect(event('reservation.accepted', { TaskAttributes: marked(MARKER) })).toEqual({
      kind: 'accepted',
      conversationSid: sid('CH'),
      task: {
        taskSid: sid('WT'),
        reservationSid: sid('WR'),
        workerSid: sid('WK'),
        workerName: 'Alice',
        workerIdentity: 'alice',
        status: 'assigned',
        attributes: { ...ATTRIBUTES, leavePause: MARKER },
        workflowSid: sid('WW'),
        queueSid: sid('WQ'),
        taskChannelUniqueName: 'web',
        priority: 3,
        inviteId: 'i-1',
        at: 1_772_442_000_000,
      },
    });
  });

  it.each([
    ['1772442000', 1_772_442_000_000],
    ['2026-03-02T09:00:00.250Z', 1_772_442_000_250],
    ['2026-03-02T10:00:00+01:00', 1_772_442_000_000],
    ['soon', null],
    ['', null],
  ])('reservation.accepted of %j tells when', (Timestamp, at) => {
    expect(event('reservation.accepted', { Timestamp })).toMatchObject({ task: { at } });
  });

  it('reservation.created tells whom an invite of ours is offered to', () => {
    expect(event('reservation.created', { TaskAttributes: marked(MARKER) })).toEqual({
      kind: 'reserved',
      conversationSid: sid('CH'),
      reserved: { taskSid: sid('WT'), reservationSid: sid('WR'), workerSid: sid('WK'), inviteId: 'i-1' },
    });
  });

  it.each([...OTHERS, '', 'task', 'TASK.COMPLETED', 'task.completed.', 'toString'])(
    '%j does not matter',
    (type) => {
      expect(event(type, { TaskAttributes: marked(MARKER) })).toBeUndefined();
    },
  );
});

describe('a reservation that is offered', () => {
  const long = (characters: number) => {
    const rest = JSON.stringify({ ...ATTRIBUTES, x: '' }).length;
    return JSON.stringify({ ...ATTRIBUTES, x: 'x'.repeat(characters - rest) });
  };

  it.each<[string, string, string | null]>([
    ['has a whole marker that names an agent', marked(MARKER), 'i-1'],
    ['has a marker that had to shrink', marked({ inviteId: 'i-1' }), 'i-1'],
    ['may have had no room for a marker', long(4000), null],
  ])('is looked at when it %s', (_, TaskAttributes, inviteId) => {
    expect(event('reservation.created', { TaskAttributes })).toMatchObject({ reserved: { inviteId } });
  });

  it.each([
    ['has no marker, and room for one', long(3000)],
    ['has the marker of an invite to no named agent', marked({ purpose: 'reassign', inviteId: 'i-1' })],
    ['has a marker that is not ours', marked('resume')],
    ['has a marker without an invite', marked({ purpose: 'resume', workerSid: sid('WK') })],
    ['has a marker with an invite that is no text', marked({ inviteId: 7 })],
  ])('does not matter when it %s', (_, TaskAttributes) => {
    expect(event('reservation.created', { TaskAttributes })).toBeUndefined();
  });
});

describe('the agent who accepts', () => {
  it.each<[string, Form, string | null]>([
    ['full name', {}, 'Alice'],
    ['login, without a full name', { WorkerAttributes: '{}' }, 'alice@example.com'],
    ['login, with an empty full name', { WorkerAttributes: '{"full_name":""}' }, 'alice@example.com'],
    ['login, with a full name that is no text', { WorkerAttributes: '{"full_name":7}' }, 'alice@example.com'],
    ['login, with attributes that are not JSON', { WorkerAttributes: '{' }, 'alice@example.com'],
    ['login, with attributes that are null', { WorkerAttributes: 'null' }, 'alice@example.com'],
    ['no name at all', { WorkerAttributes: '{}', WorkerName: '' }, null],
  ])('is shown by the %s', (_, changes, workerName) => {
    expect(event('reservation.accepted', changes)).toMatchObject({ task: { workerName } });
  });

  it.each<[string, string | null]>([
    ['{"contact_uri":"client:alice_40example_2Ecom"}', 'alice_40example_2Ecom'],
    ['{"contact_uri":"sip:alice@example.com"}', null],
    ['{"contact_uri":7}', null],
    ['{}', null],
    ['', null],
    ['{', null],
  ])('with attributes %s has the identity %j', (WorkerAttributes, workerIdentity) => {
    expect(event('reservation.accepted', { WorkerAttributes })).toMatchObject({ task: { workerIdentity } });
  });
});

describe('fields of an accepted task that are missing or garbled', () => {
  it.each<[string, Form, object]>([
    ['workflow', { WorkflowSid: '' }, { workflowSid: null }],
    ['queue', { TaskQueueSid: '' }, { queueSid: null }],
    ['task channel', { TaskChannelUniqueName: '' }, { taskChannelUniqueName: null }],
    ['task channel twice', { TaskChannelUniqueName: ['a', 'b'] }, { taskChannelUniqueName: null }],
    ['priority', { TaskPriority: '' }, { priority: 0 }],
    ['priority that is no number', { TaskPriority: 'high' }, { priority: 0 }],
  ])('%s', (_, changes, task) => {
    expect(event('reservation.accepted', changes)).toMatchObject({ kind: 'accepted', task });
  });
});

describe.each([...OVER, 'task.wrapup', 'reservation.accepted', 'reservation.created'])('%s', (type) => {
  const needed = ['TaskSid', 'TaskAttributes', 'EventType'].concat(
    type.startsWith('reservation') ? ['ReservationSid', 'WorkerSid'] : [],
  );

  it.each(needed)('does not matter without %s', (field) => {
    const form = { TaskAttributes: marked(MARKER), EventType: type };
    expect(taskEventOf({ ...FORM, ...form })).toBeDefined();
    expect(taskEventOf({ ...without(field), ...withoutField(form, field) })).toBeUndefined();
  });

  it.each<[string, Form]>([
    ['a task of another kind', { TaskSid: sid('WK') }],
    ['a task SID that is too short', { TaskSid: 'WT1' }],
    ['two tasks', { TaskSid: [sid('WT'), sid('WT', 2)] }],
    ['attributes that are not JSON', { TaskAttributes: '{"conversationSid":' }],
    ['attributes that are null', { TaskAttributes: 'null' }],
    ['attributes that are a number', { TaskAttributes: '7' }],
    ['attributes twice', { TaskAttributes: ['{}', '{}'] }],
    ['a task without a conversation', { TaskAttributes: '{"channelType":"voice"}' }],
    ['a conversation that is no text', { TaskAttributes: '{"conversationSid":7}' }],
    ['a conversation of another kind', { TaskAttributes: `{"conversationSid":"${sid('WT')}"}` }],
    [
      'a conversation with something behind it',
      { TaskAttributes: `{"conversationSid":"${sid('CH')}\\nsettings"}` },
    ],
  ])('does not matter with %s', (_, changes) => {
    expect(event(type, changes)).toBeUndefined();
  });
});

describe('whatever comes', () => {
  const value = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom(marked(MARKER), marked(null), FORM['TaskAttributes'] as string, sid('WT'), sid('WR')),
  );
  const field = fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 3 }));
  const garbled = fc.record(
    Object.fromEntries(Object.keys(FORM).map((name) => [name, fc.oneof(fc.constant(FORM[name]!), field)])),
    { requiredKeys: [] },
  );
  const type = fc.constantFrom(
    ...OVER,
    ...OTHERS,
    'reservation.accepted',
    'reservation.created',
    'task.wrapup',
  );

  it('never throws', () => {
    fc.assert(
      fc.property(
        garbled,
        fc.oneof(type, fc.string()),
        fc.dictionary(fc.string(), field),
        (form, EventType, more) => {
          expect(() => taskEventOf({ ...more, ...form, EventType })).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is news of a conversation and its task only by their SIDs', () => {
    fc.assert(
      fc.property(garbled, type, (form, EventType) => {
        const news = taskEventOf({ ...form, EventType });
        if (news === undefined) return;
        expect(news.conversationSid).toMatch(/^CH[0-9a-fA-F]{32}$/);
        expect(JSON.stringify(news)).toMatch(/"taskSid":"WT[0-9a-fA-F]{32}"/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a worker who is deleted', () => {
  const DELETED: Form = { ...FORM, EventType: 'worker.deleted', WorkerSid: sid('WK', 7) };

  it('is news of that agent, with or without anything of a task', () => {
    const told = { kind: 'agent-deleted', workerSid: sid('WK', 7) };
    expect(newsOf(DELETED)).toEqual(told);
    expect(newsOf({ EventType: 'worker.deleted', WorkerSid: sid('WK', 7) })).toEqual(told);
    expect(taskEventOf(DELETED)).toBeUndefined();
  });

  it.each([
    ['without a worker', withoutField(DELETED, 'WorkerSid')],
    ['with something else in its place', { ...DELETED, WorkerSid: sid('WT') }],
    ['with two of them', { ...DELETED, WorkerSid: [sid('WK'), sid('WK', 2)] }],
  ])('%s is no news', (_, form) => {
    expect(newsOf(form)).toBeUndefined();
  });

  it.each(['worker.created', 'worker.activity.update', 'worker.attributes.update', 'Worker.deleted'])(
    'is not told by %s',
    (EventType) => {
      expect(newsOf({ ...DELETED, EventType })).toBeUndefined();
    },
  );
});

function withoutField(form: Form, field: string): Form {
  return Object.fromEntries(Object.entries(form).filter(([each]) => each !== field));
}

describe('a field that is longer than any of Twilio', () => {
  const huge = 'x'.repeat(32 * 1024);

  it('counts as one that is not there', () => {
    expect(event('reservation.accepted', { WorkerName: huge, WorkerAttributes: '{}' })).toMatchObject({
      task: { workerName: huge },
    });
    expect(event('reservation.accepted', { WorkerName: `${huge}x`, WorkerAttributes: '{}' })).toMatchObject({
      task: { workerName: null },
    });
  });

  it('makes it no news, where it is the attributes', () => {
    const TaskAttributes = JSON.stringify({ ...ATTRIBUTES, more: huge });
    expect(event('reservation.accepted', { TaskAttributes })).toBeUndefined();
  });
});
