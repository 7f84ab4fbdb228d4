import type { EventType, HistoryEntry } from '../domain/history-entry';
import type { Handover } from '../domain/handover';
import type { InviteProperties } from '../domain/invite-routing';
import type { Span } from '../domain/marks';
import type { MessageFact } from '../domain/messages';
import type { Measures } from '../domain/metric-names';
import type { Parking } from '../domain/parked';
import type { ListedPause } from '../domain/summary';
import type { Conversation, TaskStatus } from '../domain/record';
import type { Settings } from '../domain/settings';
import type { SettingsChange } from '../domain/settings-change';
import type { EventFields } from '../domain/task-events';
import type { Instant } from '../domain/time';

/** The table of records. Every failure but a lost conditional write is thrown. */
export interface Store {
  /** Record and settings in one consistent read. */
  read(conversationSid: string): Promise<{ record: Conversation | undefined; settings: Settings }>;
  readSettings(): Promise<KeptSettings>;
  /** Writes `next` only if the record is still at `readVersion` (0: not there); false when somebody was faster. */
  replace(readVersion: number, next: Conversation): Promise<boolean>;
  /** Writes settings only if they are still at the version before; false when somebody was faster. */
  replaceSettings(next: Settings, owed?: readonly SettingsChange[]): Promise<boolean>;
  /** Writes which changes are still to be told, only if the settings are still these; false when they are not. */
  replaceOwedChanges(settings: Settings, owed: readonly SettingsChange[]): Promise<boolean>;
  /** Conversations whose moment has come, soonest first, at most `limit`; there is no earliest moment. */
  due(index: 'wake' | 'compare', now: Instant, limit: number): Promise<string[]>;
  countPausedBy(workerSid: string): Promise<number>;
  /** undefined at first. */
  readEventCursor(): Promise<EventCursor | undefined>;
  /** Moves the cursor on; one that is further already stays. */
  moveEventCursor(to: EventCursor): Promise<void>;
}

/** The settings, and what is still to be told of them. */
export interface KeptSettings {
  readonly settings: Settings;
  readonly owed: readonly SettingsChange[];
}

/** Many records at once, for lists. Apart from the store, so that functions without lists need not carry it. */
export interface Lists {
  /** As `read`, for many; those that are not there are left out. */
  readMany(
    conversationSids: readonly string[],
  ): Promise<{ records: ReadonlyMap<string, Conversation>; settings: Settings }>;
  /**
   * Paused or left conversations, soonest deadline or expiry first, from where an earlier page ended. An index tells,
   * which may be a second behind the records.
   */
  parked(which: ParkedSelection, from: ListPosition, limit: number): Promise<ParkedPage>;
  /** Of all agents; an index tells. */
  soonestPauses(limit: number): Promise<{ pauses: readonly ListedPause[]; hasMore: boolean }>;
}

/** Handovers that go on, and those of the last months. Apart from the store, as lists are. */
export interface Handovers {
  read(handoverId: string): Promise<Handover | undefined>;
  /** Writes `next` only if it is still at `readVersion` (0: not there); false when somebody was faster. */
  replace(readVersion: number, next: Handover): Promise<boolean>;
  /** Ids of those whose moment has come, soonest first, at most `limit`; an index tells. */
  due(now: Instant, limit: number): Promise<string[]>;
}

/** Which of the paused or left conversations. */
export interface ParkedSelection extends Span {
  readonly parking: Parking;
  readonly of: 'all' | { readonly workerSid: string } | { readonly queueSid: string };
}

/** A place in a list. */
export interface ListPlace {
  readonly conversationSid: string;
  /** Deadline or expiry. */
  readonly at: Instant;
}

/** Where a page ended: the last place of each part in which the table keeps the list. Empty: the beginning. */
export type ListPosition = readonly ListPlace[];

export interface ParkedPage {
  readonly places: readonly ListPlace[];
  readonly position: ListPosition;
  readonly hasMore: boolean;
}

/** How far TaskRouter's event list was taken. */
export interface EventCursor {
  /** Twilio's date of the last event that was taken, in epoch milliseconds. */
  readonly at: number;
  /** Sweeps in a row in which the next one could not be taken, though another record could be written. */
  readonly failures: number;
}

