/** What the stand-in keeps. Moments are milliseconds since 1970, on the product's clock. */
export type Moment = number;

export interface Worker {
  sid: string;
  name: string;
  identity: string;
  roles: string[];
  activitySid: string;
  activitySince: Moment;
  createdAt: Moment;
  updatedAt: Moment;
  /** Order in which workers were last given or rid of a task; 0: never. The smallest has idled longest. */
  lastBusy: number;
  version: number;
}

export type TaskStatus = 'pending' | 'reserved' | 'assigned' | 'wrapping' | 'completed' | 'canceled';

export interface Task {
  sid: string;
  /** Order of creation: of two tasks of one priority the older goes first. */
  number: number;
  createdAt: Moment;
  updatedAt: Moment;
  status: TaskStatus;
  /** JSON text. */
  attributes: string;
  priority: number;
  reason: string;
  workflowSid: string;
  queueSid: string;
  queueEnteredAt: Moment;
  taskChannel: string;
  /** Seconds that it may wait to be assigned, from its creation. */
  timeout: number;
  /** The one worker it is for; such a task ignores capacity and availability. Source: Twilio changelog, 2024-07-01. */
  routingTarget: string | null;
  reservationSids: string[];
  /** Workers who rejected it: asked again only when nobody else is there. */
  rejectedBy: string[];
  conversationSid: string;
  channelSid: string;
  version: number;
}

export type ReservationStatus =
  'pending' | 'accepted' | 'rejected' | 'timeout' | 'canceled' | 'rescinded' | 'wrapping' | 'completed';

export interface Reservation {
  sid: string;
  taskSid: string;
  workerSid: string;
  taskChannel: string;
  status: ReservationStatus;
  createdAt: Moment;
  updatedAt: Moment;
  version: number;
}

/** A TaskRouter event, as the event list and the webhook tell it. */
export interface WorkspaceEvent {
  sid: string;
  type: string;
  at: Moment;
  description: string;
  resourceType: 'task' | 'reservation' | 'worker';
  resourceSid: string;
  /** Names as in webhooks (`TaskSid`); the event list has them in snake case. */
  facts: Record<string, string>;
}

export interface Interaction {
  sid: string;
  channelSid: string;
  channelType: string;
  webhookTtid: string | null;
}

/** An interaction channel. */
export interface Channel {
  sid: string;
  interactionSid: string;
  conversationSid: string;
  type: string;
  /** `pause`: by Flex's own Pause, which is no call of the public API. */
  status: 'active' | 'inactive' | 'pause' | 'closed';
  inviteSids: string[];
  participantSids: string[];
}

export interface Invite {
  sid: string;
  channelSid: string;
  interactionSid: string;
  /** The task as it was created: Twilio's `routing.properties`. */
  properties: Record<string, unknown>;
}

export interface ChannelParticipant {
  sid: string;
  channelSid: string;
  interactionSid: string;
  type: 'customer' | 'agent';
  routing: { task_sid: string; worker_sid: string; reservation_sid: string } | null;
}

export interface Conversation {
  sid: string;
  state: 'active' | 'inactive' | 'closed';
  createdAt: Moment;
  updatedAt: Moment;
  friendlyName: string | null;
  /** JSON text. */
  attributes: string;
  /** The interaction channel it belongs to. */
  channelSid: string;
  channelType: string;
  customer: Customer;
  timers: Timers;
  participantSids: string[];
  webhookSids: string[];
  /** Messages have the indexes 0 to this, less one. */
  messageCount: number;
  /** Identity of the agent who joined last, also after leaving. */
  lastAgent: string | null;
}

export interface Customer {
  name: string;
  address: string;
  participantSid: string;
}

/** Seconds until the conversation becomes inactive or closed by itself, from `since`; 0: never. */
export interface Timers {
  inactive: number;
  closed: number;
  since: Moment;
}

export interface ConversationParticipant {
  sid: string;
  conversationSid: string;
  identity: string | null;
  binding: { type: string; address: string; proxy_address: string } | null;
  createdAt: Moment;
}

export interface Message {
  sid: string;
  conversationSid: string;
  index: number;
  author: string;
  participantSid: string | null;
  body: string;
  attributes: string;
  createdAt: Moment;
}

export interface ScopedWebhook {
  sid: string;
  conversationSid: string;
  target: 'webhook' | 'trigger' | 'studio';
  configuration: Record<string, unknown>;
  createdAt: Moment;
}

/** Where the workspace tells its events. */
export interface EventCallback {
  /** As it was set, with connection overrides; empty: nowhere. */
  url: string;
  /** Names with commas between them; null: all. */
  filter: string | null;
}

/** Conversations' webhooks, of the account or of one service. What is null was not set. */
export interface WebhookConfiguration {
  preUrl: string | null;
  postUrl: string | null;
  filters: string[] | null;
  method: 'GET' | 'POST' | null;
  /** Of the account only. */
  target: 'webhook' | 'flex';
}

/** What an administrator has set in Flex and in Conversations. */
export interface ProductConfiguration {
  /** Flex's own ways to end a conversation: `{enabled: ["Leave"]}`. */
  agentConvEndMethods: unknown;
  /** ISO 8601 durations of conversations that are new; null: they stay open. */
  defaultInactiveTimer: string | null;
  defaultClosedTimer: string | null;
}

/** The workflow's own settings. It is told as it was set; tasks are routed as if it had its default target alone. */
export interface WorkflowSettings {
  /** JSON text. */
  configuration: string;
  reservationTimeoutSeconds: number;
}

/** Where Event Streams sends. */
export interface Sink {
  sid: string;
  description: string;
  type: string;
  configuration: Record<string, unknown>;
  createdAt: Moment;
}

/** What Event Streams sends there. */
export interface Subscription {
  sid: string;
  sinkSid: string;
  description: string;
  types: { type: string; schemaVersion: number }[];
  createdAt: Moment;
}

/** Something that has to happen at a moment, also when the process has ended in between. */
export interface KeptAlarm {
  kind: AlarmKind;
  sid: string;
  at: Moment;
}

export type AlarmKind =
  | 'task-timeout'
  | 'reservation-timeout'
  | 'assigned-too-long'
  | 'task-deletion'
  | 'channel-deletion'
  | 'conversation-inactive'
  | 'conversation-closing';
