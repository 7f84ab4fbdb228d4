import type { Cause } from './cause';
import type { Mark } from './marks';
import type { Instant } from './time';
import type { ChannelState, EffectKind, Purpose, TaskStatus, WrapUp } from './words';

/** What custom logic, and everybody who reads the history, is told of a conversation. */
export const CONVERSATION_EVENTS = [
  'ConversationPaused',
  'ConversationLeft',
  'ConversationResumed',
  'ConversationReassigned',
  'ConversationReactivated',
  'ConversationEnded',
  'PauseMarkReached',
  'PauseChanged',
  'CustomerReplied',
  'InviteLost',
  'AcceptedButNotJoined',
  'ClosedByWrapUp',
] as const;

export type ConversationEvent = (typeof CONVERSATION_EVENTS)[number];

/** All that goes out: of conversations, and of the settings. */
export const EVENT_TYPES = [...CONVERSATION_EVENTS, 'SettingsChanged'] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** A conversation as the API shows it. */
export interface ConversationView {
  readonly conversationSid: string;
  readonly interactionSid: string;
  readonly channelSid: string;
  readonly channelType: string;
  readonly channelState: ChannelState;
  readonly wrapUp: WrapUp | null;
  readonly heldBy: 'flex' | null;
  readonly version: number;
  readonly updatedAt: Instant;
  /** The live task; while an invite is owed or on its way and its task is not known, what it will be. */
  readonly task: {
    readonly taskSid: string | null;
    readonly reservationSid: string | null;
    readonly workerSid: string | null;
    readonly status: TaskStatus;
    readonly purpose: Purpose;
  } | null;
  /** SIDs of other live tasks; absent where there is none. */
  readonly otherTasks?: string[];
  readonly queueSid: string | null;
  readonly workerName: string | null;
  readonly customerName: string | null;
  readonly pause: {
    readonly pauseId: string;
    readonly workerSid: string;
    readonly pausedAt: Instant;
    readonly deadline: Instant;
    readonly mark: Mark;
    readonly reason: string | null;
    readonly note: string | null;
  } | null;
  readonly leave: {
    readonly leaveId: string;
    readonly workerSid: string;
    readonly leftAt: Instant;
    readonly expiresAt: Instant;
    readonly reason: string | null;
  } | null;
  readonly customerRepliedAt: Instant | null;
  /** Kinds of the effects still owed, each once. */
  readonly owed: EffectKind[];
}

/** What the invite that follows asks of TaskRouter. */
export interface InviteRouting {
  /** null: the workflow of the stack's settings. */
  readonly workflowSid: string | null;
  readonly queueSid: string | null;
  readonly taskChannelUniqueName: string | null;
  readonly priority: number;
  /** Not under HIPAA. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** What one write of a record told, and the conversation as it was then. */
export interface HistoryEntry {
  readonly version: number;
  readonly at: Instant;
  readonly by: Cause;
  /** In the order in which they happened. `eventId` stays the same however often one is published. */
  readonly events: readonly { readonly eventId: string; readonly type: ConversationEvent }[];
  readonly conversation: ConversationView;
  /** Of the invite that the events are about; null: they are about none. */
  readonly routing: InviteRouting | null;
}
