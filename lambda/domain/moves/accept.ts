import { apply, type Decision, NOTHING } from '../decision';
import { withIdentity } from '../identities';
import { attributesToKeep } from '../invite-routing';
import { dropInvite } from '../invites';
import { type Context, drop, idsOf, type Pending } from '../pending';
import {
  type Conversation,
  holderOf,
  type Invite,
  isAccepted,
  FORMER_TASKS_KEPT,
  isFormerTask,
  type Purpose,
  withoutTask,
} from '../record';
import type { Settings } from '../settings';
import { withoutStudioHook } from '../studio-hook';
import { oweTimerStop } from '../timers';
import { plusSeconds } from '../time';
import { mayBeAcceptedByUs } from './invite-task';
import { oweParticipantClosed } from '../wrap-up';

/** A task that an agent has accepted, as a webhook or TaskRouter tells it. */
export interface AcceptedTask {
  readonly taskSid: string;
  readonly reservationSid: string;
  readonly workerSid: string;
  readonly workerName: string | null;
  /** The agent's identity in the conversation. */
  readonly workerIdentity: string | null;
  readonly status: 'assigned' | 'wrapping';
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly workflowSid: string | null;
  readonly queueSid: string | null;
  readonly taskChannelUniqueName: string | null;
  readonly priority: number;
  /** From our marker. */
  readonly inviteId: string | null;
  /** Twilio's own date of the accept, in epoch milliseconds, or the latest known to be before it; null where none was told. */
  readonly at: number | null;
}

export interface AcceptInput {
  readonly task: AcceptedTask;
  readonly settings: Settings;
  /** TaskRouter itself tells of it at this moment: then it counts, however long ago it was accepted. */
  readonly isSeen?: boolean;
  /** We have accepted it for its agent, or maybe; undefined: not told, the record knows what is owed. */
  readonly byUs?: boolean;
}

/** An accept brings the agent into the channel; a while later it must have. */
const JOINS_WITHIN_SECONDS = 15;

/** A conversation of which nothing is known yet but where it is; the accept fills in the rest. */
export function unseenConversation(conversationSid: string, context: Context): Conversation {
  return {
    conversationSid,
    interactionSid: '',
    channelSid: '',
    channelType: '',
    channelState: 'active',
    wrapUp: null,
    heldBy: null,
    version: 0,
    updatedAt: context.now,
    writtenBy: context.run,
    closedAt: null,
    task: null,
    formerTasks: [],
    agentIdentities: [],
    workerName: null,
    customerName: null,
    parkedBy: null,
    pause: null,
    leave: null,
    lastWrapUp: null,
    customerRepliedAt: null,
    studioHook: null,
    invite: null,
    routing: { attributes: {}, workflowSid: null, queueSid: null, taskChannelUniqueName: null, priority: 0 },
    lastCommand: null,
    lastMessageIndex: null,
    acceptedAt: null,
    finding: null,
    pending: {},
    wakeAt: null,
    compareAt: null,
    comparisonsFailed: 0,
  };
}

/** An agent accepts a task that is new to the record: the conversation is that agent's, whatever was going on. */
export function acceptTask(
  record: Conversation,
  { task, settings, isSeen = false, byUs = mayBeAcceptedByUs(record, task.taskSid) }: AcceptInput,
  context: Context,
): Decision {
  const current = record.task;
  if (current?.taskSid === task.taskSid && isAccepted(current)) return withHolderOf(record, task);
  const isOurs = record.invite !== null && isTaskOfInvite(record.invite, current, task);
  if (!isOurs && !isOfFlexChannel(task)) return NOTHING;
  if (isFormerTask(record, task.taskSid)) return withAgentOf(record, task);
  if (!isSeen && isOlder(task, record)) return withOlderTask(record, task);

  const wrapping = record.wrapUp === null ? record : oweParticipantClosed(record, context);
  const before =
    current?.taskSid === task.taskSid ? { ...wrapping, task: null } : withoutTask(wrapping, false);
  const stopped = withoutStudioHook({ ...before, pending: oweTimerStop(before, context) }, context);
  return apply({
    ...stopped,
    ...whereItIs(record, task, settings),
    acceptedAt: latestAccept(record, task.at),
    channelState: 'active',
    wrapUp: null,
    heldBy: null,
    pause: null,
    leave: null,
    lastWrapUp: null,
    compareAt: null,
    task: {
      taskSid: task.taskSid,
      reservationSid: task.reservationSid,
      workerSid: task.workerSid,
      participantSid: null,
      status: task.status,
      purpose: purposeOf(record, isOurs),
      inviteId: task.inviteId,
      joinsBy: byUs ? plusSeconds(context.now, JOINS_WITHIN_SECONDS) : null,
    },
    agentIdentities: withIdentity(record.agentIdentities, task.workerIdentity),
    workerName: task.workerName ?? (isOfSameAgent(record, task) ? record.workerName : null),
    invite: null,
    lastCommand: isOurs ? record.lastCommand : null,
    pending: settled(stopped, context),
  });
}

