import type { Twilio } from '../../../lambda/actions/ports';
import type { InviteProperties } from '../../../lambda/domain/invite-routing';
import { sid } from '../../doubles/constants';

export const WORKSPACE = sid('WS');
export const ADDRESS = { interactionSid: sid('KD'), channelSid: sid('UO') };
const CHANNEL = `/v1/Interactions/${ADDRESS.interactionSid}/Channels/${ADDRESS.channelSid}`;
const TASK = `/v1/Workspaces/${WORKSPACE}/Tasks/${sid('WT')}`;
const WORKER = `/v1/Workspaces/${WORKSPACE}/Workers/${sid('WK')}`;
const WORKERS = `/v1/Workspaces/${WORKSPACE}/Workers`;
const ALICES = { sid: sid('WK'), friendly_name: 'alice' };
const CONVERSATION = `/v1/Conversations/${sid('CH')}`;
const INVITE: InviteProperties = {
  workspace_sid: WORKSPACE,
  workflow_sid: sid('WW'),
  queue_sid: sid('WQ'),
  worker_sid: sid('WK'),
  task_channel_unique_name: 'web',
  attributes: { conversationSid: sid('CH'), customerName: 'Zoë & Co' },
  priority: 3,
  timeout: 100,
};

/** A method of the port, the requests that it makes, and what becomes of the answers. */
export interface PortCall {
  readonly name: keyof Twilio;
  readonly call: (twilio: Twilio) => Promise<unknown>;
  /** What it asks for, in any order: "GET /v1/…", with the fields of its form. */
  readonly requests: readonly (readonly [request: string, form?: Readonly<Record<string, string>>])[];
  /** A good answer, by path. */
  readonly good: (path: string) => unknown;
  /** Of a good answer; 200 where none is said. */
  readonly goodStatus?: number;
  readonly result: unknown;
  /** What a 404 becomes. */
  readonly absent: 'undefined' | 'an error';
  /** Answers in JSON in which something is missing or of another type. */
  readonly wrongShapes: readonly unknown[];
}

const list = (key: string, ...items: unknown[]) => ({ [key]: items, meta: { key, next_page_url: null } });
const NO_LISTS = [null, [], {}, 7, 'text', { meta: { key: 'others' } }];
/** They must not keep the others from being read. */
const ODD_EVENTS = [
  {},
  { event_type: 7, event_date_ms: 1000, event_data: {} },
  { event_type: 'task.completed', event_date_ms: 'yesterday', event_data: {} },
  { event_type: 'task.completed', event_date_ms: 1000, event_data: '{"cut' },
];
const NO_OBJECTS = [null, [], {}, 7, 'text'];
const OFFERED = '2026-03-02T09:00:00Z';
const ACCEPTED = '2026-03-02T09:00:07Z';
const reservation = (status: string) => ({
  ...{ sid: sid('WR'), worker_sid: sid('WK'), worker_name: 'alice', reservation_status: status },
  ...{ date_created: OFFERED, date_updated: ACCEPTED },
});
const RESERVATION = { reservationSid: sid('WR'), workerSid: sid('WK'), workerName: 'alice' };

const CHANNEL_CALLS: PortCall[] = [
  {
    name: 'channelStatus',
    call: (twilio) => twilio.channelStatus(ADDRESS),
    requests: [[`GET ${CHANNEL}`]],
    good: () => ({ sid: sid('UO'), status: 'active', error_code: null }),
    result: 'active',
    absent: 'undefined',
    wrongShapes: [...NO_OBJECTS, { status: null }, { status: 7 }, { status: '' }],
  },
  {
    name: 'closeChannel',
    call: (twilio) => twilio.closeChannel(ADDRESS, false),
    requests: [[`POST ${CHANNEL}`, { Status: 'closed' }]],
    good: () => ({ sid: sid('UO'), status: 'closed', error_code: null, error_message: '' }),
    result: undefined,
    absent: 'an error',
    wrongShapes: [null],
  },
  {
    name: 'closeChannel',
    call: (twilio) => twilio.closeChannel(ADDRESS, true),
    requests: [[`POST ${CHANNEL}`, { Status: 'closed', Routing: '{"status":"closed"}' }]],
    good: () => ({ sid: sid('UO'), status: 'closed', error_code: 0 }),
    result: undefined,
    absent: 'an error',
    wrongShapes: [null],
  },
];