/** What was told of conversations, one entry for each write that told something, and of the settings. */
export interface History {
  /** An entry that is there already is written once more as it was. @param closedAt where the record is closed: the entry goes when it goes */
  write(conversationSid: string, entry: HistoryEntry, closedAt: Instant | null): Promise<void>;
  /** All entries go with the record of a conversation that was closed then. */
  expire(conversationSid: string, closedAt: Instant): Promise<void>;
  /** A change of the settings, under their version. */
  writeChange(change: SettingsChange): Promise<void>;
  read(conversationSid: string, version: number): Promise<HistoryEntry | undefined>;
  /** Entries from a version on, oldest first, at most `limit`. */
  page(
    conversationSid: string,
    version: number,
    limit: number,
  ): Promise<{ entries: readonly HistoryEntry[]; hasMore: boolean }>;
}

/** An event as it goes out. */
export interface PublishedEvent {
  readonly type: EventType;
  readonly at: Instant;
  readonly detail: object;
}

/** The bus that custom logic listens to. What it does not take is thrown. */
export interface EventBus {
  publish(event: PublishedEvent): Promise<void>;
}

/** Step Functions: one execution per pause. */
export interface Timer {
  /** An execution of that name is success: it is the same timer. */
  start(name: string, input: TimerInput): Promise<void>;
  /** No such execution, or one that has ended, is success. */
  stop(name: string): Promise<void>;
}

/** Input of an execution. It outlives many deploys: every version ever written stays readable. */
export interface TimerInput {
  readonly v: 1;
  readonly conversationSid: string;
  readonly pauseId: string;
  readonly deadline: Instant;
}

/** An interaction channel, and the interaction that it belongs to. */
export interface ChannelAddress {
  readonly interactionSid: string;
  readonly channelSid: string;
}

export interface Participant {
  readonly participantSid: string;
  readonly type: string;
  /** Absent for customers. */
  readonly taskSid: string | null;
}

export interface Task {
  readonly taskSid: string;
  readonly status: TaskStatus | 'completed' | 'canceled';
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly workflowSid: string | null;
  readonly queueSid: string | null;
  readonly taskChannelUniqueName: string | null;
  readonly priority: number;
}

export interface Reservation {
  readonly reservationSid: string;
  readonly workerSid: string;
  readonly workerName: string | null;
  /** TaskRouter's word: pending, accepted, rejected, timeout, canceled, rescinded, wrapping, completed. */
  readonly status: string;
  /** Twilio's own date of the accept, in epoch milliseconds, or the latest known to be before it; null: not accepted. */
  readonly acceptedAt: number | null;
}

/** An event of TaskRouter's list. */
export interface ListedEvent {
  /** Twilio's own date of it, in epoch milliseconds. */
  readonly at: number;
  readonly fields: EventFields;
}

export interface Worker {
  readonly workerSid: string;
  readonly name: string;
  readonly available: boolean;
}

export interface WorkerCapacity {
  readonly available: boolean;
  readonly assignedTasks: number;
  readonly configuredCapacity: number;
}

export interface ConversationFacts {
  readonly state: string;
  /** When Twilio would close it by itself. */
  readonly closesAt: Instant | null;
}

/** A webhook of one conversation, anybody's. */
export interface Hook {
  readonly webhookSid: string;
  /** Of the Studio flow that it starts; null: it is none of Studio. */
  readonly flowSid: string | null;
}

/**
 * Twilio. Every call either answers, or throws a `TwilioError`; what is not there (404) is `undefined` where
 * the type says so, and an error of kind `not-found` elsewhere.
 */
