import { chatIdentity } from './chat-identity';
import { markerIn, mayLackMarker } from './invite-routing';
import type { AcceptedTask } from './moves/accept';
import type { ReservedTask } from './moves/invite-task';
import { isSid, type SidPrefix } from './sids';

/** News of a conversation's task that matters to us. */
export type TaskEvent = { readonly conversationSid: string } & (
  | { readonly kind: 'accepted'; readonly task: AcceptedTask }
  | { readonly kind: 'reserved'; readonly reserved: ReservedTask }
  | { readonly kind: 'wrapping'; readonly taskSid: string }
  | {
      readonly kind: 'over';
      readonly taskSid: string;
      readonly inviteId: string | null;
      /** It ended as only tasks do that an agent had. */
      readonly wasTaken: boolean;
      readonly attributes: Readonly<Record<string, unknown>>;
    }
);

/** An agent is gone from the workspace. */
export interface AgentDeleted {
  readonly kind: 'agent-deleted';
  readonly workerSid: string;
}

/** Fields of a TaskRouter event, named as its webhook names them ("TaskSid"). A list: a field that came several times. */
export type EventFields = Readonly<Record<string, string | string[]>>;

/** A task that nobody has accepted can only be canceled. Source: Twilio, TaskRouter task lifecycle. */
const TAKEN = ['task.completed', 'task.system-deleted'];
const OVER = ['task.completed', 'task.canceled', 'task.deleted', 'task.system-deleted'];
const AGENT_DELETED = 'worker.deleted';
/** Types of events that can matter to us. */
export const EVENTS_THAT_MATTER: readonly string[] = [
  ...OVER,
  AGENT_DELETED,
  'task.wrapup',
  'reservation.created',
  'reservation.accepted',
];

/** Of a field: far more than Twilio sends (4,096 of attributes), and few enough that a record can hold all of them. */
const MOST_CHARACTERS = 32 * 1024;

/** Whether events of this type can matter to us. */
export function mayMatter(eventType: string): boolean {
  return EVENTS_THAT_MATTER.includes(eventType);
}

/**
 * What a TaskRouter event means to us; undefined for the many that do not matter, which then cost no read:
 * other kinds, tasks without a conversation, reservations of others' tasks.
 */
export function newsOf(fields: EventFields): TaskEvent | AgentDeleted | undefined {
  if (text(fields, 'EventType') !== AGENT_DELETED) return taskEventOf(fields);
  const workerSid = sidIn(fields, 'WorkerSid', 'WK');
  return workerSid === undefined ? undefined : { kind: 'agent-deleted', workerSid };
}

/** The same of those about a task. */
export function taskEventOf(fields: EventFields): TaskEvent | undefined {
  const type = text(fields, 'EventType') ?? '';
  if (!mayMatter(type)) return undefined;
  const attributes = attributesOf(fields);
  const conversationSid = attributes?.['conversationSid'];
  const taskSid = sidIn(fields, 'TaskSid', 'WT');
  if (attributes === undefined || taskSid === undefined) return undefined;
  if (!isSid('CH', conversationSid)) return undefined;
  const inviteId = markerIn(attributes)?.inviteId ?? null;
  if (OVER.includes(type)) {
    return { kind: 'over', conversationSid, taskSid, inviteId, wasTaken: TAKEN.includes(type), attributes };
  }
  if (type === 'task.wrapup') return { kind: 'wrapping', conversationSid, taskSid };

  const reservationSid = sidIn(fields, 'ReservationSid', 'WR');
  const workerSid = sidIn(fields, 'WorkerSid', 'WK');
  if (reservationSid === undefined || workerSid === undefined) return undefined;
  if (type === 'reservation.created' && mayBeNamedInvite(fields, attributes)) {
    return { kind: 'reserved', conversationSid, reserved: { taskSid, reservationSid, workerSid, inviteId } };
  }
  if (type !== 'reservation.accepted') return undefined;
  return {
    kind: 'accepted',
    conversationSid,
    task: {
      taskSid,
      reservationSid,
      workerSid,
      workerName: fullName(fields) ?? text(fields, 'WorkerName') ?? null,
      workerIdentity: chatIdentity(text(fields, 'WorkerAttributes') ?? ''),
      status: 'assigned',
      attributes,
      workflowSid: text(fields, 'WorkflowSid') ?? null,
      queueSid: text(fields, 'TaskQueueSid') ?? null,
      taskChannelUniqueName: text(fields, 'TaskChannelUniqueName') ?? null,
      priority: priorityIn(fields),
      inviteId,
      at: dateIn(fields),
    },
  };
}

/** Only a named invite is accepted for its agent: one whose marker names the worker, or had no room to. */
function mayBeNamedInvite(fields: EventFields, attributes: Readonly<Record<string, unknown>>): boolean {
  const marker = markerIn(attributes);
  if (marker !== undefined) return marker.workerSid !== undefined || marker.purpose === undefined;
  return mayLackMarker(text(fields, 'TaskAttributes') ?? '');
}

function attributesOf(fields: EventFields): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text(fields, 'TaskAttributes') ?? '');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Flex shows an agent by this attribute; the worker's own name is a login. */
function fullName(fields: EventFields): string | undefined {
  try {
    const { full_name: name } = JSON.parse(text(fields, 'WorkerAttributes') ?? '') as { full_name?: unknown };
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch {
    return undefined;
  }
}

function text(fields: EventFields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' && value.length <= MOST_CHARACTERS ? value : undefined;
}

function sidIn(fields: EventFields, name: string, prefix: SidPrefix): string | undefined {
  const value = text(fields, name);
  return isSid(prefix, value) ? value : undefined;
}

function priorityIn(fields: EventFields): number {
  const priority = Number(text(fields, 'TaskPriority'));
  return Number.isSafeInteger(priority) ? priority : 0;
}

/** Webhooks have seconds since 1970 or ISO 8601, by Twilio's docs either; the list's own date stands in milliseconds. */
function dateIn(fields: EventFields): number | null {
  const date = text(fields, 'Timestamp') ?? '';
  const milliseconds = /^\d+$/.test(date) ? Number(date) * 1000 : Date.parse(date);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}