/** A task that only mentions the conversation, such as a callback, does not hold it. */
function isOfFlexChannel({ attributes }: AcceptedTask): boolean {
  return [attributes['flexInteractionSid'], attributes['flexInteractionChannelSid']].every(
    (sid) => typeof sid === 'string' && sid !== '',
  );
}

/** The current task's accept, told again: where we made it for an agent, name and identity come only now. */
function withHolderOf(record: Conversation, task: AcceptedTask): Decision {
  const known = { ...knownAgent(record, task), workerName: task.workerName ?? record.workerName };
  const isNews = known.workerName !== record.workerName || known.agentIdentities !== record.agentIdentities;
  return isNews ? apply(known) : NOTHING;
}

/** Who has it now, or put it aside, and whose name the record therefore has. */
function isOfSameAgent(record: Conversation, { workerSid }: AcceptedTask): boolean {
  return (holderOf(record) ?? record.parkedBy) === workerSid;
}

/** Who held it, however late we hear of it, is no customer. */
function withAgentOf(record: Conversation, task: AcceptedTask): Decision {
  const known = knownAgent(record, task);
  return known.agentIdentities === record.agentIdentities ? NOTHING : apply(known);
}

/** Remembered as the oldest; where as many newer ones are as are kept, it was forgotten before, or would be at once. */
function withOlderTask(record: Conversation, task: AcceptedTask): Decision {
  if (record.formerTasks.length >= FORMER_TASKS_KEPT) return withAgentOf(record, task);
  const formerTasks = [...record.formerTasks, { taskSid: task.taskSid, over: false }];
  return apply({ ...knownAgent(record, task), formerTasks });
}

function knownAgent(record: Conversation, { workerIdentity }: AcceptedTask): Conversation {
  return { ...record, agentIdentities: withIdentity(record.agentIdentities, workerIdentity) };
}

/** An accept that got lost, and is told after a later one: the conversation has moved on. */
function isOlder({ at }: AcceptedTask, { acceptedAt }: Conversation): boolean {
  const second = (milliseconds: number) => Math.floor(milliseconds / 1000); // all that a webhook may tell
  return at !== null && acceptedAt !== null && second(at) < second(acceptedAt);
}

/** Of the accepts that a record has heard of; one whose date was not told does not count. */
export function latestAccept({ acceptedAt }: Conversation, at: number | null): number | null {
  return at === null ? acceptedAt : Math.max(at, acceptedAt ?? at);
}

/** By the marker, the task's SID, or, where the marker had no room, the agent whom an invite without answer names. */
function isTaskOfInvite(invite: Invite, current: Conversation['task'], task: AcceptedTask): boolean {
  const isUnanswered = invite.direct && invite.taskSid === null;
  if (isUnanswered && task.inviteId === null && invite.workerSid === task.workerSid) return true;
  return invite.inviteId === task.inviteId || [invite.taskSid, current?.taskSid].includes(task.taskSid);
}

function purposeOf({ invite }: Conversation, isOurs: boolean): Purpose {
  return isOurs && invite !== null ? invite.purpose : 'new';
}

function settled(record: Conversation, context: Context): Pending {
  const free = { ...record, pending: dropInvite(record, context) };
  return drop(free.pending, idsOf(free.pending, 'wrap-up-task'), context);
}

/** What the task's attributes and queue tell about the conversation, for answers and for the next invite. */
function whereItIs(record: Conversation, task: AcceptedTask, settings: Settings) {
  const text = (key: string): string | null => {
    const value = task.attributes[key];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    interactionSid: text('flexInteractionSid') ?? record.interactionSid,
    channelSid: text('flexInteractionChannelSid') ?? record.channelSid,
    channelType: text('channelType') ?? record.channelType,
    customerName: settings.hipaa ? null : (text('customerName') ?? text('from') ?? record.customerName),
    routing: {
      attributes: attributesToKeep(task.attributes, settings),
      workflowSid: task.workflowSid ?? record.routing.workflowSid,
      queueSid: task.queueSid ?? record.routing.queueSid,
      taskChannelUniqueName: task.taskChannelUniqueName ?? record.routing.taskChannelUniqueName,
      priority: task.priority,
    },
  };
}