export interface Twilio {
  channelStatus(address: ChannelAddress): Promise<string | undefined>;
  closeChannel(address: ChannelAddress, endTasks: boolean): Promise<void>;
  participants(address: ChannelAddress): Promise<Participant[]>;
  setParticipant(address: ChannelAddress, participantSid: string, status: 'wrapup' | 'closed'): Promise<void>;
  invite(address: ChannelAddress, properties: InviteProperties): Promise<{ taskSid: string }>;
  invites(
    address: ChannelAddress,
  ): Promise<{ taskSid: string; attributes: Readonly<Record<string, unknown>> }[]>;
  task(taskSid: string): Promise<Task | undefined>;
  reservations(taskSid: string): Promise<Reservation[]>;
  /** @returns the reservation as it is then */
  setReservation(
    taskSid: string,
    reservationSid: string,
    status: 'accepted' | 'completed',
  ): Promise<Reservation>;
  /** The agent's capacity for a kind of task, none where the workspace has no such kind; undefined: it has no such worker. */
  capacity(workerSid: string, taskChannelUniqueName: string): Promise<WorkerCapacity | undefined>;
  /** undefined: the workspace has no such worker. */
  worker(workerSid: string): Promise<Worker | undefined>;
  /** The workspace's workers, page by page. @param pageToken of the page before */
  workers(pageToken?: string): Promise<{ workers: Worker[]; nextPageToken: string | null }>;
  /** The agent's chat identity. */
  workerIdentity(workerSid: string): Promise<string | null>;
  /** The workspace's events of a window (epoch milliseconds, cut to whole seconds), oldest first. Odd ones are left out. */
  events(window: { from: number; to?: number | undefined }): Promise<ListedEvent[]>;
  conversation(conversationSid: string): Promise<ConversationFacts | undefined>;
  newestMessages(conversationSid: string): Promise<MessageFact[]>;
  /** The conversation's own webhooks, at most five. */
  hooks(conversationSid: string): Promise<Hook[]>;
  /** Messages start the flow, also those that are there already. @param from index of the first; null: those to come */
  addStudioHook(
    conversationSid: string,
    flowSid: string,
    from: number | null,
  ): Promise<Pick<Hook, 'webhookSid'>>;
  /** One that is not there is success. */
  removeHook(conversationSid: string, webhookSid: string): Promise<void>;
}

/** What Twilio tells of a good Flex token. */
export interface TokenFacts {
  /** null: a user without a worker. */
  readonly workerSid: string | null;
  readonly identity: string;
  readonly roles: readonly string[];
  /** Epoch milliseconds; null when it was not told. */
  readonly expiresAt: number | null;
}

/** @returns undefined for a token that is not good. Throws when Twilio does not tell. */
export type TokenCheck = (token: string) => Promise<TokenFacts | undefined>;

/** What a failed call to Twilio means. */
export type TwilioErrorKind =
  /** 45354: channel or conversation is closed. */
  | 'closed'
  /** 404. */
  | 'not-found'
  /** The request is wrong, and would be the next time too. */
  | 'refused'
  /** 401, 403: our credentials are. */
  | 'credentials'
  /** Not carried out (429), or not known (5xx, no answer, an answer that is none). */
  | 'unavailable';

/** The status of a call that Twilio did not carry out, as there were too many. */
export const TOO_MANY_CALLS = 429;

/** Twilio refused or did not answer. `status`: HTTP status, absent when no answer came. */
export class TwilioError extends Error {
  override readonly name = 'TwilioError';
  constructor(
    readonly operation: string,
    readonly kind: TwilioErrorKind,
    readonly status?: number,
    readonly code?: number,
    options?: ErrorOptions,
  ) {
    super(`Twilio ${operation}: ${kind}`, options);
  }
}

/** Whether Twilio had too many calls, and therefore did not carry this one out. */
export function isThrottled(error: unknown): boolean {
  return error instanceof TwilioError && error.status === TOO_MANY_CALLS;
}

/** Constant text plus fields: never a body, header, signature, token, name or address. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Numbers for whoever watches; who or what they are about is in the log. */
export interface Metrics {
  /** Values of this moment, counted at once: nothing is lost with a run that dies later. */
  measure(values: Measures): void;
}

/** All that an action works with. */
export interface Deps {
  readonly store: Store;
  readonly history: History;
  readonly events: EventBus;
  readonly timer: Timer;
  readonly twilio: Twilio;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => Date;
  /** Stands for this run in the leases of effects. */
  readonly run: string;
  readonly newId: () => string;
  readonly workspace: { readonly workspaceSid: string; readonly defaultWorkflowSid: string };
}

/** What handovers work with besides. */
export interface HandoverDeps extends Deps {
  readonly lists: Pick<Lists, 'parked'>;
  readonly handovers: Handovers;
}
