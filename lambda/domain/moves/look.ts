import { nextComparison } from '../comparison';
import { apply, type Decision, NOTHING } from '../decision';
import { withIdentity } from '../identities';
import { oweInvite } from '../invites';
import { attributesToKeep } from '../invite-routing';
import { type Context, drop, idsOf, owe } from '../pending';
import { withoutStudioHook } from '../studio-hook';
import { type Conversation, joinsBy, type TaskStatus } from '../record';
import type { Settings } from '../settings';
import { latestAccept } from './accept';
import { oweLook } from './task-over';

/** A live task of the conversation that the record did not know. */
export interface FoundTask {
  readonly taskSid: string;
  readonly reservationSid: string | null;
  readonly workerSid: string | null;
  readonly workerName: string | null;
  readonly workerIdentity: string | null;
  /** Twilio's date of the agent's accept, as a reservation tells it. */
  readonly acceptedAt: number | null;
  readonly status: TaskStatus;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly workflowSid: string | null;
  readonly queueSid: string | null;
  readonly taskChannelUniqueName: string | null;
  readonly priority: number;
}

/** The task that was found is the current one, as if its accept, or its invite's answer, had just come. */
export function adoptTask(
  record: Conversation,
  found: FoundTask,
  settings: Settings,
  context: Context,
): Conversation {
  return {
    ...withoutLook(record, context),
    formerTasks: record.formerTasks.filter(({ taskSid }) => taskSid !== found.taskSid),
    agentIdentities: withIdentity(record.agentIdentities, found.workerIdentity),
    workerName: found.workerName ?? record.workerName,
    acceptedAt: latestAccept(record, found.acceptedAt),
    lastWrapUp: null,
    task: {
      taskSid: found.taskSid,
      reservationSid: found.reservationSid,
      workerSid: found.workerSid,
      participantSid: null,
      status: found.status,
      purpose: 'new',
      inviteId: null,
      joinsBy: null,
    },
    routing: {
      attributes: attributesToKeep(found.attributes, settings),
      workflowSid: found.workflowSid,
      queueSid: found.queueSid,
      taskChannelUniqueName: found.taskChannelUniqueName,
      priority: found.priority,
    },
  };
}

/** The agent for whom we have accepted should be in the channel now: looked at once. */
export function lookForAgent(record: Conversation, _input: unknown, context: Context): Decision {
  const { task, pending } = record;
  const moment = joinsBy(record);
  if (task === null || moment === null || moment > context.now) return NOTHING;
  const owed = owe(pending, { kind: 'look-for-agent', taskSid: task.taskSid }, context);
  return apply({ ...record, task: { ...task, joinsBy: null }, pending: owed });
}

/** Flex's own Leave or Pause has it: left alone, and compared, until an agent accepts its next task. */
export function holdByFlex(record: Conversation, context: Context): Conversation {
  return {
    ...withoutLook(record, context),
    heldBy: 'flex',
    compareAt: nextComparison(null, context.now),
    comparisonsFailed: 0,
  };
}

/** Flex holds it no more, and no accept was seen: it is looked for again. */
export function flexLetsGo(record: Conversation, _input: unknown, context: Context): Decision {
  return record.heldBy === 'flex' ? apply(oweLook(record, context)) : NOTHING;
}

/**
 * Nobody has it: it goes to the next available agent.
 *
 * @param purpose `reply`: custom routing has let its time pass; `repair`: its task was lost
 */
export function inviteWhereNoneIs(
  record: Conversation,
  purpose: 'reply' | 'repair',
  context: Context,
): Conversation {
  return oweInvite(withoutLook(record, context), { purpose, workerSid: null, direct: false }, context);
}

/** It was looked for, and is with somebody: a Studio flow makes no other task. */
function withoutLook(record: Conversation, context: Context): Conversation {
  const looks = idsOf(record.pending, 'look-for-task', 'await-custom-routing');
  return withoutStudioHook({ ...record, pending: drop(record.pending, looks, context) }, context);
}