const PARTICIPANT_CALLS: PortCall[] = [
  {
    name: 'participants',
    call: (twilio) => twilio.participants(ADDRESS),
    requests: [[`GET ${CHANNEL}/Participants?PageSize=100`]],
    good: () =>
      list(
        'participants',
        { sid: sid('UT'), type: 'customer', routing_properties: null },
        { sid: sid('UT', 2), type: 'agent', routing_properties: { task_sid: sid('WT') } },
      ),
    result: [
      { participantSid: sid('UT'), type: 'customer', taskSid: null },
      { participantSid: sid('UT', 2), type: 'agent', taskSid: sid('WT') },
    ],
    absent: 'an error',
    wrongShapes: [
      ...NO_LISTS,
      list('participants', {}),
      list('participants', null),
      list('participants', { sid: sid('UT'), type: ['agent'] }),
      { participants: {} },
    ],
  },
  ...(['wrapup', 'closed'] as const).map((status): PortCall => ({
    name: 'setParticipant',
    call: (twilio) => twilio.setParticipant(ADDRESS, sid('UT'), status),
    requests: [[`POST ${CHANNEL}/Participants/${sid('UT')}`, { Status: status }]],
    good: () => ({ sid: sid('UT'), type: 'agent' }),
    result: undefined,
    absent: 'an error',
    wrongShapes: [null],
  })),
];

const INVITE_CALLS: PortCall[] = [
  {
    name: 'invite',
    call: (twilio) => twilio.invite(ADDRESS, INVITE),
    requests: [[`POST ${CHANNEL}/Invites`, { Routing: JSON.stringify({ properties: INVITE }) }]],
    good: () => ({ sid: sid('KG'), routing: { reservation: null, properties: { sid: sid('WT') } } }),
    result: { taskSid: sid('WT') },
    absent: 'an error',
    wrongShapes: [...NO_OBJECTS, { routing: null }, { routing: {} }, { routing: { properties: { sid: 7 } } }],
  },
  {
    name: 'invites',
    call: (twilio) => twilio.invites(ADDRESS),
    requests: [[`GET ${CHANNEL}/Invites?PageSize=100`]],
    good: () =>
      list(
        'invites',
        { routing: { properties: { sid: sid('WT'), attributes: '{"leavePause":{"inviteId":"i-1"}}' } } },
        { routing: { properties: { sid: sid('WT', 2), attributes: '' } } },
      ),
    result: [
      { taskSid: sid('WT'), attributes: { leavePause: { inviteId: 'i-1' } } },
      { taskSid: sid('WT', 2), attributes: {} },
    ],
    absent: 'an error',
    wrongShapes: [
      ...NO_LISTS,
      list('invites', { routing: { properties: { sid: sid('WT'), attributes: '{"cut' } } }),
      list('invites', { routing: { properties: { sid: sid('WT'), attributes: 7 } } }),
      list('invites', { routing: { properties: { sid: sid('WT'), attributes: 'null' } } }),
    ],
  },
];

const TASK_CALLS: PortCall[] = [
  {
    name: 'task',
    call: (twilio) => twilio.task(sid('WT')),
    requests: [[`GET ${TASK}`]],
    good: () => ({
      sid: sid('WT'),
      assignment_status: 'wrapping',
      attributes: '{"channelType":"web"}',
      workflow_sid: sid('WW'),
      task_queue_sid: sid('WQ'),
      task_channel_unique_name: 'chat',
      priority: 2,
    }),
    result: {
      taskSid: sid('WT'),
      status: 'wrapping',
      attributes: { channelType: 'web' },
      workflowSid: sid('WW'),
      queueSid: sid('WQ'),
      taskChannelUniqueName: 'chat',
      priority: 2,
    },
    absent: 'undefined',
    wrongShapes: [
      ...NO_OBJECTS,
      { assignment_status: 7 },
      { assignment_status: 'assigned', attributes: '{"cut' },
      { assignment_status: 'assigned', attributes: '7' },
      { assignment_status: 'assigned', attributes: '{}', priority: 'high' },
    ],
  },
  {
    name: 'events',
    call: (twilio) => twilio.events({ from: Date.parse('2026-03-02T09:00:00.900Z') }),
    requests: [[`GET /v1/Workspaces/${WORKSPACE}/Events?StartDate=2026-03-02T09%3A00%3A00Z&PageSize=1000`]],
    good: () =>
      list(
        'events',
        {
          event_type: 'task.completed',
          event_date_ms: 2000,
          event_data: { task_sid: sid('WT'), task_age: 7 },
        },
        {
          event_type: 'reservation.created',
          event_date_ms: 1000,
          event_data: '{"worker_sid":"WK1"}',
        },
        { event_type: 'task-queue.entered', event_date_ms: 3000, event_data: { task_sid: sid('WT') } },
        ...ODD_EVENTS,
      ),
    result: [
      {
        at: 1000,
        fields: { EventType: 'reservation.created', Timestamp: '1970-01-01T00:00:01.000Z', WorkerSid: 'WK1' },
      },
      {
        at: 2000,
        fields: {
          EventType: 'task.completed',
          Timestamp: '1970-01-01T00:00:02.000Z',
          TaskSid: sid('WT'),
          TaskAge: '7',
        },
      },
      { at: 3000, fields: { EventType: 'task-queue.entered' } },
    ],
    absent: 'an error',
    wrongShapes: NO_LISTS,
  },
  {
    name: 'events',
    call: (twilio) => twilio.events({ from: 0, to: 600_000 }),
    requests: [
      [
        `GET /v1/Workspaces/${WORKSPACE}/Events?EndDate=1970-01-01T00%3A10%3A00Z&StartDate=1970-01-01T00%3A00%3A00Z&PageSize=1000`,
      ],
    ],
    good: () => list('events'),
    result: [],
    absent: 'an error',
    wrongShapes: NO_LISTS,
  },
  {
    name: 'reservations',
    call: (twilio) => twilio.reservations(sid('WT')),
    requests: [[`GET ${TASK}/Reservations?PageSize=100`]],
    good: () => list('reservations', reservation('accepted')),
    result: [{ ...RESERVATION, status: 'accepted', acceptedAt: Date.parse(ACCEPTED) }],
    absent: 'an error',
    wrongShapes: [
      ...NO_LISTS,
      list('reservations', {}),
      list('reservations', { sid: sid('WR'), worker_sid: 7, reservation_status: 'accepted' }),
      list('reservations', { sid: sid('WR'), worker_sid: sid('WK'), reservation_status: null }),
    ],
  },
  ...(['accepted', 'completed'] as const).map((status): PortCall => ({
    name: 'setReservation',
    call: (twilio) => twilio.setReservation(sid('WT'), sid('WR'), status),
    requests: [[`POST ${TASK}/Reservations/${sid('WR')}`, { ReservationStatus: status }]],
    good: () => reservation(status),
    result: { ...RESERVATION, status, acceptedAt: Date.parse(status === 'accepted' ? ACCEPTED : OFFERED) },
    absent: 'an error',
    wrongShapes: [null, { ...reservation(status), sid: 7 }],
  })),
];

