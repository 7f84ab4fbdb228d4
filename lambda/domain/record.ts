import type { ToldMark } from './marks';
import type { Pending, StudioHook } from './pending';
import type { Instant } from './time';
import type { ChannelState, Purpose, TaskStatus, WrapUp } from './words';

export type { ChannelState, Purpose, TaskStatus, WrapUp } from './words';

export interface CurrentTask {
  readonly taskSid: string;
  readonly reservationSid: string | null;
  /** Whose it is; while `reserved`, whom it is offered to. */
  readonly workerSid: string | null;
  /** The agent's participant in the interaction channel, once it was looked up. */
  readonly participantSid: string | null;
  readonly status: TaskStatus;
  readonly purpose: Purpose;
  readonly inviteId: string | null;
  /** Accepted by us, whose agent should be in the channel from this moment on; null: that is not to be looked at (any more). */
  readonly joinsBy: Instant | null;
}

/** A task that was current. Events of it are late, and change nothing. */
export interface FormerTask {
  readonly taskSid: string;
  readonly over: boolean;
}

export interface Pause {
  readonly pauseId: string;
  readonly workerSid: string;
  readonly pausedAt: Instant;
  readonly deadline: Instant;
  /** The settings' time limit when the pause began, in seconds: what the agent may extend to. */
  readonly limitSeconds: number;
  /** Timers started so far; part of the execution's name. */
  readonly timers: number;
  /** The mark that has been told last, as long as the pause is within it; null: none, or it is not any more. */
  readonly toldMark: ToldMark | null;
  /** Names of the last handovers that made it another agent's: none of them takes it once more. */
  readonly handedOverBy: readonly string[];
  readonly reason: string | null;
  readonly note: string | null;
}

export interface Leave {
  readonly leaveId: string;
  readonly workerSid: string;
  readonly leftAt: Instant;
  /** Without a reply until then, the conversation is closed. */
  readonly expiresAt: Instant;
  readonly reason: string | null;
  /** Who makes the reply's task, as the settings said when the leave began. */
  readonly onReply: 'new-task' | 'custom-routing';
  /** How long custom routing has for it. */
  readonly customRoutingSeconds: number;
}

/** The wrap-up that a pause or leave has begun with. */
export interface LastWrapUp {
  readonly taskSid: string;
  /** null: it goes on. */
  readonly endedAt: Instant | null;
}

/** A new task for the conversation that is owed, on its way, or waiting for its agent. */
export interface Invite {
  readonly inviteId: string;
  readonly purpose: Purpose;
  /** Named in our marker; null from the second invite on. */
  readonly workerSid: string | null;
  /** true: the task is targeted at `workerSid` and ends by itself; false: the workflow decides. */
  readonly direct: boolean;
  readonly taskSid: string | null;
  readonly sentAt: Instant | null;
  /** Invites before this one that found no agent. */
  readonly lost: number;
  /** true: the workflow or queue of the old task was refused for good, so the default workflow takes it. */
  readonly toDefaultWorkflow: boolean;
}

/** What the next invite needs, kept because a task is deleted five minutes after it is over. */
export interface Routing {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly workflowSid: string | null;
  readonly queueSid: string | null;
  readonly taskChannelUniqueName: string | null;
  readonly priority: number;
}

/** Something at Twilio that should not be. */
export interface Finding {
  readonly what: 'AcceptedButNotJoined' | 'ClosedByWrapUp';
  readonly taskSid: string;
}

/** What a repeat is compared with. */
export interface LastCommand {
  readonly route: string;
  /** Worker SID, or identity where the token has none. */
  readonly caller: string;
  /** Of the parsed body. */
  readonly fingerprint: string;
  readonly routedTo?: 'agent' | 'workflow';
}

