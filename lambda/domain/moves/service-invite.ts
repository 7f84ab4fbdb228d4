import { isWithoutTask } from '../custom-routing';
import { apply, type Decision, refuse, wrongState } from '../decision';
import { attributesToKeep } from '../invite-routing';
import { oweInvite } from '../invites';
import type { Context } from '../pending';
import type { Conversation, Routing } from '../record';
import type { Settings } from '../settings';

/** What custom logic decides of the next task; the rest is as it was of the last one. */
export interface GivenRouting {
  readonly workflowSid?: string | undefined;
  readonly queueSid?: string | undefined;
  /** The task is this agent's, or nobody's. */
  readonly workerSid?: string | undefined;
  readonly priority?: number | undefined;
  /** In place of all that the last task had. */
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
}

export interface ServiceInviteInput {
  readonly given: GivenRouting;
  /** The named agent is not available or full. */
  readonly atCapacity: boolean;
  readonly settings: Settings;
}

/** Custom logic has a task made, where there is none: also the invites after it go the given way. */
export function inviteAsGiven(
  record: Conversation,
  { given, atCapacity, settings }: ServiceInviteInput,
  context: Context,
): Decision {
  if (!isWithoutTask(record)) return wrongState(record);
  if (atCapacity) return refuse('at-capacity');
  const { workerSid = null } = given;
  const routed = { ...record, routing: routingAsGiven(record.routing, given, settings) };
  return apply(oweInvite(routed, { purpose: 'custom', workerSid, direct: workerSid !== null }, context));
}

/** Another workflow chooses the queue itself; but Twilio takes no invite to an agent without a queue. */
function routingAsGiven(routing: Routing, given: GivenRouting, settings: Settings): Routing {
  const { workflowSid, queueSid, workerSid, priority, attributes } = given;
  const keepsQueue = workflowSid === undefined || workerSid !== undefined;
  return {
    ...routing,
    workflowSid: workflowSid ?? routing.workflowSid,
    queueSid: queueSid ?? (keepsQueue ? routing.queueSid : null),
    priority: priority ?? routing.priority,
    attributes: attributes === undefined ? routing.attributes : attributesToKeep(attributes, settings),
  };
}