const WORKER_CALLS: PortCall[] = [
  {
    name: 'workerIdentity',
    call: (twilio) => twilio.workerIdentity(sid('WK')),
    requests: [[`GET ${WORKER}`]],
    good: () => ({ sid: sid('WK'), attributes: '{"contact_uri":"client:alice_40example_2Ecom"}' }),
    result: 'alice_40example_2Ecom',
    absent: 'an error',
    wrongShapes: [null],
  },
  {
    name: 'worker',
    call: (twilio) => twilio.worker(sid('WK')),
    requests: [[`GET ${WORKER}`]],
    good: () => ({ ...ALICES, attributes: '{"full_name":"Alice Zoë"}', available: true }),
    result: { workerSid: sid('WK'), name: 'Alice Zoë', available: true },
    absent: 'undefined',
    wrongShapes: [...NO_OBJECTS, { sid: sid('WK') }, { sid: sid('WK'), friendly_name: 7 }],
  },
  {
    name: 'workers',
    call: (twilio) => twilio.workers(),
    requests: [[`GET ${WORKERS}?PageSize=100`]],
    good: () => ({
      workers: [
        { ...ALICES, attributes: '{"full_name":"Alice Zoë"}', available: true },
        { ...ALICES, attributes: '{}', available: false },
        { ...ALICES, attributes: '{"cut', available: false },
      ],
      meta: {
        key: 'workers',
        next_page_url: `https://taskrouter.twilio.com${WORKERS}?PageSize=100&Page=1&PageToken=PA%2B1`,
      },
    }),
    result: {
      workers: [
        { workerSid: sid('WK'), name: 'Alice Zoë', available: true },
        { workerSid: sid('WK'), name: 'alice', available: false },
        { workerSid: sid('WK'), name: 'alice', available: false },
      ],
      nextPageToken: 'PA+1',
    },
    absent: 'an error',
    wrongShapes: [...NO_LISTS, list('workers', {}), list('workers', { sid: sid('WK') })],
  },
  {
    name: 'workers',
    call: (twilio) => twilio.workers('PA+1'),
    requests: [[`GET ${WORKERS}?PageSize=100&PageToken=PA%2B1`]],
    good: () => list('workers'),
    result: { workers: [], nextPageToken: null },
    absent: 'an error',
    wrongShapes: NO_LISTS,
  },
  // After the one above: of its two requests one may still be retried when the call has failed.
  {
    name: 'capacity',
    call: (twilio) => twilio.capacity(sid('WK'), 'web'),
    requests: [[`GET ${WORKER}`], [`GET ${WORKER}/Channels/web`]],
    good: (path) =>
      path.endsWith('/web') ? { assigned_tasks: 2, configured_capacity: 3 } : { available: true },
    result: { available: true, assignedTasks: 2, configuredCapacity: 3 },
    absent: 'undefined',
    wrongShapes: [
      ...NO_OBJECTS,
      { assigned_tasks: 'two', configured_capacity: 3 },
      { assigned_tasks: 2, configured_capacity: null },
    ],
  },
];