/** One item per conversation: its state, what is owed, and every fact that a decision needs. */
export interface Conversation {
  readonly conversationSid: string;
  readonly interactionSid: string;
  readonly channelSid: string;
  readonly channelType: string;
  readonly channelState: ChannelState;
  readonly wrapUp: WrapUp | null;
  /** `flex`: Flex's own Leave or Pause holds it. */
  readonly heldBy: 'flex' | null;
  /** 0 = never written, +1 per write. */
  readonly version: number;
  readonly updatedAt: Instant;
  /** The run that wrote this version: how a run knows its own write when the answer to it was lost. */
  readonly writtenBy: string;
  readonly closedAt: Instant | null;
  readonly task: CurrentTask | null;
  /** The last 20. */
  readonly formerTasks: readonly FormerTask[];
  /** Chat identities of the agents who held it. */
  readonly agentIdentities: readonly string[];
  readonly workerName: string | null;
  readonly customerName: string | null;
  /** The agent of the pause or leave that is going on or was the last. */
  readonly parkedBy: string | null;
  readonly pause: Pause | null;
  readonly leave: Leave | null;
  /** Of the last pause or leave, until the channel is seen to outlive it by its next task, or is closed by us. */
  readonly lastWrapUp: LastWrapUp | null;
  /** The customer's first message of the pause or leave that is going on or was the last. */
  readonly customerRepliedAt: Instant | null;
  /** On the conversation, or being put on it, while the reply is a Studio flow's. */
  readonly studioHook: StudioHook | null;
  readonly invite: Invite | null;
  readonly routing: Routing;
  readonly lastCommand: LastCommand | null;
  /** Twilio's own date of the last accept, in epoch milliseconds: an older one that is told later changes nothing. */
  readonly acceptedAt: number | null;
  /** Highest index among the messages read so far. */
  readonly lastMessageIndex: number | null;
  /** The last that was found; another one is told as an event. */
  readonly finding: Finding | null;
  readonly pending: Pending;
  /** When the sweep looks next: a lease that ends, an effect that comes due, a mark, a deadline a minute overdue, a leave's end. */
  readonly wakeAt: Instant | null;
  /** When it is next compared with Twilio, in case a webhook was lost. */
  readonly compareAt: Instant | null;
  /** Comparisons in a row that failed, of the last time that it was put aside. */
  readonly comparisonsFailed: number;
}

/** So many tasks before the current one that a late event of any of them is told. */
export const FORMER_TASKS_KEPT = 20;

/** Where a record can be: the channel state, and which wrap-up is going on in it. */
export type Place =
  | 'active'
  | 'active, to pause'
  | 'pause'
  | 'inactive, wrapping up'
  | 'inactive'
  | 'closed, wrapping up'
  | 'closed';

/** The row of the table of moves that holds for a record. */
export function placeOf({ channelState, wrapUp }: Pick<Conversation, 'channelState' | 'wrapUp'>): Place {
  switch (channelState) {
    case 'active':
      return wrapUp === null ? 'active' : 'active, to pause';
    case 'pause':
      return 'pause';
    case 'inactive':
      return wrapUp === null ? 'inactive' : 'inactive, wrapping up';
    case 'closed':
      return wrapUp === null ? 'closed' : 'closed, wrapping up';
  }
}

/** The agent who has the current task; null while it waits for one. */
export function holderOf({ task }: Conversation): string | null {
  return task !== null && isAccepted(task) ? task.workerSid : null;
}

export function isAccepted({ status }: CurrentTask): boolean {
  return status === 'assigned' || status === 'wrapping';
}

/** When to look whether the agent has joined by our accept; null: never, or all has moved on since. */
export function joinsBy({ channelState, wrapUp, task }: Conversation): Instant | null {
  const isAtWork = channelState === 'active' && wrapUp === null && task?.status === 'assigned';
  return isAtWork ? task.joinsBy : null;
}

/** The current task becomes one of the former ones. */
export function withoutTask(record: Conversation, over: boolean): Conversation {
  return record.task === null ? record : { ...withFormerTask(record, record.task.taskSid, over), task: null };
}

/** A task whose late events change nothing. */
export function withFormerTask(record: Conversation, taskSid: string, over: boolean): Conversation {
  const formerTasks = [{ taskSid, over }, ...record.formerTasks].slice(0, FORMER_TASKS_KEPT);
  return { ...record, formerTasks };
}

/** Whether the task was current once, so that news of it are late. */
export function isFormerTask(record: Conversation, taskSid: string): boolean {
  return record.formerTasks.some((former) => former.taskSid === taskSid);
}

/** Whether the task was current once, and was seen to be over. */
export function isKnownOver(record: Conversation, taskSid: string): boolean {
  return record.formerTasks.some((former) => former.taskSid === taskSid && former.over);
}
