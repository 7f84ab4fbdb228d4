import { readableSid } from './sids';

/** Somebody who can sign in to the local product. */
export interface DemoUser {
  readonly name: string;
  /** As in Flex tokens: encoded, so that it can stand in a contact URI. */
  readonly identity: string;
  readonly roles: readonly ('agent' | 'supervisor' | 'admin')[];
  readonly token: string;
  /** Null for users that are no TaskRouter worker. */
  readonly workerSid: string | null;
}

export const AVAILABLE = { sid: readableSid('WA', 'a1'), name: 'Available', available: true } as const;
export const OFFLINE = { sid: readableSid('WA', 'a0'), name: 'Offline', available: false } as const;
export const ACTIVITIES = [AVAILABLE, OFFLINE];

/** Three agents who take tasks; a supervisor who is a worker but offline, so that no task is routed there; an admin. */
export const DEMO_USERS: readonly DemoUser[] = [
  user('Alice', ['agent'], readableSid('WK', 'a11ce')),
  user('Bob', ['agent'], readableSid('WK', 'b0b')),
  user('Carol', ['agent'], readableSid('WK', 'ca601')),
  user('Dee', ['supervisor'], readableSid('WK', 'dee')),
  user('Ada', ['admin'], null),
];

export interface DemoQueue {
  readonly sid: string;
  readonly name: string;
  /** How many workers are asked at the same time; the first to accept gets the task. */
  readonly maxReservedWorkers: number;
}

/** Where tasks go when no queue is named; its workers are asked one at a time. */
export const EVERYONE: DemoQueue = { sid: readableSid('WQ', 'e1'), name: 'Everyone', maxReservedWorkers: 1 };
export const QUEUES: readonly DemoQueue[] = [
  EVERYONE,
  { sid: readableSid('WQ', 'e2'), name: 'Everyone, two at a time', maxReservedWorkers: 2 },
];

export const WORKFLOW_NAME = 'Default Fifo Workflow';
/** How long a worker has to accept. Source: Twilio docs, Workflow resource, default of TaskReservationTimeout. */
export const RESERVATION_TIMEOUT_SECONDS = 120;

/** Task channels of the workspace, by unique name. Each worker takes this many tasks at once on each. */
export const TASK_CHANNELS = ['default', 'chat', 'web', 'sms', 'whatsapp', 'messenger', 'email'] as const;
export const CAPACITY = 2;

export const CHAT_SERVICE_SID = readableSid('IS', 'c4a7');
export const FLEX_INSTANCE_SID = readableSid('GO', 'f1e');
/** The Studio flow that is here: it sends what a customer writes to Flex. */
export const DEMO_FLOW_SID = readableSid('FW', 'f10');
/** Where the customers of text channels write to: numbers reserved for examples. */
export const OUR_NUMBER = '+15005550006';

/** SID of a task channel, null when the workspace has none of that name. */
export function taskChannelSid(uniqueName: string): string | null {
  const index = TASK_CHANNELS.findIndex((name) => name === uniqueName);
  return index < 0 ? null : readableSid('TC', `c${index}`);
}

function user(name: string, roles: DemoUser['roles'], workerSid: string | null): DemoUser {
  const identity = name.toLowerCase();
  return { name, identity, roles, token: `demo-token-${identity}`, workerSid };
}