const CONVERSATION_CALLS: PortCall[] = [
  {
    name: 'conversation',
    call: (twilio) => twilio.conversation(sid('CH')),
    requests: [[`GET ${CONVERSATION}`]],
    good: () => ({ state: 'active', timers: { date_closed: '2026-03-02T09:00:00.000Z' } }),
    result: { state: 'active', closesAt: '2026-03-02T09:00:00Z' },
    absent: 'undefined',
    wrongShapes: [...NO_OBJECTS, { state: 7 }, { state: 'active', timers: { date_closed: 'soon' } }],
  },
  {
    name: 'newestMessages',
    call: (twilio) => twilio.newestMessages(sid('CH')),
    requests: [[`GET ${CONVERSATION}/Messages?Order=desc&PageSize=50`]],
    good: () =>
      list(
        'messages',
        { index: 12, author: 'Carol', participant_sid: sid('MB'), body: 'Any news?' },
        { index: 11, author: null, participant_sid: null },
      ),
    result: [
      { index: 12, author: 'Carol', participantSid: sid('MB') },
      { index: 11, author: null, participantSid: null },
    ],
    absent: 'an error',
    wrongShapes: [
      ...NO_LISTS,
      list('messages', { author: 'Carol', participant_sid: sid('MB') }),
      list('messages', { index: 'twelve', author: 'Carol', participant_sid: sid('MB') }),
    ],
  },
];

const WEBHOOK = { sid: sid('WH'), target: 'studio' };
const HOOK_CALLS: PortCall[] = [
  {
    name: 'hooks',
    call: (twilio) => twilio.hooks(sid('CH')),
    requests: [[`GET ${CONVERSATION}/Webhooks?PageSize=5`]],
    good: () =>
      list(
        'webhooks',
        { ...WEBHOOK, configuration: { flow_sid: sid('FW'), filters: ['onMessageAdded'] } },
        { sid: sid('WH', 2), target: 'webhook', configuration: { url: 'https://hook.example' } },
        { sid: sid('WH', 3), target: 'trigger', configuration: null },
      ),
    result: [
      { webhookSid: sid('WH'), flowSid: sid('FW') },
      { webhookSid: sid('WH', 2), flowSid: null },
      { webhookSid: sid('WH', 3), flowSid: null },
    ],
    absent: 'an error',
    wrongShapes: [...NO_LISTS, list('webhooks', {}), list('webhooks', { sid: 7, configuration: {} })],
  },
  ...[null, 7].map((from): PortCall => ({
    name: 'addStudioHook',
    call: (twilio) => twilio.addStudioHook(sid('CH'), sid('FW'), from),
    requests: [
      [
        `POST ${CONVERSATION}/Webhooks`,
        {
          Target: 'studio',
          'Configuration.FlowSid': sid('FW'),
          'Configuration.Filters': 'onMessageAdded',
          ...(from === null ? {} : { 'Configuration.ReplayAfter': String(from) }),
        },
      ],
    ],
    good: () => ({ ...WEBHOOK, configuration: { flow_sid: sid('FW') } }),
    result: { webhookSid: sid('WH') },
    absent: 'an error',
    wrongShapes: [...NO_OBJECTS, { sid: 7 }],
  })),
  {
    name: 'removeHook',
    call: (twilio) => twilio.removeHook(sid('CH'), sid('WH')),
    requests: [[`DELETE ${CONVERSATION}/Webhooks/${sid('WH')}`]],
    good: () => '',
    goodStatus: 204,
    result: undefined,
    absent: 'undefined',
    wrongShapes: [],
  },
];

/** Every method of the port, some of them in more than one way. */
export const CALLS: readonly PortCall[] = [
  ...CHANNEL_CALLS,
  ...PARTICIPANT_CALLS,
  ...INVITE_CALLS,
  ...TASK_CALLS,
  ...WORKER_CALLS,
  ...CONVERSATION_CALLS,
  ...HOOK_CALLS,
];

export const WRITES: readonly PortCall[] = CALLS.filter(({ requests }) => requests[0]![0].startsWith('POST'));

/** For titles of tests: "closeChannel {"Status":"closed"}". */
export function titled(port: PortCall): [title: string, port: PortCall] {
  const [, form] = port.requests[0]!;
  return [form === undefined ? port.name : `${port.name} ${JSON.stringify(form)}`, port];
}
