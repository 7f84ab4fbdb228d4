import { durationSeconds } from '../../../lambda/domain/duration';
import type { Settings } from '../../../lambda/domain/settings';
import { DEMO_USERS, QUEUES } from '../../../local/twilio/demo';
import type { Task } from '../../../local/twilio/records';
import { HOUR, MINUTE, WORKFLOW } from './constants';
import type { Ask } from './plan';

/** Of pauses. */
const LENGTHS = ['PT1M', 'PT2M', 'PT10M', 'PT2H', 'PT9H', 'P1D', 'P3D', 'P13D', 'P14D', 'P15D'];

const NAMES_NO_LENGTH = LENGTHS.length;

/**
 * What somebody sends along.
 *
 * @param way   which of the ways to ask, 0 to 11; the last two name no length
 * @param limit of a pause
 */
export function bodyOf(
  what: Ask,
  way: number,
  moment: number,
  live: readonly Task[],
  limit: string,
): Record<string, unknown> {
  if (what === 'pause') {
    const task = live.find(({ status }) => status === 'assigned');
    const known = way % 3 === 0 && task ? { taskSid: task.sid } : {};
    return way >= NAMES_NO_LENGTH ? known : { timeLimit: lengthUpTo(limit, way), ...known };
  }
  if (what === 'leave' && way % 3 === 0) {
    const task = live.find(({ status }) => status === 'assigned');
    return task ? { taskSid: task.sid } : {};
  }
  if (what === 'reassign') return reassignBody(way);
  if (what === 'service invite') return serviceInviteBody(way);
  if (what !== 'change pause') return {};
  const timeLimit = LENGTHS[way];
  if (timeLimit === undefined) return { note: `call back ${way}` };
  if (way % 3 !== 0) return { timeLimit };
  return { until: `${new Date(moment + way * 3 * HOUR + 2 * MINUTE).toISOString().slice(0, 19)}Z` };
}

function reassignBody(way: number): Record<string, unknown> {
  const workerSid = anAgentOrNone(way);
  return workerSid === undefined ? {} : { workerSid };
}

export interface HandoverBody {
  readonly fromWorkerSid: string;
  readonly toWorkerSid?: string;
}

export function handoverBody(fromWorkerSid: string, way: number): HandoverBody {
  const toWorkerSid = anAgentOrNone(way, fromWorkerSid);
  return toWorkerSid === undefined ? { fromWorkerSid } : { fromWorkerSid, toWorkerSid };
}

/** Nobody, so that the queue decides; one of the agents; or somebody who is none. @param but not this one */
function anAgentOrNone(way: number, but?: string): string | undefined {
  if (way < 4) return undefined;
  const agents = DEMO_USERS.filter(({ roles, workerSid }) => roles.includes('agent') && workerSid !== but);
  return way === 10 ? `WK${'9'.repeat(32)}` : agents[way % agents.length]!.workerSid!;
}

/** As before, or otherwise in each of the ways, to what there is and to what there is not. */
function serviceInviteBody(way: number): Record<string, unknown> {
  const [, queue] = QUEUES;
  switch (way) {
    case 0:
      return { queueSid: queue!.sid, priority: 7, attributes: { vip: true } };
    case 1:
      return { workflowSid: WORKFLOW };
    case 2:
      return { workflowSid: `WW${'9'.repeat(32)}` };
    case 3:
    case 4:
    case 5:
    case 6:
      return reassignBody(way + 2);
    default:
      return {};
  }
}

/** Any length up to the limit, now and then one that is longer. */
function lengthUpTo(limit: string, way: number): string {
  const shorter = LENGTHS.filter((length) => secondsOf(length) <= secondsOf(limit));
  return LENGTHS[way % (shorter.length + 1)]!;
}

function secondsOf(length: string): number {
  return durationSeconds(length) ?? 0;
}

const ON_CUSTOMER_REPLY = ['notify', 'resume', 'queue'];

/** Settings as an administrator may change them. */
export function settingsBody({ version, ...rest }: Settings, way: number): { version: number; body: object } {
  const pause = {
    ...rest.pause,
    enabled: way !== 5,
    timeLimit: LENGTHS[(way % 6) + 3],
    whenAtCapacity: way % 2 === 0 ? 'workflow' : 'refuse',
    onCustomerReply: ON_CUSTOMER_REPLY[way % 3],
    maxPerAgent: way === 7 ? 3 : null,
  };
  const leave = {
    ...rest.leave,
    enabled: way !== 4,
    expiresAfter: way % 2 === 0 ? 'PT1H' : 'P9D',
    onReply: way > 7 ? 'custom-routing' : 'new-task',
    customRoutingTimeout: way === 8 ? 'PT2H' : 'PT5M',
    studioFlowSid: way === 9 ? null : rest.leave.studioFlowSid,
  };
  return { version, body: { ...rest, wrapUp: way % 3 !== 0, pause, leave } };
}
