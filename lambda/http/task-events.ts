import type { TaskEvent } from '../actions/task-event';
import { chatIdentity } from '../domain/chat-identity';
import { markerIn, mayLackMarker } from '../domain/invite-routing';
import type { Form } from './signature';

const CONVERSATION = /^CH[0-9a-fA-F]{32}$/;
const TASK = /^WT[0-9a-fA-F]{32}$/;
const RESERVATION = /^WR[0-9a-fA-F]{32}$/;
const WORKER = /^WK[0-9a-fA-F]{32}$/;

const OVER = ['task.completed', 'task.canceled', 'task.deleted', 'task.system-deleted'];

/**
 * What a TaskRouter event means to us; undefined for the many that do not matter, which then cost no read:
 * other kinds, tasks without a conversation, reservations of others' tasks.
 */
export function taskEventOf(form: Form): TaskEvent | undefined {
  const attributes = attributesOf(form);
  const conversationSid = attributes?.['conversationSid'];
  const taskSid = sidIn(form, 'TaskSid', TASK);
  if (attributes === undefined || taskSid === undefined) return undefined;
  if (typeof conversationSid !== 'string' || !CONVERSATION.test(conversationSid)) return undefined;
  const inviteId = markerIn(attributes)?.inviteId ?? null;
  const type = text(form, 'EventType') ?? '';
  if (OVER.includes(type)) return { kind: 'over', conversationSid, taskSid, inviteId, attributes };
  if (type === 'task.wrapup') return { kind: 'wrapping', conversationSid, taskSid };

  const reservationSid = sidIn(form, 'ReservationSid', RESERVATION);
  const workerSid = sidIn(form, 'WorkerSid', WORKER);
  if (reservationSid === undefined || workerSid === undefined) return undefined;
  if (type === 'reservation.created' && mayBeNamedInvite(form, attributes)) {
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
      workerName: fullName(form) ?? text(form, 'WorkerName') ?? null,
      workerIdentity: chatIdentity(text(form, 'WorkerAttributes') ?? ''),
      status: 'assigned',
      attributes,
      workflowSid: text(form, 'WorkflowSid') ?? null,
      queueSid: text(form, 'TaskQueueSid') ?? null,
      taskChannelUniqueName: text(form, 'TaskChannelUniqueName') ?? null,
      priority: Number(text(form, 'TaskPriority') ?? 0) || 0,
      inviteId,
    },
  };
}

/** Only a named invite is accepted for its agent: one whose marker names the worker, or had no room to. */
function mayBeNamedInvite(form: Form, attributes: Readonly<Record<string, unknown>>): boolean {
  const marker = markerIn(attributes);
  if (marker !== undefined) return marker.workerSid !== undefined || marker.purpose === undefined;
  return mayLackMarker(text(form, 'TaskAttributes') ?? '');
}

function attributesOf(form: Form): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text(form, 'TaskAttributes') ?? '');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Flex shows an agent by this attribute; the worker's own name is a login. */
function fullName(form: Form): string | undefined {
  try {
    const { full_name: name } = JSON.parse(text(form, 'WorkerAttributes') ?? '') as { full_name?: unknown };
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch {
    return undefined;
  }
}

function text(form: Form, field: string): string | undefined {
  const value = form[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function sidIn(form: Form, field: string, pattern: RegExp): string | undefined {
  const value = text(form, field);
  return value !== undefined && pattern.test(value) ? value : undefined;
}
