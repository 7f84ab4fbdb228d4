import { EVERYONE, TASK_CHANNELS } from '../demo';
import { badParameter } from '../errors';
import { type Platform } from '../platform';
import { findQueue } from '../taskrouter/queues';
import { isRecord, parseJson } from '../requests';

/** The limits of TaskRouter, and what Interactions sends when nothing is said. Source: Twilio docs, Task resource. */
const LONGEST_TIMEOUT_SECONDS = 1_209_600;
export const DEFAULT_TIMEOUT_SECONDS = 86_400;
const HIGHEST_PRIORITY = 2 ** 31 - 1;

export interface InviteRouting {
  readonly workflowSid: string;
  readonly queueSid: string;
  readonly workerSid: string | null;
  readonly taskChannel: string;
  readonly attributes: Record<string, unknown>;
  readonly priority: number;
  /** Seconds that the task may wait to be assigned. */
  readonly timeout: number;
}

/**
 * Reads the `Routing` of an invite: `{"properties": {workspace_sid, …}}`. Source: Twilio docs, Interaction Channel Invites.
 * @throws TwilioRefusal 400 for what the workspace does not have, and for values out of range
 */
export function parseInviteRouting(platform: Platform, text: string): InviteRouting {
  const routing = parseJson('Routing', text);
  const properties = isRecord(routing) ? routing.properties : undefined;
  if (!isRecord(properties)) throw badParameter('Routing.properties is required');
  const { options } = platform;
  if (properties.workspace_sid !== options.workspaceSid)
    throw badParameter('workspace_sid is missing or unknown');
  return {
    workflowSid:
      known('workflow_sid', properties.workflow_sid, (sid) => sid === options.workflowSid) ??
      options.workflowSid,
    queueSid: known('queue_sid', properties.queue_sid, (sid) => findQueue(sid) !== null) ?? EVERYONE.sid,
    workerSid: known(
      'worker_sid',
      properties.worker_sid,
      (sid) => platform.store.workers.get(sid) !== undefined,
    ),
    taskChannel:
      known('task_channel_unique_name', properties.task_channel_unique_name, isTaskChannel) ?? 'default',
    attributes: attributesIn(properties.attributes),
    priority: integer('priority', properties.priority, 0, HIGHEST_PRIORITY) ?? 0,
    timeout: integer('timeout', properties.timeout, 1, LONGEST_TIMEOUT_SECONDS) ?? DEFAULT_TIMEOUT_SECONDS,
  };
}

/** The value if it is known to the workspace, null if it was not given. */
function known(name: string, value: unknown, isKnown: (value: string) => boolean): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || !isKnown(value)) throw badParameter(`${name} is unknown to the workspace`);
  return value;
}

function isTaskChannel(name: string): boolean {
  return TASK_CHANNELS.some((known) => known === name);
}

function attributesIn(value: unknown): Record<string, unknown> {
  if (value === undefined) return {};
  if (!isRecord(value)) throw badParameter('attributes must be an object');
  return value;
}

function integer(name: string, value: unknown, least: number, most: number): number | null {
  if (value === undefined || value === null) return null;
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most) {
    throw badParameter(`${name} must be a whole number from ${least} to ${most}`);
  }
  return number;
}
